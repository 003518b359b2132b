package org.gan4j.core.tensor;

/**
 * The derivative rule of one argument x of an operation z = f(x, ...): from the gradient of some scalar with respect to
 * z it computes the gradient with respect to x, in differentiable operations. A rule touches no tensors but those it is
 * handed; where an argument was broadcast it may return the gradient of the broadcast shape.
 */
@FunctionalInterface
interface Rule {
    /** A rule for an argument that enters the result with factor 1. */
    Rule IDENTITY = (gradient, saved) -> gradient;

    /**
     * Returns the gradient with respect to the argument.
     *
     * @param saved the tensors that were recorded for this rule, detached when the result need not be differentiable
     */
    Tensor apply(Tensor gradient, Tensor[] saved);

    /**
     * Adds what {@link #apply} would return to a tensor of the argument's shape that nobody else holds, in one kernel;
     * returns false, having done nothing, if the rule has none.
     */
    default boolean addTo(Tensor sum, Tensor gradient, Tensor[] saved) {
        return false;
    }
}
