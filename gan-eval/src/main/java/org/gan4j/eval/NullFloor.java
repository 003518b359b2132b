package org.gan4j.eval;

/**
 * Null floor of an estimate: what a perfect sampler, one that draws from the distribution of the data, scores on average with
 * as many samples.
 *
 * @param value in the unit of the measure, finite
 * @param source how it is known
 * @param origin what it is, in a few words or a formula: {@code (K - 1) / (2 n)}
 */
public record NullFloor(double value, Source source, String origin) {

    /** How a null floor is known. */
    public enum Source {
        /** By a formula that holds for every number of samples. */
        EXACT("exact"),
        /** By a formula that holds for many samples. */
        APPROXIMATED("approximated"),
        /** By measuring rows of the data in place of samples, so that it has an error of its own. */
        SIMULATED("from data");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        /** Returns the source in words. */
        public String words() {
            return words;
        }
    }

    public NullFloor {
        if (!Double.isFinite(value) || origin.isBlank()) {
            throw new IllegalArgumentException("a null floor is a finite number of a known origin, but is " + value
                    + " of origin \"" + origin + "\"; leave it out of the estimate where it is not known");
        }
    }
}
