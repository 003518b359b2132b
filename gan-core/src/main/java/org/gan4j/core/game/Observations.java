package org.gan4j.core.game;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/**
 * Collects the numbers of one step, or ignores them: numbers are computed at steps that are reported and at no others.
 */
public final class Observations {
    private final boolean wanted;
    private final SortedMap<String, Double> values = new TreeMap<>();

    private Observations(boolean wanted) {
        this.wanted = wanted;
    }

    /** Returns a collector. */
    public static Observations collected() {
        return new Observations(true);
    }

    /** Returns one that ignores everything, without computing it. */
    public static Observations ignored() {
        return new Observations(false);
    }

    /** Tells whether numbers are collected. */
    public boolean wanted() {
        return wanted;
    }

    /** Notes a number; a later one of the same name replaces it. */
    public void note(String name, DoubleSupplier value) {
        if (wanted) {
            values.put(name, value.getAsDouble());
        }
    }

    /** Returns what has been collected, by name. */
    public SortedMap<String, Double> values() {
        return Collections.unmodifiableSortedMap(values);
    }
}
