package org.gan4j.core.optim;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.Tensor;

/**
 * Gradient clipping: another optimizer's step on gradients scaled down to a largest Euclidean norm, taken over all
 * parameters together.
 *
 * <p>g' = g min(1, limit / norm(g)).
 *
 * @param optimizer the optimizer that gets the scaled gradients
 * @param limit the largest norm, above 0
 * @see <a href="https://arxiv.org/abs/1211.5063">Pascanu, Mikolov and Bengio, On the difficulty of training recurrent
 *     neural networks, 2013, Algorithm 1</a>
 */
@About(
        value = "Another optimizer's step on gradients scaled down to a largest norm over all parameters.",
        formula = "g = g min(1, limit / norm(g))",
        paper = "Pascanu, Mikolov and Bengio, 2013, https://arxiv.org/abs/1211.5063")
public record ClippedGradient(Optimizer optimizer, double limit) implements OptimizerWrapper {
    /** Checks the settings. */
    public ClippedGradient {
        Require.that(limit > 0 && limit < Double.POSITIVE_INFINITY, "limit", limit, "a finite number above 0");
    }

    @Override
    public OptimizerStep step(Parameters parameters, Parameters gradients, OptimizerState state) {
        return optimizer.step(parameters, clipped(gradients), state);
    }

    @Override
    public OptimizerState stepInPlace(Parameters parameters, Parameters gradients, OptimizerState state) {
        return optimizer.stepInPlace(parameters, clipped(gradients), state);
    }

    private Parameters clipped(Parameters gradients) {
        Tensor square = null;
        for (Tensor gradient : gradients.list()) {
            Tensor own = gradient.squaredNorm();
            square = square == null ? own : square.plus(own);
        }
        if (square == null || square.item() <= limit * limit) {
            return gradients;
        }
        Tensor factor = square.power(-0.5).times(limit);
        return gradients.map(gradient -> gradient.times(factor));
    }
}
