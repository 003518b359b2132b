package org.gan4j.experiments.table;

import java.util.List;
import org.gan4j.experiments.report.Markup;

/** Writes a table for a page. */
final class HtmlTable {
    private HtmlTable() {}

    static Markup of(ResultTable table) {
        TableLayout layout = new TableLayout(table);
        Markup html = new Markup().open("div", "class", "scroll").open("table").element("caption", table.title());
        html.open("thead").open("tr").element("th", table.rowHeading());
        layout.columns().forEach(column -> html.element("th", column.heading(), "class", "number"));
        html.close().close().open("tbody");
        for (Row row : table.rows()) {
            html.open("tr").element("th", row.label());
            layout.columns().forEach(column -> cell(html, layout, layout.cell(row, column), column));
            html.close();
        }
        html.close().close().close();
        layout.meanings().forEach(sentence -> html.element("p", sentence, "class", "soft"));
        List<String> footnotes = layout.footnotes();
        for (int i = 0; i < footnotes.size(); i++) {
            html.element("p", "[" + (i + 1) + "] " + footnotes.get(i), "class", "soft");
        }
        table.notes().forEach(note -> html.element("p", note, "class", "soft"));
        return html;
    }

    private static void cell(Markup html, TableLayout layout, Cell cell, TableLayout.Printed column) {
        html.open("td", "class", "number");
        if (layout.isBest(cell, column)) {
            html.element("strong", layout.text(cell));
        } else {
            html.text(layout.text(cell));
        }
        layout.footnote(cell).ifPresent(number -> html.element("sup", "[" + number + "]"));
        html.close();
    }
}
