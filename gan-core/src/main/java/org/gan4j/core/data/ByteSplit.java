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
        byte[][] images = new byte[rows.length][];
        float[] labels = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int row = Objects.checkIndex(rows[i], size);
            images[i] = image.apply(row);
            labels[i] = label.applyAsInt(row);
        }
        Tensor values =
                Tensor.filled(Shapes.batch(rows.length, sample), (from, to, count) -> copy(images, from, to, count));
        return Samples.of(values, Tensor.of(Shape.of(rows.length), labels));
    }

    /** Writes so many numbers of the images, which follow each other, from number {@code from} on. */
    private void copy(byte[][] images, int from, float[] to, int count) {
        int width = sample.size();
        int done = 0;
        while (done < count) {
            int pixel = (from + done) % width;
            int length = Math.min(width - pixel, count - done);
            convert(images[(from + done) / width], pixel, to, done, length);
            done += length;
        }
    }

    private static void convert(byte[] pixels, int first, float[] to, int at, int length) {
        for (int k = 0; k < length; k++) {
            to[at + k] = UNIT[pixels[first + k] & 0xff];
        }
    }
}
