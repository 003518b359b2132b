package org.gan4j.experiments.memory;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Whether training held its memory flat.
 *
 * @param readings after the warm-up and at each interval, at least two
 * @param heapFixed whether the Java heap had its full size from the start, so that resident memory cannot grow by it
 */
public record MemoryReport(List<MemoryReading> readings, boolean heapFixed) {
    /** The largest relative change of resident memory that counts as flat. */
    public static final double TOLERANCE = 0.02;

    /** Checks that there is something to compare. */
    public MemoryReport {
        if (readings.size() < 2) {
            throw new IllegalArgumentException("a comparison needs at least 2 readings, but has " + readings.size());
        }
        readings = Collections.unmodifiableList(readings);
    }

    /** Returns the first reading. */
    public MemoryReading first() {
        return readings.get(0);
    }

    /** Returns the last reading. */
    public MemoryReading last() {
        return readings.get(readings.size() - 1);
    }

    /**
     * Returns the change of resident memory against the first reading that is largest in size, as a fraction of it;
     * empty where the system does not tell.
     */
    public Optional<Double> largestChange() {
        Optional<Double> largest = Optional.empty();
        for (MemoryReading reading : readings) {
            if (first().resident().isEmpty() || reading.resident().isEmpty()) {
                return Optional.empty();
            }
            double change =
                    (double) reading.resident().get() / first().resident().get() - 1;
            if (largest.isEmpty() || Math.abs(change) > Math.abs(largest.get())) {
                largest = Optional.of(change);
            }
        }
        return largest;
    }

    /** Returns whether every reading of resident memory is within {@link #TOLERANCE} of the first. */
    public boolean isFlat() {
        return largestChange().map(change -> Math.abs(change) <= TOLERANCE).orElse(false);
    }
}
