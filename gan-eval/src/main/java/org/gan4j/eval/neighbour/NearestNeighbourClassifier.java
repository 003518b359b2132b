package org.gan4j.eval.neighbour;

import java.util.Arrays;
import java.util.Objects;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.Split;
import org.gan4j.core.distance.NearestRows;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;

/**
 * Gives a sample the label of the reference row that is nearest to it by Euclidean distance; of equally near rows, the first.
 *
 * <p>Rows are found by matrix products, in blocks; the nearest is decided by differences in double precision.
 */
public final class NearestNeighbourClassifier {
    private static final int BLOCK = 5_000;

    private final Split reference;
    private final int[] labels;

    private NearestNeighbourClassifier(Split reference, int[] labels) {
        this.reference = reference;
        this.labels = labels;
    }

    /**
     * Takes rows with their labels.
     *
     * @throws IllegalArgumentException if the rows have no labels
     */
    public static NearestNeighbourClassifier of(Split reference) {
        return new NearestNeighbourClassifier(reference, labels(reference));
    }

    /** Returns the first rows of a split, or all of them if there are fewer. */
    public static Split first(Split split, int count) {
        int size = Math.min(count, split.size());
        return size == split.size() ? split : new Part(split, size);
    }

    /** Returns how many reference rows there are. */
    public int size() {
        return labels.length;
    }

    /**
     * Finds the nearest reference row of each sample, and its label.
     *
     * @param samples [n, ...] with as many coordinates as a row
     */
    public Result classify(Tensor samples) {
        NearestRows nearest = BlockSearch.nearest(samples, reference);
        int[] found = new int[nearest.rows().length];
        for (int i = 0; i < found.length; i++) {
            found[i] = labels[nearest.rows()[i]];
        }
        return new Result(found, nearest.distances());
    }

    /** Returns the labels of all rows of a split. */
    static int[] labels(Split split) {
        int[] labels = new int[split.size()];
        for (int from = 0; from < labels.length; from += BLOCK) {
            try (Scope scope = Scope.open()) {
                int to = Math.min(labels.length, from + BLOCK);
                int[] part = labels(split.range(from, to));
                System.arraycopy(part, 0, labels, from, part.length);
            }
        }
        return labels;
    }

    /** Returns the labels of samples. */
    static int[] labels(Samples samples) {
        float[] numbers = samples.labels()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a nearest-neighbour classifier needs rows with labels, but these have none"))
                .toFloats();
        int[] labels = new int[numbers.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) numbers[i];
        }
        return labels;
    }

    /**
     * Returns how many classes data have.
     *
     * @param evaluator the name of the evaluator that needs labels
     * @throws IllegalArgumentException if the data have no labels
     */
    static int classes(Dataset data, String evaluator) {
        int classes = data.spec().classes();
        if (classes == 0) {
            throw new IllegalArgumentException(evaluator + " needs data with labels, but " + data.name() + " has none");
        }
        return classes;
    }

    /** Returns so many labels, each class in its turn. */
    static int[] inTurn(int count, int classes) {
        int[] labels = new int[count];
        Arrays.setAll(labels, i -> i % classes);
        return labels;
    }

    /**
     * What was found of each sample.
     *
     * @param labels the label of its nearest reference row
     * @param distances the distance to it
     */
    @SuppressWarnings("ArrayRecordComponent") // results read one by one, never compared
    public record Result(int[] labels, double[] distances) {}

    private record Part(Split split, int size) implements Split {
        @Override
        public Samples rows(int... rows) {
            for (int row : rows) {
                Objects.checkIndex(row, size);
            }
            return split.rows(rows);
        }
    }
}
