package org.gan4j.core.data.synthetic;

import org.gan4j.core.config.About;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Two interleaved half circles of radius 1 with normal noise; the label tells which one.
 *
 * <p>Label 0: (cos t, sin t); label 1: (1 - cos t, 1/2 - sin t); t uniform on [0, pi], each moon equally likely.
 *
 * @param noise the standard deviation of the noise, 0 or more
 */
@About("Two interleaved half circles with noise; drawn afresh for every batch.")
public record TwoMoons(double noise) implements Distribution {
    /** Noise 0.1. */
    public static final TwoMoons DEFAULTS = new TwoMoons(0.1);

    /**
     * Checks the noise.
     *
     * @throws IllegalArgumentException if the noise is negative
     */
    public TwoMoons {
        SettingChecks.notNegative("noise", noise);
    }

    @Override
    public String name() {
        return "two-moons";
    }

    @Override
    public Shape shape() {
        return Shape.of(2);
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public Samples sample(int count, RandomStream random) {
        float[] position =
                random.split("position").uniform(Shape.of(count), 0, 1).toFloats();
        float[] side = random.split("moon").uniform(Shape.of(count), 0, 1).toFloats();
        float[] normal = random.split("noise").normal(Shape.of(count, 2)).toFloats();
        float[] values = new float[2 * count];
        float[] labels = new float[count];
        for (int i = 0; i < count; i++) {
            double t = Math.PI * position[i];
            boolean second = side[i] >= 0.5f;
            double x = second ? 1 - Math.cos(t) : Math.cos(t);
            double y = second ? 0.5 - Math.sin(t) : Math.sin(t);
            values[2 * i] = (float) (x + noise * normal[2 * i]);
            values[2 * i + 1] = (float) (y + noise * normal[2 * i + 1]);
            labels[i] = second ? 1 : 0;
        }
        return Samples.of(Tensor.of(Shape.of(count, 2), values), Tensor.of(Shape.of(count), labels));
    }
}
