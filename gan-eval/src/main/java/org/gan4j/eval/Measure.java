package org.gan4j.eval;

import java.util.Objects;
import java.util.Optional;

/**
 * What an estimate is an estimate of: declared once, by the evaluator, and read by tables, pages and the command line.
 *
 * @param name in lower case with dashes, such as {@code parzen-log-likelihood}; two measures of one name are the same
 * @param label the words that a column, a chart or a card shows, without the unit
 * @param unit of the value, the uncertainty and the floor
 * @param direction which values are better
 * @param uncertainty what the plus-minus of its estimates is; empty where they have none
 * @param noUncertainty why they have none; empty exactly where they have one
 */
public record Measure(
        String name,
        String label,
        Unit unit,
        Direction direction,
        Optional<Uncertainty.Kind> uncertainty,
        Optional<String> noUncertainty) {

    /** Checks that there are a name and a label. */
    public Measure {
        Objects.requireNonNull(unit, "unit is null");
        Objects.requireNonNull(direction, "direction is null");
        if (name.isBlank() || label.isBlank()) {
            throw new IllegalArgumentException(
                    "a measure needs a name and a label, but has \"" + name + "\" and \"" + label + "\"");
        }
        if (uncertainty.isPresent() == noUncertainty.isPresent()) {
            throw new IllegalArgumentException("measure " + name
                    + " must say either what its uncertainty is or why it has none, but says " + uncertainty + " and "
                    + noUncertainty);
        }
    }

    /** Returns a measure whose estimates have an uncertainty of this kind. */
    public static Measure of(String name, String label, Unit unit, Direction direction, Uncertainty.Kind uncertainty) {
        return new Measure(name, label, unit, direction, Optional.of(uncertainty), Optional.empty());
    }

    /** Returns a measure whose estimates have no uncertainty, with the reason. */
    public static Measure without(String name, String label, Unit unit, Direction direction, String noUncertainty) {
        return new Measure(name, label, unit, direction, Optional.empty(), Optional.of(noUncertainty));
    }
}
