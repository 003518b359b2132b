package org.gan4j.core.gan.finite;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * A term given as an operation that works element by element.
 *
 * @param operation keeps the shape [N, 1] of the scores
 */
@SuppressWarnings("try") // a scope is there to be closed
record ElementwiseTerm(UnaryOperator<Tensor> operation) implements ScoreTerm {
    @Override
    public double[] values(double... scores) {
        try (Scope scope = Scope.open()) {
            return operation
                    .apply(Tensor.of(Shape.of(scores.length, 1), scores))
                    .toDoubles();
        }
    }

    @Override
    public double[] slopes(double... scores) {
        try (Scope scope = Scope.open()) {
            Tensor column = Tensor.of(Shape.of(scores.length, 1), scores).tracked();
            return Gradients.of(operation.apply(column).sum(), List.of(column))
                    .get(0)
                    .toDoubles();
        }
    }
}
