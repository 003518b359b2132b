package org.gan4j.losses.transform;

import org.gan4j.core.config.About;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Horizontal flip: mirrors each image with a probability, left to right.
 *
 * <p>T x[h, w] = x[h, W - 1 - w], for images [N, H, W, C]. Not for data in which left and right differ, such as digits.
 *
 * @param probability of being mirrored, from 0 to 1
 */
@About(value = "Mirrors each image with a probability, left to right.", formula = "x[h, W - 1 - w]")
public record Flip(double probability) implements Augmentation {
    /** Every other image. */
    public static final Flip DEFAULTS = new Flip(0.5);

    /** Checks the probability. */
    public Flip {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1], but is " + probability);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.gan4j.core.io.UserError if the samples are not images
     */
    @Override
    public Tensor apply(Tensor samples, RandomStream random) {
        Pixels pixels = Pixels.of(samples, "flip");
        int width = pixels.width();
        Tensor chosen = random.split("chosen").bernoulli(samples.dtype(), Shape.of(pixels.images()), probability);
        double[] flipped = chosen.toDoubles();
        return pixels.moved((image, h) -> h, (image, w) -> flipped[image] == 1 ? width - 1 - w : w);
    }
}
