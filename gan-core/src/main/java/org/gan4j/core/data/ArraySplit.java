package org.gan4j.core.data;

import java.util.Objects;
import java.util.Optional;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** A split held in arrays: all samples one after the other, and a class number for each when there are labels. */
public final class ArraySplit implements Split {
    private final Shape sample;
    private final float[] values;
    private final Optional<int[]> labels;
    private final int size;

    private ArraySplit(Shape sample, float[] values, Optional<int[]> labels) {
        this.sample = sample;
        this.values = values;
        this.labels = labels;
        this.size = values.length / sample.size();
        if (values.length != (long) size * sample.size()) {
            throw new IllegalArgumentException("expected a whole number of samples of shape " + sample + " ("
                    + sample.size() + " values each), got " + values.length + " values");
        }
        if (labels.isPresent() && labels.get().length != size) {
            throw new IllegalArgumentException(
                    "expected one label for each of " + size + " samples, got " + labels.get().length);
        }
    }

    /**
     * Returns a split of unlabelled samples.
     *
     * @param sample the shape of one sample
     * @param values the samples in row-major order; not copied, so not to be changed afterwards
     * @throws IllegalArgumentException if the values are not a whole number of samples
     */
    public static ArraySplit of(Shape sample, float[] values) {
        return new ArraySplit(sample, values, Optional.empty());
    }

    /**
     * Returns a split of labelled samples.
     *
     * @param sample the shape of one sample
     * @param values the samples in row-major order; not copied, so not to be changed afterwards
     * @param labels one class number per sample; not copied
     * @throws IllegalArgumentException if the numbers of values and labels do not fit
     */
    public static ArraySplit of(Shape sample, float[] values, int[] labels) {
        return new ArraySplit(sample, values, Optional.of(labels));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Samples rows(int... rows) {
        int width = sample.size();
        float[] chosen = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            int row = Objects.checkIndex(rows[i], size);
            System.arraycopy(values, row * width, chosen, i * width, width);
        }
        Tensor batch = Tensor.of(Shapes.batch(rows.length, sample), chosen);
        return new Samples(batch, labels.map(all -> labels(rows, all)));
    }

    private static Tensor labels(int[] rows, int[] all) {
        float[] chosen = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = all[rows[i]];
        }
        return Tensor.of(Shape.of(rows.length), chosen);
    }
}
