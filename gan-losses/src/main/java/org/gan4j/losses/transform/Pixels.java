package org.gan4j.losses.transform;

import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** A batch of images [N, H, W, C], whose pixels can be moved image by image. */
record Pixels(Tensor values, int images, int height, int width) {
    /** Says where a row or a column of the changed image comes from; outside of the image, the border is meant. */
    @FunctionalInterface
    interface Source {
        int of(int image, int position);
    }

    static Pixels of(Tensor samples, String augmentation) {
        Shape shape = samples.shape();
        if (shape.rank() != 4) {
            throw new UserError(
                    ExitCode.CONFIGURATION,
                    "samples of shape " + shape + " are not images [N, height, width, channels]",
                    "augmentation " + augmentation,
                    "Use {type: gaussian-noise} for other data.");
        }
        return new Pixels(samples, shape.dim(0), shape.dim(1), shape.dim(2));
    }

    Tensor moved(Source row, Source column) {
        int[] from = new int[images * height * width];
        int at = 0;
        for (int n = 0; n < images; n++) {
            for (int h = 0; h < height; h++) {
                int line = (n * height + inside(row.of(n, h), height)) * width;
                for (int w = 0; w < width; w++) {
                    from[at++] = line + inside(column.of(n, w), width);
                }
            }
        }
        return values.reshape(from.length, -1).gather(from).reshape(values.shape());
    }

    private static int inside(int position, int size) {
        return Math.max(0, Math.min(size - 1, position));
    }
}
