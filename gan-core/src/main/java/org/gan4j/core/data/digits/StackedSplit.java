package org.gan4j.core.data.digits;

import java.util.Objects;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.Split;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Triples of images stacked when they are read: only the numbers of their images are kept. */
final class StackedSplit implements Split {
    private final Stack stack;
    private final int[] images;

    /** Takes three image numbers of each triple, one triple after the other. */
    StackedSplit(Stack stack, int[] images) {
        this.stack = stack;
        this.images = images;
    }

    @Override
    public int size() {
        return images.length / 3;
    }

    @Override
    public Samples rows(int... rows) {
        int[] chosen = new int[3 * rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(images, 3 * Objects.checkIndex(rows[i], size()), chosen, 3 * i, 3);
        }
        return stack.of(chosen);
    }

    /**
     * How images become samples.
     *
     * @param digits the images, [N, height, width, 1] in [0, 1], with labels
     * @param image the shape of one
     * @param classes of one image
     * @param range the values of black and white
     */
    record Stack(Split digits, Shape image, int classes, PixelRange range) {
        /** Returns the shape of a sample. */
        Shape sample() {
            return Shape.of(image.dim(0), image.dim(1), 3);
        }

        /** Returns the images of these numbers, three to a sample. */
        Samples of(int[] numbers) {
            Samples flat = digits.rows(numbers);
            float[] grey = flat.values().toFloats();
            float[] single = flat.labels().orElseThrow().toFloats();
            int count = numbers.length / 3;
            int pixels = image.size();
            float[] values = new float[3 * count * pixels];
            float[] labels = new float[count];
            for (int i = 0; i < count; i++) {
                for (int colour = 0; colour < 3; colour++) {
                    int from = (3 * i + colour) * pixels;
                    int to = 3 * i * pixels + colour;
                    for (int k = 0; k < pixels; k++) {
                        values[to + 3 * k] = range.of(grey[from + k]);
                    }
                    labels[i] = classes * labels[i] + single[3 * i + colour];
                }
            }
            Shape shape = Shape.of(count, image.dim(0), image.dim(1), 3);
            return Samples.of(Tensor.of(shape, values), Tensor.of(Shape.of(count), labels));
        }
    }
}
