package org.gan4j.experiments.bench;

/**
 * So many times took so long.
 *
 * @param count how many times, at least 1
 * @param seconds all of them together
 */
record Timing(long count, double seconds) {
    Timing {
        if (count < 1 || !(seconds >= 0)) {
            throw new IllegalArgumentException(
                    "a timing needs a count of at least 1 and seconds of at least 0, but has " + count + " and "
                            + seconds);
        }
    }

    /** Returns the seconds of one. */
    double each() {
        return seconds / count;
    }
}
