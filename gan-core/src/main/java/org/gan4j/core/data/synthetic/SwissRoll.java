package org.gan4j.core.data.synthetic;

import org.gan4j.core.config.About;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * A spiral in the plane with normal noise.
 *
 * <p>x = (t cos t + e_1, t sin t + e_2) / scale with t uniform on [1.5 pi, 4.5 pi] and e normal with deviation noise.
 *
 * @param noise the standard deviation of the noise before scaling, 0 or more
 * @param scale what all coordinates are divided by, positive
 * @see <a href="https://arxiv.org/abs/1704.00028">Gulrajani et al., Improved Training of Wasserstein GANs, 2017,
 *     figure 1</a>
 */
@About("A spiral in the plane with noise; drawn afresh for every batch.")
public record SwissRoll(double noise, double scale) implements Distribution {
    /** Noise 0.25 and scale 7.5, as in the released code of the paper. */
    public static final SwissRoll DEFAULTS = new SwissRoll(0.25, 7.5);

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if the noise is negative or the scale not positive
     */
    public SwissRoll {
        SettingChecks.notNegative("noise", noise);
        SettingChecks.positive("scale", scale);
    }

    @Override
    public String name() {
        return "swiss-roll";
    }

    @Override
    public Shape shape() {
        return Shape.of(2);
    }

    @Override
    public Samples sample(int count, RandomStream random) {
        float[] position =
                random.split("position").uniform(Shape.of(count), 0, 1).toFloats();
        float[] normal = random.split("noise").normal(Shape.of(count, 2)).toFloats();
        float[] values = new float[2 * count];
        for (int i = 0; i < count; i++) {
            double t = 1.5 * Math.PI * (1 + 2 * position[i]);
            values[2 * i] = (float) ((t * Math.cos(t) + noise * normal[2 * i]) / scale);
            values[2 * i + 1] = (float) ((t * Math.sin(t) + noise * normal[2 * i + 1]) / scale);
        }
        return Samples.of(Tensor.of(Shape.of(count, 2), values));
    }
}
