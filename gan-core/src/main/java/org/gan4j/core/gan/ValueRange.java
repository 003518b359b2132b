package org.gan4j.core.gan;

/**
 * An interval of values.
 *
 * @param low the least value, possibly negative infinity
 * @param high the greatest value, above low
 */
public record ValueRange(double low, double high) {
    /** Every real number. */
    public static final ValueRange UNBOUNDED = new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public ValueRange {
        if (!(low < high)) {
            throw new IllegalArgumentException("low must be less than high, but are " + low + " and " + high);
        }
    }
}
