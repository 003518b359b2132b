package org.gan4j.losses.transform;

import java.util.Locale;
import java.util.Objects;
import org.gan4j.core.config.About;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.optim.Schedule;
import org.gan4j.core.tensor.Tensor;

/**
 * Instance noise: normal noise added to real and fake samples before the discriminator sees them.
 *
 * <p>x' = x + deviation(t) n, n standard normal, drawn for every value of every sample, real and fake, in
 * every minibatch; t counts training steps from 0.
 *
 * <p>With noise both distributions have a density everywhere, so that their divergence has a gradient even where their
 * supports do not meet. A constant deviation makes the game converge to the data blurred by the noise; let it fall to 0,
 * as {@code {type: linear, from: 0.1, to: 0, first: 0, last: 10000}} does. Gradients reach the samples unchanged.
 * Penalties see noisy samples. Samples with noise have no bounds. Deviations from the paper: none.
 *
 * @param deviation the standard deviation at each training step, at least 0, in the units of the data
 * @see <a href="https://arxiv.org/abs/1610.04490">Sonderby et al., Amortised MAP inference for image super-resolution,
 *     2017, section 3.2</a>
 */
@About(
        value = "Adds normal noise to real and fake samples before the discriminator sees them.",
        formula = "x + deviation(t) n",
        paper = "Sonderby et al., Amortised MAP inference, 2017, https://arxiv.org/abs/1610.04490")
public record InstanceNoise(Schedule deviation) implements SampleTransform {
    /** A constant deviation of 0.1. */
    public static final InstanceNoise DEFAULTS = new InstanceNoise(Schedule.constant(0.1));

    /**
     * Checks the deviation at the first step.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public InstanceNoise {
        Objects.requireNonNull(deviation, "deviation is null");
        at(deviation, 0);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the schedule gives a negative deviation at this step
     */
    @Override
    public Samples apply(Samples samples, Pass pass) {
        double now = at(deviation, pass.step());
        if (now == 0) {
            return samples;
        }
        Tensor values = samples.values();
        Tensor noise = pass.random().split("noise").normal(values.dtype(), values.shape(), 0, now);
        return new Samples(values.plus(noise), samples.labels());
    }

    @Override
    public SampleSpec transformed(SampleSpec spec) {
        return new SampleSpec(
                spec.shape(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, spec.classes(), spec.mean());
    }

    private static double at(Schedule deviation, long step) {
        double now = deviation.at(step);
        if (!(now >= 0 && now < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "deviation must be finite and at least 0, but is %s at step %d", now, step));
        }
        return now;
    }
}
