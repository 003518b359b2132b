package org.gan4j.experiments.table;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A line of a table: what it is about, our cells and the published ones, both by the name of their column.
 *
 * @param label the line's heading
 * @param cells ours, by column name; a column without one reads "not run"
 * @param published the published ones, by column name
 */
public record Row(String label, SortedMap<String, Cell> cells, SortedMap<String, Cell> published) {

    public Row {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a row needs a label");
        }
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        published = Collections.unmodifiableSortedMap(new TreeMap<>(published));
    }

    /** A row without cells; add them with the methods below. */
    public static Row of(String label) {
        return new Row(label, new TreeMap<>(), new TreeMap<>());
    }

    /** This row with our cell for a column. */
    public Row with(String column, Cell cell) {
        return new Row(label, put(cells, column, cell), published);
    }

    /** This row with the published cell for a column. */
    public Row withPublished(String column, Cell cell) {
        return new Row(label, cells, put(published, column, cell));
    }

    Optional<Cell> cell(String column, boolean fromPublication) {
        return Optional.ofNullable((fromPublication ? published : cells).get(column));
    }

    private static SortedMap<String, Cell> put(SortedMap<String, Cell> cells, String column, Cell cell) {
        SortedMap<String, Cell> more = new TreeMap<>(cells);
        more.put(column, cell);
        return more;
    }
}
