package org.gan4j.core.optim;

import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.Tensor;

/** Running means of gradients, in differentiable operations. */
final class Moments {
    private Moments() {}

    /** Returns decay m + (1 - decay) g. */
    static Parameters first(Parameters mean, Parameters gradients, double decay) {
        return mean.zip(gradients, (m, g) -> m.times(decay).plus(g.times(1 - decay)));
    }

    /** Returns decay v + (1 - decay) g^2. */
    static Parameters second(Parameters mean, Parameters gradients, double decay) {
        return mean.zip(gradients, (v, g) -> v.times(decay).plus(g.square().times(1 - decay)));
    }

    /**
     * Returns the square root of a tensor without negative elements, with derivative 0 where it is 0: a parameter whose
     * gradient has been 0 so far stays where it is and passes no NaN to a derivative of the step.
     */
    static Tensor root(Tensor v) {
        Tensor positive = v.greaterThan(0);
        Tensor zeros = Tensor.zeros(v.dtype(), v.shape());
        Tensor ones = Tensor.ones(v.dtype(), v.shape());
        return Tensor.where(positive, Tensor.where(positive, v, ones).sqrt(), zeros);
    }
}
