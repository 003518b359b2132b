package org.gan4j.core.config;

/**
 * Checks of a strategy's settings. Messages begin with the setting's name, so that a configuration can say where it stands;
 * a condition that NaN makes false refuses NaN.
 */
public final class Require {
    private Require() {}

    /**
     * Refuses a value: "name must be what, but is value".
     *
     * @throws IllegalArgumentException if the condition does not hold
     */
    public static void that(boolean holds, String name, Object value, String what) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + what + ", but is " + value);
        }
    }

    /**
     * Refuses a number that is not finite, or not at least a whole number.
     *
     * @throws IllegalArgumentException if value is below least, infinite or NaN
     */
    public static void atLeast(String name, double value, int least) {
        that(value >= least && value < Double.POSITIVE_INFINITY, name, value, "finite and at least " + least);
    }

    /**
     * Refuses a number that is not finite, or not above a whole number.
     *
     * @throws IllegalArgumentException if value is at or below bound, infinite or NaN
     */
    public static void above(String name, double value, int bound) {
        that(value > bound && value < Double.POSITIVE_INFINITY, name, value, "finite and above " + bound);
    }
}
