package org.gan4j.core.gan;

/**
 * Norm of the score's gradient that a penalty asks for.
 *
 * @param norm the norm that costs nothing, above 0
 * @param atMost whether smaller norms cost nothing either
 */
public record GradientTarget(double norm, boolean atMost) {
    /**
     * Checks the norm.
     *
     * @throws IllegalArgumentException if it is not finite and above 0: a penalty that asks for no gradient has no target
     */
    public GradientTarget {
        if (!(norm > 0 && norm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("norm must be finite and above 0, but is " + norm);
        }
    }
}
