package org.gan4j.core.tensor;

/** The refusals to read memory that no longer holds a tensor's values. */
final class Stale {
    private Stale() {}

    static IllegalStateException reading(Shape shape, boolean scopeIsOpen) {
        if (scopeIsOpen) {
            return new IllegalStateException("this " + shape + " tensor was updated in place after it was recorded;"
                    + " compute it again from the updated parameters, or take a persistent() copy before the update");
        }
        return new IllegalStateException("this " + shape + " tensor belongs to a scope that has closed; call"
                + " Scope.keep(tensor) before the scope's end, or persistent() for a copy that outlives scopes");
    }
}
