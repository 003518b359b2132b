package org.gan4j.eval.density;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.Split;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.Estimate;

/**
 * What the Parzen estimate says of "samples" that need no training: it checks the estimator against published anchors,
 * and shows that centroids of the data beat the data.
 *
 * <p>Rows: the pixel mean, the class means, the first 1 000, 10 000 and 50 000 training rows, and k-means centroids of
 * the training rows (ten Lloyd iterations from a fixed seed). Rows that need more training rows than there are, or
 * labels where there are none, are left out. On MNIST the rows are -59, 45, 114, 241 (published: 243), 318, and 286 and
 * 334 for 1 000 and 10 000 centroids (published: 313, for a number of centroids not stated beside it).
 *
 * @param manyCentroids whether to add the row with 10 000 centroids, which takes a hundred times longer than the others
 * @param seed of the first centroids
 * @see <a href="https://arxiv.org/abs/1511.01844">Theis et al., A note on the evaluation of generative models, 2016</a>
 */
public record CalibrationLadder(boolean manyCentroids, long seed) {

    /** Without the expensive row, seed 1. */
    public static final CalibrationLadder DEFAULTS = new CalibrationLadder(false, 1);

    private static final double TRUE_ROWS = 243;
    private static final double CENTROIDS = 313;
    private static final int ITERATIONS = 10;
    private static final int BLOCK = 5_000;
    private static final int[] TRAINING_ROWS = {1_000, 10_000, 50_000};

    /**
     * One rung.
     *
     * @param label what stood in for samples
     * @param centres how many of them
     * @param estimate the score, with sigma and splits
     * @param published Theis et al.'s number for MNIST; empty where they have none, and for other data
     * @param seconds wall time of the row, centroids included
     */
    public record Rung(String label, int centres, Estimate estimate, Optional<Double> published, double seconds) {}

    /** What is told while the ladder is climbed, since a row may take minutes. */
    @FunctionalInterface
    public interface Listener {
        /** A row is finished. */
        void finished(Rung rung);
    }

    /**
     * Scores all rows.
     *
     * @param dataset images in [0, 1], or anything with enough rows
     * @param cache directory where centroids are kept by the checksum of the data; made when needed
     * @param listener told of each row as it is finished
     */
    public List<Rung> climb(Dataset dataset, Path cache, Listener listener) {
        Climb climb = new Climb(dataset, listener, new ArrayList<>());
        Split train = dataset.train();
        climb.add("pixel mean", 0, () -> pixelMean(dataset));
        if (dataset.spec().classes() > 0) {
            climb.add("class means", 0, () -> classMeans(dataset));
        }
        for (int count : TRAINING_ROWS) {
            if (count <= train.size()) {
                double anchor = count == 10_000 ? TRUE_ROWS : 0;
                climb.add(
                        "first " + count + " training rows",
                        anchor,
                        () -> train.range(0, count).values());
            }
        }
        for (int clusters : manyCentroids ? new int[] {1_000, 10_000} : new int[] {1_000}) {
            if (clusters <= train.size()) {
                KMeans settings = new KMeans(clusters, ITERATIONS);
                CentroidCache kept = new CentroidCache(cache);
                String label = clusters + " k-means centroids";
                climb.addKept(label, CENTROIDS, () -> kept.centroids(dataset, settings, seed));
            }
        }
        return climb.rungs;
    }

    private record Climb(Dataset dataset, Listener listener, List<Rung> rungs) {
        void add(String label, double anchor, Supplier<Tensor> centres) {
            addKept(label, anchor, () -> new CentroidCache.Kept(centres.get(), Optional.empty()));
        }

        void addKept(String label, double anchor, Supplier<CentroidCache.Kept> centres) {
            long start = System.nanoTime();
            boolean published = anchor > 0 && dataset.name().equals("mnist");
            try (Scope scope = Scope.open()) {
                CentroidCache.Kept kept = centres.get();
                Tensor values = kept.centroids();
                Estimate score = Parzen.DEFAULTS.score(values, dataset).get(0);
                Estimate estimate = kept.warning().map(score::withWarning).orElse(score);
                double seconds = (System.nanoTime() - start) * 1e-9;
                Optional<Double> beside = published ? Optional.of(anchor) : Optional.empty();
                Rung rung = new Rung(label, values.shape().dim(0), estimate, beside, seconds);
                rungs.add(rung);
                listener.finished(rung);
            }
        }
    }

    private static Tensor pixelMean(Dataset dataset) {
        Tensor mean = dataset.spec().mean().get();
        return mean.reshape(Shape.of(1, mean.size()));
    }

    private static Tensor classMeans(Dataset dataset) {
        int classes = dataset.spec().classes();
        int dimension = dataset.spec().shape().size();
        double[] sums = new double[classes * dimension];
        int[] counts = new int[classes];
        Split train = dataset.train();
        for (int from = 0; from < train.size(); from += BLOCK) {
            try (Scope scope = Scope.open()) {
                Samples rows = train.range(from, Math.min(train.size(), from + BLOCK));
                float[] values = rows.values().toFloats();
                float[] labels = rows.labels().orElseThrow().toFloats();
                for (int i = 0; i < labels.length; i++) {
                    int label = (int) labels[i];
                    counts[label]++;
                    for (int k = 0; k < dimension; k++) {
                        sums[label * dimension + k] += values[i * dimension + k];
                    }
                }
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / Math.max(1, counts[i / dimension]));
        }
        int[] present = IntStream.range(0, classes).filter(k -> counts[k] > 0).toArray();
        return Tensor.of(Shape.of(classes, dimension), means).gather(present);
    }
}
