package org.gan4j.experiments.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.gan4j.eval.Uncertainty;
import org.gan4j.experiments.report.Markup;

/**
 * What an experiment found, in the form in which a paper prints it: rows by columns, published numbers beside ours.
 *
 * <p>A column gets a second, "published" one as soon as one row has a published cell for it. Nothing is left blank:
 * a cell without a number says what kept it from one.
 *
 * @param title one line above the table
 * @param rowHeading what the rows are, such as {@code model}
 * @param columns in printing order
 * @param rows in printing order
 * @param notes sentences below the table: settings, selection, deviations from the publication
 */
public record ResultTable(String title, String rowHeading, List<Column> columns, List<Row> rows, List<String> notes) {

    public ResultTable {
        columns = Collections.unmodifiableList(new ArrayList<>(columns));
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
        notes = Collections.unmodifiableList(new ArrayList<>(notes));
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("table \"" + title + "\" has no columns");
        }
        List<String> names = columns.stream().map(Column::name).toList();
        if (new TreeSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("table \"" + title + "\" has two columns of one name: " + names);
        }
        for (Row row : rows) {
            requireKnown(title, row, names);
        }
        for (String name : names) {
            requireOneKind(title, name, rows, true);
            requireOneKind(title, name, rows, false);
        }
    }

    /** An empty table with these columns; add rows and notes with the methods below. */
    public static ResultTable of(String title, String rowHeading, Column... columns) {
        return new ResultTable(title, rowHeading, List.of(columns), List.of(), List.of());
    }

    /** This table with one more column, in which rows that are there already have no cell. */
    public ResultTable withColumn(Column column) {
        List<Column> more = new ArrayList<>(columns);
        more.add(column);
        return new ResultTable(title, rowHeading, more, rows, notes);
    }

    /** This table with one more row. */
    public ResultTable with(Row row) {
        List<Row> more = new ArrayList<>(rows);
        more.add(row);
        return new ResultTable(title, rowHeading, columns, more, notes);
    }

    /** This table with one more note. */
    public ResultTable withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new ResultTable(title, rowHeading, columns, rows, more);
    }

    /** The table as Markdown, with footnotes. */
    public String toMarkdown() {
        return TableFormat.markdown(this);
    }

    /** The table as CSV by RFC 4180, with all digits. */
    public String toCsv() {
        return TableFormat.csv(this);
    }

    /** The table as a LaTeX table with booktabs rules. */
    public String toLatex() {
        return TableFormat.latex(this);
    }

    /** The table for a page, with footnotes. */
    public Markup toHtml() {
        return HtmlTable.of(this);
    }

    private static void requireKnown(String title, Row row, List<String> names) {
        List<String> used = new ArrayList<>(row.cells().keySet());
        used.addAll(row.published().keySet());
        used.removeAll(names);
        if (!used.isEmpty()) {
            throw new IllegalArgumentException("row \"" + row.label() + "\" of table \"" + title + "\" has cells for "
                    + used + ", but the columns are " + names);
        }
    }

    private static void requireOneKind(String title, String column, List<Row> rows, boolean published) {
        TreeSet<Uncertainty.Kind> kinds = new TreeSet<>();
        for (Row row : rows) {
            row.cell(column, published)
                    .flatMap(Cell::uncertainty)
                    .map(Uncertainty::kind)
                    .ifPresent(kinds::add);
        }
        if (kinds.size() > 1) {
            throw new IllegalArgumentException("column \"" + column + "\" of table \"" + title
                    + "\" mixes uncertainties of different kinds: " + kinds + "; give each kind a column of its own");
        }
    }
}
