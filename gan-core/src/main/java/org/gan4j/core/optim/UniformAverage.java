package org.gan4j.core.optim;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;

/**
 * Uniform average of parameters, in which all steps weigh the same.
 *
 * <p>average = mean of the parameters after the steps from, from + 1, ..., t.
 *
 * @param from the first step, counted from 0, that counts; until then the average is the parameters themselves
 * @see <a href="https://arxiv.org/abs/1802.10551">Gidel et al., A variational inequality perspective on GANs, 2019,
 *     section 3.1</a>
 */
@About(
        value = "An average of parameters in which all steps weigh the same.",
        formula = "average = mean of parameters from step from on")
public record UniformAverage(long from) implements ParameterAverage {
    /** From the first step on. */
    public static final UniformAverage DEFAULTS = new UniformAverage(0);

    /** Checks the settings. */
    public UniformAverage {
        Require.that(from >= 0, "from", from, "at least 0");
    }

    @Override
    public double weight(long step) {
        return step < from ? 1 : 1.0 / (step - from + 1);
    }
}
