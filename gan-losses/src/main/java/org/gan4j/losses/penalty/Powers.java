package org.gan4j.losses.penalty;

import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Powers of values that are at least 0, with derivatives that are finite at 0. */
final class Powers {
    private Powers() {}

    /** Returns x^exponent for x and exponent - 1 at least 0; all derivatives of a broken power count as 0 at x = 0. */
    static Tensor of(Tensor x, double exponent) {
        if (exponent == 1) {
            return x;
        }
        if (exponent == Math.rint(exponent)) {
            return x.power(exponent);
        }
        Tensor positive = x.greaterThan(0);
        Tensor one = Tensor.ones(x.dtype(), Shape.SCALAR);
        Tensor zero = Tensor.zeros(x.dtype(), Shape.SCALAR);
        return Tensor.where(positive, Tensor.where(positive, x, one).power(exponent), zero);
    }
}
