package org.gan4j.core.data;

import java.util.stream.IntStream;

/** A finite part of a data set (training, validation or test), read by row numbers. */
public interface Split {

    /** Returns the number of rows. */
    int size();

    /**
     * Returns the rows with the given numbers, in that order; a number may occur more than once.
     *
     * @return values [rows.length, ...] in float32, with labels when the data set has them
     * @throws IndexOutOfBoundsException if a number is negative or not below {@link #size()}
     */
    Samples rows(int... rows);

    /**
     * Returns the rows {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @throws IndexOutOfBoundsException if the range is not within the split
     */
    default Samples range(int from, int to) {
        return rows(IntStream.range(from, to).toArray());
    }

    /** Returns all rows in order. */
    default Samples all() {
        return range(0, size());
    }
}
