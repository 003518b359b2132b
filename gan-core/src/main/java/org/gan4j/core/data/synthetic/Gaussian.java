package org.gan4j.core.data.synthetic;

import java.util.List;
import org.gan4j.core.config.About;

/**
 * The normal distribution on the line.
 *
 * @param mean the mean, finite
 * @param standardDeviation the standard deviation, positive
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al., Generative Adversarial Nets, 2014, figure 1</a>
 */
@About("The normal distribution on the line; drawn afresh for every batch.")
public record Gaussian(double mean, double standardDeviation) implements MixtureDistribution {
    /** The standard normal distribution. */
    public static final Gaussian DEFAULTS = new Gaussian(0.0, 1.0);

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if the mean is not finite or the standard deviation not positive and finite
     */
    public Gaussian {
        SettingChecks.finite("mean", mean);
        SettingChecks.positive("standardDeviation", standardDeviation);
    }

    @Override
    public String name() {
        return "gaussian";
    }

    @Override
    public Mixture mixture() {
        return Mixture.uniform(List.of(Normal.isotropic(new double[] {mean}, standardDeviation)));
    }
}
