package org.gan4j.experiments.table;

import java.util.Objects;
import java.util.Optional;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Uncertainty;
import org.gan4j.eval.statistics.Summary;

/**
 * One entry of a table: a number with its uncertainty and count, or the plain statement that there is none.
 *
 * @param status whether there is a number
 * @param value the number; present exactly when the status is VALUE
 * @param uncertainty in the unit of the value, with what it is a deviation of
 * @param count over how many runs or points; 0 where nothing was counted
 * @param text the number as its source printed it; empty for our own, which are rounded to their uncertainty
 * @param remark a footnote's text; for a cell without a number, why
 */
public record Cell(
        Status status,
        Optional<Double> value,
        Optional<Uncertainty> uncertainty,
        int count,
        Optional<String> text,
        Optional<String> remark) {

    /** Whether a cell holds a number, and if not, what kept it from one. */
    public enum Status {
        /** A number. */
        VALUE,
        /** Nothing was run or published. */
        MISSING,
        /** The run met a non-finite value: a result, but not a number. */
        DIVERGED
    }

    public Cell {
        Objects.requireNonNull(text, "text is null");
        if (value.isPresent() != (status == Status.VALUE)) {
            throw new IllegalArgumentException("a cell has a value exactly when its status is VALUE, but here they are "
                    + value + " and " + status);
        }
        if (value.isPresent() && !Double.isFinite(value.get())) {
            throw new IllegalArgumentException(
                    "a table never prints " + value.get() + " as a number: use Cell.diverged or Cell.missing");
        }
        if (status != Status.VALUE && remark.isEmpty()) {
            throw new IllegalArgumentException("a cell without a number must say why");
        }
    }

    /** A number of our own without uncertainty. */
    public static Cell of(double value) {
        return measured(value, Optional.empty(), 0);
    }

    /** A number of our own, its uncertainty, and over how many runs or points. */
    public static Cell of(double value, Uncertainty uncertainty, int count) {
        return measured(value, Optional.of(uncertainty), count);
    }

    /** Mean and sample deviation over seeds; a single seed has no deviation. */
    public static Cell deviation(Summary summary) {
        return measured(summary.mean(), summary.overSeeds(), summary.count());
    }

    /** Mean and standard error over seeds; a single seed has no error. */
    public static Cell standardError(Summary summary) {
        return measured(summary.mean(), summary.errorOverSeeds(), summary.count());
    }

    /** An evaluator's number; its warnings become the footnote, and a number that does not exist a missing cell. */
    public static Cell of(Estimate estimate) {
        String warnings = String.join(" ", estimate.warnings());
        if (!Double.isFinite(estimate.value())) {
            return missing(warnings.isEmpty() ? estimate.name() + " is " + estimate.value() : warnings);
        }
        Cell cell = measured(estimate.value(), estimate.uncertainty(), 0);
        return warnings.isEmpty() ? cell : cell.withRemark(warnings);
    }

    /**
     * A published number, shown with the digits of its source.
     *
     * @param value such as {@code "225"}
     * @param uncertainty such as {@code "2"}
     * @param kind what the source says that the uncertainty is; UNSTATED where it does not
     * @throws NumberFormatException if either is not a number
     */
    public static Cell published(String value, String uncertainty, Uncertainty.Kind kind) {
        return new Cell(
                Status.VALUE,
                Optional.of(Double.parseDouble(value)),
                Optional.of(new Uncertainty(Double.parseDouble(uncertainty), kind)),
                0,
                Optional.of(value + " ± " + uncertainty),
                Optional.empty());
    }

    /** A published number without uncertainty, shown with the digits of its source. */
    public static Cell published(String value) {
        return new Cell(
                Status.VALUE,
                Optional.of(Double.parseDouble(value)),
                Optional.empty(),
                0,
                Optional.of(value),
                Optional.empty());
    }

    /** No number, and why: "not run", "not obtainable". */
    public static Cell missing(String reason) {
        return new Cell(Status.MISSING, Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.of(reason));
    }

    /** No number because every run diverged: where and how. */
    public static Cell diverged(String where) {
        return new Cell(Status.DIVERGED, Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.of(where));
    }

    /** This cell with a footnote, after the one it may have. */
    public Cell withRemark(String sentence) {
        String joined = remark.map(first -> first + " " + sentence).orElse(sentence);
        return new Cell(status, value, uncertainty, count, text, Optional.of(joined));
    }

    private static Cell measured(double value, Optional<Uncertainty> uncertainty, int count) {
        return new Cell(Status.VALUE, Optional.of(value), uncertainty, count, Optional.empty(), Optional.empty());
    }
}
