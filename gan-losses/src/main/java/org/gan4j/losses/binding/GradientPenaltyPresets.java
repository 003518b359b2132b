package org.gan4j.losses.binding;

import org.gan4j.core.config.StrategyBinder;
import org.gan4j.core.config.Texts;
import org.gan4j.core.gan.Penalty;
import org.gan4j.losses.penalty.GradientPenalty;

/** Names of the gradient penalties that are settings of {@link org.gan4j.losses.penalty.GradientPenalty}. */
final class GradientPenaltyPresets {
    private static final Texts WGAN_GP = new Texts(
            "On the lines between real and fake samples, the gradient's norm is drawn to 1.",
            "10 E (|grad s| - 1)^2 at u x_real + (1 - u) x_fake",
            "Gulrajani et al., Improved training of Wasserstein GANs, 2017, https://arxiv.org/abs/1704.00028");
    private static final Texts ONE_SIDED = new Texts(
            "On the lines between real and fake samples, the gradient's norm is kept below 1.",
            "10 E max(0, |grad s| - 1)^2 at u x_real + (1 - u) x_fake",
            "Petzka, Fischer and Lukovnikov, On the regularization of Wasserstein GANs, 2018,"
                    + " https://arxiv.org/abs/1709.08894");
    private static final Texts DRAGAN = new Texts(
            "Around the real samples, the gradient's norm is drawn to 1.",
            "10 E (|grad s| - 1)^2 at x_real + std(x_real) / 2 u",
            "Kodali et al., On convergence and stability of GANs, 2017, https://arxiv.org/abs/1705.07215");
    private static final Texts ZERO_CENTRED = new Texts(
            "The score is at rest on the real samples: they lie at the bottom of the energy.",
            "10 E |grad s|^2 at x_real",
            "Kumar et al., Maximum entropy generators for energy-based models, 2019, https://arxiv.org/abs/1901.08508");
    private static final Texts WGAN_DIV = new Texts(
            "The sixth power of the gradient's norm on real and fake samples, for the loss wgan-div.",
            "E |grad s|^6 at x_real + E |grad s|^6 at x_fake",
            "Wu et al., Wasserstein divergence for GANs, 2018, https://arxiv.org/abs/1712.01026");

    private GradientPenaltyPresets() {}

    /** Binds the record and its presets. */
    static StrategyBinder<Penalty> bindTo(StrategyBinder<Penalty> penalties) {
        Class<GradientPenalty> type = GradientPenalty.class;
        return penalties
                .bind("gradient-penalty", type)
                .preset("wgan-gp", WGAN_GP, type, () -> GradientPenalty.WGAN_GP)
                .preset("one-sided-gradient-penalty", ONE_SIDED, type, () -> GradientPenalty.ONE_SIDED)
                .preset("dragan", DRAGAN, type, () -> GradientPenalty.DRAGAN)
                .preset("zero-centred-gradient-penalty", ZERO_CENTRED, type, () -> GradientPenalty.ZERO_CENTRED)
                .preset("wgan-div", WGAN_DIV, type, () -> GradientPenalty.WGAN_DIV);
    }
}
