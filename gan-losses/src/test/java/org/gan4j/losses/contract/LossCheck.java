package org.gan4j.losses.contract;

/**
 * One thing that every loss must satisfy.
 *
 * @param name what it is, as a sentence without its subject
 * @param body fails with an {@link AssertionError} when a loss does not satisfy it
 */
public record LossCheck(String name, Body body) {
    /** Looks at a loss. */
    @FunctionalInterface
    public interface Body {
        /** Checks a loss and records how far it was from what is known. */
        void check(LossCase loss, Deviations deviations);
    }

    @Override
    public String toString() {
        return name;
    }
}
