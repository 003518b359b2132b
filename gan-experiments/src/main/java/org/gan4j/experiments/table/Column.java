package org.gan4j.experiments.table;

import java.util.Objects;
import org.gan4j.eval.Measure;

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

    /** The column of a measure: its label, its unit and which end is good. */
    public static Column of(Measure measure) {
        Better better = switch (measure.direction()) {
            case HIGHER -> Better.HIGHER;
            case LOWER -> Better.LOWER;
            case TOWARDS_FLOOR, NEITHER -> Better.NEITHER;
        };
        return new Column(measure.label(), measure.unit().symbol(), better);
    }

    /** The heading: name and unit. */
    public String heading() {
        return unit.isEmpty() ? name : name + " [" + unit + "]";
    }
}
