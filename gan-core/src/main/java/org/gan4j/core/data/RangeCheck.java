package org.gan4j.core.data;

import java.util.Locale;
import java.util.Optional;

/**
 * Compares the range that a generator's last layer can reach with the range of the data.
 *
 * <p>A generator that ends in tanh, [-1, 1], fed with data in [0, 1] trains without an error and never fits: half of
 * what it can say lies outside of the data. One that ends in a sigmoid cannot reach points beyond 1.
 */
public final class RangeCheck {
    private RangeCheck() {}

    /**
     * Returns what is wrong with an output range for the data and how to mend it, or nothing.
     *
     * <p>An unbounded output fits all data. A bounded one must have exactly the range of the data.
     *
     * @param low the least value that the generator can reach, or negative infinity
     * @param high the greatest value that the generator can reach, or positive infinity
     * @param data the specification of the data
     * @param dataset the name of the data set, for the message
     */
    public static Optional<String> mismatch(double low, double high, SampleSpec data, String dataset) {
        boolean unbounded = low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY;
        if (unbounded || (low == data.low() && high == data.high())) {
            return Optional.empty();
        }
        String reason = data.low() < low || data.high() > high
                ? "the generator can never produce part of the data"
                : "part of what the generator produces can never be data";
        return Optional.of("the generator's output lies in " + text(low, high) + " but data set '" + dataset
                + "' has values in " + text(data.low(), data.high()) + ": " + reason + "; " + remedy(data));
    }

    private static String remedy(SampleSpec data) {
        if (data.low() == 0 && data.high() == 1) {
            return "end the generator in sigmoid";
        }
        if (data.low() == -1 && data.high() == 1) {
            return "end the generator in tanh";
        }
        return data.bounded()
                ? "end the generator in a linear layer, or rescale the data to the generator's range"
                : "end the generator in a linear layer";
    }

    private static String text(double low, double high) {
        if (low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY) {
            return "(-infinity, infinity)";
        }
        return String.format(Locale.ROOT, "[%s, %s]", number(low), number(high));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
