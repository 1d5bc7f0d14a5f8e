package io.billingcenter.writers.files.report;

import java.util.List;
import java.util.function.Consumer;

/** A table that scrolls by itself where the page is narrow. Columns whose title begins with {@code #} hold numbers. */
final class HtmlTable {

    private static final String NUMBER = "#";

    private final Html html;
    private final List<String> titles;
    private int column;

    private HtmlTable(Html html, List<String> titles) {
        this.html = html;
        this.titles = titles;
    }

    /** Writes a table: its caption, titles of columns, and rows by the writer. */
    static void write(Html html, String caption, List<String> titles, Consumer<HtmlTable> rows) {
        html.element("p", caption, "class", "caption");
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
        html.open("table", "aria-label", caption);
        html.open("thead").open("tr");
        HtmlTable table = new HtmlTable(html, titles);
        for (String title : titles) {
            html.element("th", table.text(title), "scope", "col", "class", table.style(title));
        }
        html.close().close();
        html.open("tbody");
        rows.accept(table);
        html.close().close().close();
    }

    /** A row of texts, the first of which names it. */
    void row(String... cells) {
        begin();
        for (String cell : cells) {
            cell(cell);
        }
        end();
    }

    void begin() {
        html.open("tr");
        column = 0;
    }

    void end() {
        html.close();
    }

    void cell(String content) {
        cell(() -> html.text(content));
    }

    /** A cell with whatever the writer writes. */
    void cell(Runnable content) {
        String style = style(titles.get(column));
        if (column == 0) {
            html.open("th", "scope", "row", "class", style);
        } else {
            html.open("td", "class", style);
        }
        content.run();
        html.close();
        column++;
    }

    private String style(String title) {
        return title.startsWith(NUMBER) ? "number" : "text";
    }

    private String text(String title) {
        return title.startsWith(NUMBER) ? title.substring(1) : title;
    }
}
