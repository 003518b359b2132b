package org.gan4j.experiments.card;

import java.util.Arrays;

/** Evenly spaced numbers. */
final class EvenlySpaced {
    private EvenlySpaced() {}

    /** Returns both ends and the numbers between them that cut the interval into equal steps. */
    static double[] between(double low, double high, int steps) {
        double[] numbers = new double[steps + 1];
        Arrays.setAll(numbers, i -> low + (high - low) * i / steps);
        return numbers;
    }
}
