package org.gan4j.core.data;

import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Labelled images stored as bytes and read as byte / 255, in [0, 1].
 *
 * <p>The values are those of float division, {@code (float) byte / 255f}, for each of the 256 bytes.
 */
public final class ByteSplit implements Split {
    private static final float[] UNIT = new float[256];

    static {
        for (int i = 0; i < UNIT.length; i++) {
            UNIT[i] = i / 255f;
        }
    }

    private final Shape sample;
    private final int size;
    private final IntFunction<byte[]> image;
    private final IntUnaryOperator label;

    private ByteSplit(Shape sample, int size, IntFunction<byte[]> image, IntUnaryOperator label) {
        this.sample = sample;
        this.size = size;
        this.image = image;
        this.label = label;
    }

    /**
     * Returns a split that asks for one image and one label at a time.
     *
     * @param sample the shape of one image
     * @param size the number of images
     * @param image gives the bytes of image i, as many as {@code sample} has elements
     * @param label gives the class number of image i
     */
    public static ByteSplit of(Shape sample, int size, IntFunction<byte[]> image, IntUnaryOperator label) {
        return new ByteSplit(sample, size, image, label);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Samples rows(int... rows) {
        int width = sample.size();
        float[] values = new float[rows.length * width];
        float[] labels = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int row = Objects.checkIndex(rows[i], size);
            byte[] pixels = image.apply(row);
            int start = i * width;
            for (int k = 0; k < width; k++) {
                values[start + k] = UNIT[pixels[k] & 0xff];
            }
            labels[i] = label.applyAsInt(row);
        }
        return Samples.of(
                Tensor.of(Shapes.batch(rows.length, sample), values), Tensor.of(Shape.of(rows.length), labels));
    }
}
