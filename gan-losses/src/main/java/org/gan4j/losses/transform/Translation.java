package org.gan4j.losses.transform;

import org.gan4j.core.config.About;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/**
 * Translation: shifts each image by a few pixels, up or down and left or right.
 *
 * <p>T x[h, w] = x[h - a, w - b], with a and b whole numbers from -pixels to pixels, all with the same probability. Where
 * that lies outside of the image, the nearest pixel of the border is repeated. For images [N, H, W, C].
 *
 * @param pixels the largest shift, at least 0
 */
@About(value = "Shifts each image by a few pixels and repeats the border.", formula = "x[h - a, w - b]")
public record Translation(int pixels) implements Augmentation {
    /** Up to 4 pixels. */
    public static final Translation DEFAULTS = new Translation(4);

    /** Checks the shift. */
    public Translation {
        if (pixels < 0) {
            throw new IllegalArgumentException("pixels must be at least 0, but is " + pixels);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.gan4j.core.io.UserError if the samples are not images
     */
    @Override
    public Tensor apply(Tensor samples, RandomStream random) {
        Pixels image = Pixels.of(samples, "translation");
        int[] down = random.split("down").integers(image.images(), 2 * pixels + 1);
        int[] right = random.split("right").integers(image.images(), 2 * pixels + 1);
        return image.moved((n, h) -> h - down[n] + pixels, (n, w) -> w - right[n] + pixels);
    }
}
