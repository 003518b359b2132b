package org.gan4j.core.optim;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.ParameterUpdate;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Max-norm constraint: another optimizer's step, after which the weights that enter one unit are scaled down to a
 * largest Euclidean norm.
 *
 * <p>W[:, j]' = W[:, j] min(norm_j, limit) / (1e-7 + norm_j), as in the 2014 code, so that columns within the limit
 * change by a relative 1e-7 / norm_j at most. It applies to the parameters of two axes, [in, out]; each piece of a maxout
 * unit is a column of its own. Biases and other tensors are left alone.
 *
 * @param optimizer the optimizer whose step is constrained
 * @param limit the largest norm, above 0; 1.9365 in the 2014 paper's experiments on faces
 * @see <a href="https://arxiv.org/abs/1207.0580">Hinton et al., Improving neural networks by preventing co-adaptation of
 *     feature detectors, 2012</a>
 */
@About(
        value = "Another optimizer's step, after which the weights into a unit have a largest norm.",
        formula = "W[:, j] = W[:, j] min(norm, limit) / (1e-7 + norm)",
        paper =
                "Hinton et al., Improving neural networks by preventing co-adaptation, 2012, https://arxiv.org/abs/1207.0580")
public record MaxColumnNorm(Optimizer optimizer, double limit) implements OptimizerWrapper {
    private static final double SMALL = 1e-7;

    /** Checks the settings. */
    public MaxColumnNorm {
        Require.that(limit > 0 && limit < Double.POSITIVE_INFINITY, "limit", limit, "a finite number above 0");
    }

    @Override
    public OptimizerStep step(Parameters parameters, Parameters gradients, OptimizerState state) {
        OptimizerStep step = optimizer.step(parameters, gradients, state);
        return new OptimizerStep(step.parameters().map(this::constrained), step.state());
    }

    @Override
    public OptimizerState stepInPlace(Parameters parameters, Parameters gradients, OptimizerState state) {
        OptimizerState next = optimizer.stepInPlace(parameters, gradients, state);
        for (Tensor p : parameters.list()) {
            if (p.shape().rank() == 2) {
                ParameterUpdate.assign(p, constrained(p));
            }
        }
        return next;
    }

    private Tensor constrained(Tensor p) {
        if (p.shape().rank() != 2) {
            return p;
        }
        Tensor norms = p.norm(0);
        Tensor factors = norms.minimum(limit).dividedBy(norms.plus(SMALL));
        return p.times(factors.reshape(Shape.of(1, p.shape().dim(1))));
    }

    @Override
    public boolean boundsWeights() {
        return true;
    }
}
