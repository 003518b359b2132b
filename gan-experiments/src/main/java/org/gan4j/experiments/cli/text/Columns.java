package org.gan4j.experiments.cli.text;

import java.util.List;

/** Text in columns that line up. */
public final class Columns {
    private Columns() {}

    /** Returns one line per row; every column but the last is as wide as its widest entry. */
    public static String of(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String entry = row.get(column);
                line.append(entry);
                if (column < row.size() - 1) {
                    line.append(" ".repeat(width(rows, column) - entry.length() + 2));
                }
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
