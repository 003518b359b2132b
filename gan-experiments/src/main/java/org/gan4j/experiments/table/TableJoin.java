package org.gan4j.experiments.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Join of tables: the rows of all in their order, below columns of which those of the same name are one.
 *
 * <p>Where a label occurs in more than one table, the name of the table follows it. Notes begin with the name of their
 * table unless all tables have them.
 */
public final class TableJoin {
    private final Map<String, ResultTable> tables = new LinkedHashMap<>();

    /**
     * Adds a table.
     *
     * @param name what tells it from the others, such as the name of its directory
     * @throws IllegalArgumentException if a table of this name is there already
     */
    public TableJoin with(String name, ResultTable table) {
        if (tables.putIfAbsent(name, table) != null) {
            throw new IllegalArgumentException("two tables are called " + name);
        }
        return this;
    }

    /**
     * Returns the one table.
     *
     * @throws IllegalArgumentException if there is none, or a column has another unit or direction, or another kind of
     *     uncertainty, in another table
     */
    public ResultTable table() {
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("there is no table to join");
        }
        List<ResultTable> all = new ArrayList<>(tables.values());
        if (all.size() == 1) {
            return all.get(0);
        }
        List<String> titles = all.stream().map(ResultTable::title).distinct().toList();
        List<String> headings =
                all.stream().map(ResultTable::rowHeading).distinct().toList();
        return new ResultTable(String.join("; ", titles), String.join(" or ", headings), columns(), rows(), notes());
    }

    private List<Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        tables.forEach((name, table) -> table.columns().forEach(column -> {
            Column known = columns.putIfAbsent(column.name(), column);
            if (known != null && !known.equals(column)) {
                throw new IllegalArgumentException("the column \"" + column.name() + "\" is " + said(column) + " in "
                        + name + ", and " + said(known) + " in a table before it");
            }
        }));
        return new ArrayList<>(columns.values());
    }

    private static String said(Column column) {
        String unit = column.unit().isEmpty() ? "without a unit" : "in " + column.unit();
        return switch (column.better()) {
            case HIGHER -> unit + ", higher is better";
            case LOWER -> unit + ", lower is better";
            case NEITHER -> unit + ", neither higher nor lower is better";
        };
    }

    private List<Row> rows() {
        SortedMap<String, Integer> count = new TreeMap<>();
        tables.values().forEach(table -> table.rows().forEach(row -> count.merge(row.label(), 1, Integer::sum)));
        List<String> columns = columns().stream().map(Column::name).toList();
        List<Row> rows = new ArrayList<>();
        tables.forEach((name, table) -> table.rows().forEach(row -> {
            String label = count.getOrDefault(row.label(), 0) > 1 ? row.label() + ", " + name : row.label();
            Row joined = new Row(label, row.cells(), row.published());
            List<String> own = table.columns().stream().map(Column::name).toList();
            for (String column : columns) {
                joined = own.contains(column) ? joined : joined.with(column, Cell.missing("not in its table"));
            }
            rows.add(joined);
        }));
        return rows;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        tables.forEach((name, table) -> table.notes().forEach(note -> {
            boolean shared =
                    tables.values().stream().allMatch(other -> other.notes().contains(note));
            String text = shared ? note : name + ": " + note;
            if (!notes.contains(text)) {
                notes.add(text);
            }
        }));
        return notes;
    }
}
