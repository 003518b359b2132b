package org.gan4j.core.optim;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;

/**
 * Exponential moving average (EMA) of parameters, in which each step weighs {@code decay} times as much as the next.
 *
 * <p>average' = decay average + (1 - decay) parameters, from the initial parameters.
 *
 * @param decay in [0, 1); 0.999 forgets in about 1 000 steps
 * @param from the first step, counted from 0, that counts; until then the average is the parameters themselves
 * @see <a href="https://arxiv.org/abs/1806.04498">Yazici et al., The unusual effectiveness of averaging in GAN training,
 *     2019</a>
 */
@About(
        value = "An average of parameters in which the past fades.",
        formula = "average = decay average + (1 - decay) parameters")
public record ExponentialAverage(double decay, long from) implements ParameterAverage {
    /** Decay 0.999 from the first step on. */
    public static final ExponentialAverage DEFAULTS = new ExponentialAverage(0.999, 0);

    /** Checks the settings. */
    public ExponentialAverage {
        Require.that(decay >= 0 && decay < 1, "decay", decay, "in [0, 1)");
        Require.that(from >= 0, "from", from, "at least 0");
    }

    @Override
    public double weight(long step) {
        return step < from ? 1 : 1 - decay;
    }
}
