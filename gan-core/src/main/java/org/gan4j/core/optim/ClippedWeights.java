package org.gan4j.core.optim;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Require;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.ParameterUpdate;

/**
 * Weight clipping: another optimizer's step, after which every parameter is clipped to [-bound, bound]: the constraint
 * of the first Wasserstein critics.
 *
 * <p>The parameters satisfy the bound after each step, so whoever uses the critic next meets a clipped one. They are not
 * clipped before the first step.
 *
 * @param optimizer the optimizer whose step is clipped
 * @param bound the largest size of a parameter, above 0; 0.01 in the paper
 * @see <a href="https://arxiv.org/abs/1701.07875">Arjovsky, Chintala and Bottou, Wasserstein GAN, 2017, Algorithm 1</a>
 */
@About(
        value = "Another optimizer's step, after which every parameter is clipped.",
        formula = "p = clip(p, -bound, bound)",
        paper = "Arjovsky, Chintala and Bottou, Wasserstein GAN, 2017, https://arxiv.org/abs/1701.07875")
public record ClippedWeights(
        Optimizer optimizer, @Default("0.01") double bound) implements OptimizerWrapper {
    /** Checks the settings. */
    public ClippedWeights {
        Require.that(bound > 0 && bound < Double.POSITIVE_INFINITY, "bound", bound, "a finite number above 0");
    }

    @Override
    public OptimizerStep step(Parameters parameters, Parameters gradients, OptimizerState state) {
        OptimizerStep step = optimizer.step(parameters, gradients, state);
        return new OptimizerStep(step.parameters().map(p -> p.clip(-bound, bound)), step.state());
    }

    @Override
    public OptimizerState stepInPlace(Parameters parameters, Parameters gradients, OptimizerState state) {
        OptimizerState next = optimizer.stepInPlace(parameters, gradients, state);
        parameters.list().forEach(p -> ParameterUpdate.assign(p, p.clip(-bound, bound)));
        return next;
    }

    @Override
    public boolean clipsWeights() {
        return true;
    }

    @Override
    public boolean boundsWeights() {
        return true;
    }
}
