package org.gan4j.experiments.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a table as Markdown, CSV or LaTeX. Lines end with a line feed, in CSV with carriage return and line feed. */
final class TableFormat {

    private TableFormat() {}

    static String markdown(ResultTable table) {
        TableLayout layout = new TableLayout(table);
        StringBuilder text = new StringBuilder("**" + escapeMarkdown(table.title()) + "**\n\n");
        List<List<String>> lines = new ArrayList<>();
        List<String> headings = new ArrayList<>(List.of(escapeMarkdown(table.rowHeading())));
        layout.columns().forEach(column -> headings.add(escapeMarkdown(column.heading())));
        lines.add(headings);
        for (Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(escapeMarkdown(row.label())));
            layout.columns().forEach(column -> cells.add(markdown(layout, layout.cell(row, column), column)));
            lines.add(cells);
        }
        text.append(aligned(lines));
        text.append('\n');
        layout.meanings()
                .forEach(sentence -> text.append(escapeMarkdown(sentence)).append("  \n"));
        for (int i = 0; i < layout.footnotes().size(); i++) {
            text.append("[" + (i + 1) + "] " + escapeMarkdown(layout.footnotes().get(i)) + "  \n");
        }
        table.notes().forEach(note -> text.append(escapeMarkdown(note)).append("  \n"));
        return text.toString();
    }

    static String csv(ResultTable table) {
        TableLayout layout = new TableLayout(table);
        StringBuilder text = new StringBuilder();
        List<String> headings = new ArrayList<>(List.of(table.rowHeading()));
        for (TableLayout.Printed column : layout.columns()) {
            String heading = column.heading();
            String kind = layout.kind(column).map(found -> ", " + found.words()).orElse("");
            headings.addAll(List.of(heading, heading + kind(kind), heading + ", n", heading + ", status"));
        }
        text.append(record(headings));
        for (Row row : table.rows()) {
            List<String> fields = new ArrayList<>(List.of(row.label()));
            for (TableLayout.Printed column : layout.columns()) {
                Cell cell = layout.cell(row, column);
                fields.add(cell.value().map(TableFormat::number).orElse(""));
                fields.add(
                        cell.uncertainty().map(found -> number(found.value())).orElse(""));
                fields.add(cell.count() == 0 ? "" : String.valueOf(cell.count()));
                fields.add(status(cell));
            }
            text.append(record(fields));
        }
        return text.toString();
    }

    static String latex(ResultTable table) {
        TableLayout layout = new TableLayout(table);
        StringBuilder text = new StringBuilder("% \\usepackage{booktabs}\n\\begin{table}\n\\centering\n");
        text.append("\\caption{" + Latex.escape(table.title()) + "}\n");
        text.append("\\begin{tabular}{l" + "r".repeat(layout.columns().size()) + "}\n\\toprule\n");
        List<String> headings = new ArrayList<>(List.of(Latex.escape(table.rowHeading())));
        layout.columns().forEach(column -> headings.add(Latex.escape(column.heading())));
        text.append(String.join(" & ", headings)).append(" \\\\\n\\midrule\n");
        for (Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(Latex.escape(row.label())));
            layout.columns().forEach(column -> cells.add(latex(layout, layout.cell(row, column), column)));
            text.append(String.join(" & ", cells)).append(" \\\\\n");
        }
        text.append("\\bottomrule\n\\end{tabular}\n");
        List<String> below = new ArrayList<>();
        layout.meanings().forEach(sentence -> below.add(Latex.escape(sentence)));
        for (int i = 0; i < layout.footnotes().size(); i++) {
            below.add("\\textsuperscript{" + (i + 1) + "}~"
                    + Latex.escape(layout.footnotes().get(i)));
        }
        table.notes().forEach(note -> below.add(Latex.escape(note)));
        if (!below.isEmpty()) {
            text.append("\\par\\smallskip\n\\begin{minipage}{\\linewidth}\\footnotesize\n");
            text.append(String.join("\\\\\n", below)).append("\n\\end{minipage}\n");
        }
        return text.append("\\end{table}\n").toString();
    }

    private static String markdown(TableLayout layout, Cell cell, TableLayout.Printed column) {
        String text = escapeMarkdown(layout.text(cell));
        String weighted = layout.isBest(cell, column) ? "**" + text + "**" : text;
        return layout.footnote(cell)
                .map(number -> weighted + " [" + number + "]")
                .orElse(weighted);
    }

    private static String latex(TableLayout layout, Cell cell, TableLayout.Printed column) {
        String text = Latex.number(layout.text(cell), layout.isBest(cell, column));
        return layout.footnote(cell)
                .map(number -> text + "\\textsuperscript{" + number + "}")
                .orElse(text);
    }

    private static String kind(String kind) {
        return kind.isEmpty() ? ", uncertainty" : kind;
    }

    private static String status(Cell cell) {
        String status = cell.status().name().toLowerCase(Locale.ROOT);
        return cell.remark().map(remark -> status + ": " + remark).orElse(status);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Lines of Markdown padded so that they read as a table in a terminal too: labels left, numbers right. */
    private static String aligned(List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        lines.forEach(line -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], Math.max(3, line.get(i).length()));
            }
        });
        for (int row = 0; row < lines.size(); row++) {
            text.append('|');
            for (int i = 0; i < columns; i++) {
                String cell = lines.get(row).get(i);
                String padding = " ".repeat(widths[i] - cell.length());
                text.append(' ')
                        .append(i == 0 ? cell + padding : padding + cell)
                        .append(" |");
            }
            text.append('\n');
            if (row == 0) {
                text.append("| ").append("-".repeat(widths[0])).append(" |");
                for (int i = 1; i < columns; i++) {
                    text.append(' ').append("-".repeat(widths[i] - 1)).append(": |");
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static String record(List<String> fields) {
        return String.join(",", fields.stream().map(TableFormat::field).toList()) + "\r\n";
    }

    private static String field(String field) {
        boolean quote = field.contains(",") || field.contains("\"") || field.contains("\n") || field.contains("\r");
        return quote ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    private static String escapeMarkdown(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replace("\r", "").replace("\n", " ");
    }
}
