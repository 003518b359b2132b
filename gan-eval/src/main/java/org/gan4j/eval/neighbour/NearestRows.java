package org.gan4j.eval.neighbour;

import org.gan4j.core.data.ArraySplit;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.Split;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.FeatureExtractor;
import org.gan4j.eval.Pixels;
import org.gan4j.eval.Points;
import org.gan4j.eval.SampleContext;
import org.gan4j.eval.density.NearestNeighbours;

/** Search for the nearest of some points to each of others, done once for all evaluators of a context. */
final class NearestRows {
    private static final int QUERIES = 2_000;

    private NearestRows() {}

    /**
     * Returns the nearest points by Euclidean distance of their coordinates.
     *
     * @param from points whose nearest ones are sought
     * @param among where they are sought
     */
    static NearestNeighbours of(SampleContext context, Points from, Points among) {
        return of(context, from, among, new Pixels());
    }

    /** Returns the nearest points by Euclidean distance of their features. */
    static NearestNeighbours of(SampleContext context, Points from, Points among, FeatureExtractor extractor) {
        String key = "nearest to " + from + " among " + among + " by " + extractor.text();
        return context.once(key, () -> searched(context, from, among, extractor));
    }

    private static NearestNeighbours searched(
            SampleContext context, Points from, Points among, FeatureExtractor extractor) {
        int count = context.size(from);
        int[] rows = new int[count];
        double[] distances = new double[count];
        try (Scope scope = Scope.open()) {
            Tensor queries = context.features(from, extractor);
            Split reference = reference(context, among, extractor);
            for (int first = 0; first < count; first += QUERIES) {
                context.requireGoingOn();
                int last = Math.min(count, first + QUERIES);
                NearestNeighbours part = NearestNeighbours.of(queries.slice(0, first, last), reference);
                System.arraycopy(part.rows(), 0, rows, first, last - first);
                System.arraycopy(part.distances(), 0, distances, first, last - first);
            }
        }
        return new NearestNeighbours(rows, distances);
    }

    private static Split reference(SampleContext context, Points among, FeatureExtractor extractor) {
        if (among.kind() == Points.Kind.TRAIN && extractor instanceof Pixels) {
            return NearestNeighbourClassifier.first(context.dataset().train(), among.count());
        }
        Tensor features = context.features(among, extractor);
        return ArraySplit.of(Shape.of(features.shape().dim(1)), features.toFloats());
    }

    /** Returns the labels of the nearest points. */
    static int[] labels(SampleContext context, Points from, Points among) {
        int[] labels = labels(context, among);
        int[] nearest = of(context, from, among).rows();
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
