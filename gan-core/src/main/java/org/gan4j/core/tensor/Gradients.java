package org.gan4j.core.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * Exact derivatives of a scalar with respect to tensors it was computed from.
 *
 * <p>Gradients are returned, one for each tensor asked for, of its shape and in the order asked; nothing is stored
 * anywhere. Only the part of the record that leads to a tensor asked for is followed.
 */
public final class Gradients {
    private Gradients() {}

    /**
     * Returns the gradients as plain values, which cannot be differentiated again; what was computed on the way is
     * released before returning. A tensor that the scalar does not depend on gets zeros.
     *
     * @throws IllegalArgumentException if {@code scalar} has more than one element, or a tensor asked for is not tracked
     */
    public static List<Tensor> of(Tensor scalar, List<Tensor> wrt) {
        try (Scope traversal = Scope.open()) {
            List<Tensor> gradients = Traversal.from(scalar, wrt, false);
            List<Tensor> kept = new ArrayList<>(gradients.size());
            for (Tensor gradient : gradients) {
                kept.add(traversal.keep(gradient));
            }
            return kept;
        }
    }

    /**
     * Returns the gradients together with the record of how they were computed, so that they can be part of a loss that
     * is differentiated in turn, to any order.
     *
     * @throws IllegalArgumentException if {@code scalar} has more than one element, or a tensor asked for is not tracked
     */
    public static List<Tensor> differentiable(Tensor scalar, List<Tensor> wrt) {
        return Traversal.from(scalar, wrt, true);
    }
}
