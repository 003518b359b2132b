package org.gan4j.eval.neighbour;

import java.util.Optional;
import java.util.function.Supplier;
import org.gan4j.core.data.Samples;
import org.gan4j.core.distance.NearestRows;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.FeatureExtractor;
import org.gan4j.eval.Pixels;
import org.gan4j.eval.Points;
import org.gan4j.eval.SampleContext;

/**
 * Nearest points of a context, found once for all of its evaluators.
 *
 * <p>The most neighbours asked for so far are kept for each pair of sets and each extractor, k numbers for each point; whoever
 * asks for fewer gets the first of them, which are the same rows and distances that a search for fewer finds.
 */
public final class SharedNeighbours {
    private SharedNeighbours() {}

    /**
     * Returns the k nearest points by Euclidean distance of their features, nearest first; of equally near ones the first.
     *
     * <p>Where both are of one set, a point is not its own neighbour; it is known by its number, so that a copy of it is one,
     * at distance 0.
     *
     * @param context whose stop request is looked at before each block of distances
     * @param from points whose nearest ones are sought
     * @param among where they are sought
     * @param extractor of the features
     * @param k how many: 1 to the number of points in {@code among}, or to one fewer where both are of one set
     * @throws IllegalArgumentException if k is another number
     * @throws org.gan4j.eval.EvaluationStopped if a stop was asked for; nothing is kept of a search cut short
     */
    public static NearestRows neighbours(
            SampleContext context, Points from, Points among, FeatureExtractor extractor, int k) {
        Points asked = there(context, from);
        Points reference = there(context, among);
        int most = reference.count() - (ofOneSet(asked, reference) ? 1 : 0);
        if (k < 1 || k > most) {
            throw new IllegalArgumentException("a point of " + asked + " has 1 to " + most + " neighbours among "
                    + reference + ", but " + k + " were asked");
        }
        String key = "nearest to " + asked + " among " + reference + " by " + extractor.text();
        Kept kept = context.once(key, Kept::new);
        return kept.first(k, () -> searched(context, asked, reference, extractor, k));
    }

    /** Returns the one nearest point by Euclidean distance of coordinates. */
    static NearestRows nearest(SampleContext context, Points from, Points among) {
        return neighbours(context, from, among, new Pixels(), 1);
    }

    /** Returns the same points, counted as there are. */
    private static Points there(SampleContext context, Points points) {
        return new Points(points.kind(), points.set(), context.size(points));
    }

    private static boolean ofOneSet(Points from, Points among) {
        return from.kind() == among.kind() && from.set() == among.set();
    }

    private static NearestRows searched(
            SampleContext context, Points from, Points among, FeatureExtractor extractor, int k) {
        boolean itself = ofOneSet(from, among);
        try (Scope scope = Scope.open()) {
            Tensor points = context.features(from, extractor);
            BlockSearch.Rows rows = among.kind() == Points.Kind.TRAIN && extractor instanceof Pixels
                    ? BlockSearch.Rows.of(context.dataset().train(), among.count())
                    : BlockSearch.Rows.of(context.features(among, extractor));
            NearestRows found = BlockSearch.nearest(points, rows, itself ? k + 1 : k, context::requireGoingOn);
            return itself ? found.others() : found;
        }
    }

    /** Most neighbours found so far. */
    private static final class Kept {
        private Optional<NearestRows> found = Optional.empty();

        NearestRows first(int k, Supplier<NearestRows> search) {
            NearestRows most = found.filter(kept -> kept.k() >= k).orElseGet(search);
            found = Optional.of(most);
            return most.k() == k ? most : most.first(k);
        }
    }

    /** Returns the labels of the nearest points. */
    static int[] labels(SampleContext context, Points from, Points among) {
        int[] labels = labels(context, among);
        int[] nearest = nearest(context, from, among).rows();
        int[] found = new int[nearest.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = labels[nearest[i]];
        }
        return found;
    }

    /** Returns the share of labelled points whose nearest ones have their own label. */
    static Share recognised(SampleContext context, Points from, Points among) {
        return Share.ofEqual(labels(context, from), labels(context, from, among));
    }

    private static int[] labels(SampleContext context, Points points) {
        return context.once("labels of " + points, () -> {
            if (points.kind() == Points.Kind.TRAIN) {
                return NearestNeighbourClassifier.labels(
                        NearestNeighbourClassifier.first(context.dataset().train(), points.count()));
            }
            try (Scope scope = Scope.open()) {
                Samples labelled = context.points(points);
                return NearestNeighbourClassifier.labels(labelled);
            }
        });
    }
}
