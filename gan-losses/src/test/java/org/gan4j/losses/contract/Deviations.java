package org.gan4j.losses.contract;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The largest distance from what is known, by quantity. */
public final class Deviations {
    private final SortedMap<String, Double> largest = new TreeMap<>();

    void record(String quantity, double distance) {
        largest.merge(quantity, distance, Math::max);
    }

    /** Returns the largest distance of each quantity that was compared. */
    public SortedMap<String, Double> largest() {
        return Collections.unmodifiableSortedMap(largest);
    }
}
