package org.gan4j.eval;

import java.util.Objects;

/**
 * How far an estimate may be from what it estimates, together with what the number was computed over.
 *
 * <p>Published tables print different quantities after the same plus-minus sign; here the sign always carries its
 * kind.
 *
 * @param value a non-negative number in the unit of the estimate
 * @param kind what the number is a deviation of
 */
public record Uncertainty(double value, Kind kind) {

    /** What an uncertainty was computed over. */
    public enum Kind {
        /** Sample deviation over test points divided by the square root of their number; one model, one sample set. */
        STANDARD_ERROR_OVER_TEST_POINTS("standard error over test points"),
        /** Sample deviation over generated samples divided by the square root of their number. */
        STANDARD_ERROR_OVER_GENERATED_SAMPLES("standard error over generated samples"),
        /** Sample deviation over training seeds divided by the square root of their number. */
        STANDARD_ERROR_OVER_SEEDS("standard error over seeds"),
        /** Sample deviation (n - 1) over training seeds. */
        DEVIATION_OVER_SEEDS("standard deviation over seeds"),
        /** Sample deviation (n - 1) over sets of generated samples of one trained model. */
        DEVIATION_OVER_SAMPLE_SETS("standard deviation over sample sets"),
        /** Standard error over the folds of a data set. */
        STANDARD_ERROR_OVER_FOLDS("standard error over folds"),
        /** A published number whose source does not say what it is a deviation of. */
        UNSTATED("not stated by its source");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The kind in words, as tables print it. */
        public String words() {
            return words;
        }
    }

    public Uncertainty {
        Objects.requireNonNull(kind, "kind is null");
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("an uncertainty (" + kind.words()
                    + ") must be a finite number of at least 0, but is " + value
                    + "; leave the uncertainty out of the estimate where it cannot be computed");
        }
    }
}
