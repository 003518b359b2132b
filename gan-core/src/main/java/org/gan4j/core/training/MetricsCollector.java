package org.gan4j.core.training;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Collector of one step's metrics, or none: values are computed at steps that are reported and at no others. */
public final class MetricsCollector {
    private final boolean wanted;
    private final boolean explained;
    private final SortedMap<String, Double> values = new TreeMap<>();
    private final SortedMap<String, String> explanations = new TreeMap<>();

    private MetricsCollector(boolean wanted, boolean explained) {
        this.wanted = wanted;
        this.explained = explained;
    }

    /** Returns a collector. */
    public static MetricsCollector collected() {
        return new MetricsCollector(true, false);
    }

    /** Returns one that ignores everything, without computing it. */
    public static MetricsCollector ignored() {
        return new MetricsCollector(false, false);
    }

    /** Returns one that ignores metrics and keeps in words what losses were computed from. */
    static MetricsCollector explanations() {
        return new MetricsCollector(false, true);
    }

    /** Tells whether metrics are collected. */
    public boolean wanted() {
        return wanted;
    }

    /** Notes a number; a later one of the same name replaces it. */
    public void note(String name, DoubleSupplier value) {
        if (wanted) {
            values.put(name, value.getAsDouble());
        }
    }

    /** Notes in words what the loss of a player was computed from; later words replace earlier ones. */
    public void explain(String player, Supplier<String> circumstances) {
        if (explained) {
            explanations.put(player, circumstances.get());
        }
    }

    /** Returns what the loss of a player was computed from, in words; empty if nothing is known. */
    String explanation(String player) {
        return explanations.getOrDefault(player, "");
    }

    /** Returns what has been collected, by name. */
    public SortedMap<String, Double> values() {
        return Collections.unmodifiableSortedMap(values);
    }
}
