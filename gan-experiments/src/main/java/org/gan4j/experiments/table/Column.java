package org.gan4j.experiments.table;

import java.util.Objects;

/**
 * A quantity of a table.
 *
 * @param name its heading, without the unit
 * @param unit such as {@code nats} or {@code %}; empty where there is none
 * @param better which end is good, hence which cell is set in bold
 */
public record Column(String name, String unit, Better better) {

    /** Which end of a quantity is good. */
    public enum Better {
        /** More is better. */
        HIGHER,
        /** Less is better. */
        LOWER,
        /** Neither; nothing is set in bold. */
        NEITHER
    }

    public Column {
        Objects.requireNonNull(better, "better is null");
        Objects.requireNonNull(unit, "unit is null");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a column needs a name");
        }
    }

    /** The heading: name and unit. */
    public String heading() {
        return unit.isEmpty() ? name : name + " [" + unit + "]";
    }
}
