package org.gan4j.experiments.bench;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** Work that can be done again and again, and whose time is taken. */
interface Workload {
    /** Works for about so many seconds, at least once, and returns how often and how long. */
    Timing work(double seconds);

    /** Returns how many numbers each player learns, by the player's name; empty where nothing learns. */
    default SortedMap<String, Long> parameters() {
        return Collections.emptySortedMap();
    }

    /** Returns what the work computes, where that is one number; known after the first work. */
    default OptionalDouble value() {
        return OptionalDouble.empty();
    }
}
