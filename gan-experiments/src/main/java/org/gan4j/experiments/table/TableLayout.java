package org.gan4j.experiments.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gan4j.eval.Uncertainty;

/** A table laid out for printing: its printed columns, best cells, footnotes and the meaning of each plus-minus. */
final class TableLayout {

    private static final Cell NOT_RUN = Cell.missing("not run");
    private static final Cell NOT_PUBLISHED = Cell.missing("not published");

    /** One printed column: a quantity, ours or as published. */
    record Printed(Column column, boolean published, boolean beside) {
        String heading() {
            return published
                    ? column.heading() + ", published"
                    : beside ? column.heading() + ", ours" : column.heading();
        }
    }

    private final ResultTable table;
    private final List<Printed> columns = new ArrayList<>();
    private final List<String> footnotes = new ArrayList<>();

    TableLayout(ResultTable table) {
        this.table = table;
        for (Column column : table.columns()) {
            boolean published =
                    table.rows().stream().anyMatch(row -> row.published().containsKey(column.name()));
            if (published) {
                columns.add(new Printed(column, true, true));
            }
            columns.add(new Printed(column, false, published));
        }
        for (Row row : table.rows()) {
            columns.forEach(column -> note(cell(row, column)));
        }
    }

    List<Printed> columns() {
        return columns;
    }

    List<String> footnotes() {
        return footnotes;
    }

    Cell cell(Row row, Printed column) {
        return row.cell(column.column().name(), column.published())
                .orElse(column.published() ? NOT_PUBLISHED : NOT_RUN);
    }

    /** What a cell says, without its footnote's mark. */
    String text(Cell cell) {
        return switch (cell.status()) {
            case VALUE -> cell.text().orElseGet(() -> Rounding.text(cell.value().orElseThrow(), cell.uncertainty()));
            case DIVERGED -> "diverged";
            case MISSING -> cell.remark().filter(TableLayout::isShort).orElse("missing");
        };
    }

    /** The number of a cell's footnote, from 1. */
    Optional<Integer> footnote(Cell cell) {
        return cell.remark()
                .filter(remark -> cell.status() != Cell.Status.MISSING || !isShort(remark))
                .map(remark -> footnotes.indexOf(remark) + 1);
    }

    /** Whether a cell is the best of its printed column; nothing is the best of a single number. */
    boolean isBest(Cell cell, Printed column) {
        if (cell.value().isEmpty() || column.column().better() == Column.Better.NEITHER) {
            return false;
        }
        double sign = column.column().better() == Column.Better.HIGHER ? 1 : -1;
        double[] values = table.rows().stream()
                .map(row -> cell(row, column))
                .filter(other -> other.value().isPresent())
                .mapToDouble(other -> sign * other.value().orElseThrow())
                .toArray();
        double own = sign * cell.value().orElseThrow();
        double best = Double.NEGATIVE_INFINITY;
        double worst = Double.POSITIVE_INFINITY;
        for (double value : values) {
            best = Math.max(best, value);
            worst = Math.min(worst, value);
        }
        return own == best && worst < best;
    }

    /** One sentence per printed column with uncertainties: what its plus-minus is, and over how many. */
    List<String> meanings() {
        List<String> sentences = new ArrayList<>();
        for (Printed column : columns) {
            SortedSet<Integer> counts = new TreeSet<>();
            Optional<Uncertainty.Kind> kind = kind(column);
            table.rows().forEach(row -> counts.add(cell(row, column).count()));
            counts.remove(0);
            String over = counts.isEmpty() ? "" : " (n = " + join(counts) + ")";
            kind.ifPresent(found -> sentences.add("± of " + column.heading() + ": " + found.words() + over + "."));
            if (kind.isEmpty() && !counts.isEmpty()) {
                sentences.add("n of " + column.heading() + ": " + join(counts) + ".");
            }
        }
        return sentences;
    }

    Optional<Uncertainty.Kind> kind(Printed column) {
        return table.rows().stream()
                .flatMap(row -> cell(row, column).uncertainty().stream())
                .map(Uncertainty::kind)
                .findFirst();
    }

    private void note(Cell cell) {
        cell.remark()
                .filter(remark -> cell.status() != Cell.Status.MISSING || !isShort(remark))
                .filter(remark -> !footnotes.contains(remark))
                .ifPresent(footnotes::add);
    }

    private static boolean isShort(String reason) {
        return reason.length() <= 20;
    }

    private static String join(SortedSet<Integer> counts) {
        return String.join(", ", counts.stream().map(String::valueOf).toList());
    }
}
