package org.gan4j.experiments.report;

import java.util.Base64;
import java.util.List;
import java.util.SortedMap;

/**
 * A page that stands for itself: style, curves and pictures are inside, nothing is fetched. It follows the reader's
 * choice of light or dark and can be printed.
 */
public final class Page {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1d2433;--soft:#5c667a;--line:#d9dee8;--sheet:#fff;--back:#f4f6fa;
              --warn:#8a4b00;--warn-back:#fff3df;--bad:#a3161c;--good:#0b6b43;
              --c0:#0072b2;--c1:#c94f00;--c2:#008a64;--c3:#b07c00;--c4:#a8548a;--c5:#2c86b8;--c6:#555;--c7:#8f7d00}
            @media (prefers-color-scheme:dark){:root{--ink:#e4e8f0;--soft:#9aa5b8;--line:#353d4c;--sheet:#1b212c;
              --back:#12161e;--warn:#ffc877;--warn-back:#3a2c12;--bad:#ff8a8a;--good:#6fd6a6;
              --c0:#58b4ee;--c1:#ff9354;--c2:#41cfa3;--c3:#ecb94a;--c4:#e39cc6;--c5:#7fd0f7;--c6:#b5bcc8;--c7:#d9c94b}}
            *{box-sizing:border-box}
            body{margin:0 auto;padding:1.5rem 1.25rem 3rem;max-width:70rem;background:var(--back);color:var(--ink);
              font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
            h1{font-size:1.5rem;margin:0 0 .25rem;overflow-wrap:anywhere}
            h2{font-size:1.1rem;margin:0 0 .75rem}
            p{margin:.4rem 0}
            section{background:var(--sheet);border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.25rem;margin:1rem 0}
            .soft,figcaption,caption{color:var(--soft);font-size:.87rem}
            .status{display:inline-block;font-weight:600;border:1px solid currentColor;border-radius:1rem;padding:0 .7rem}
            .completed{color:var(--good)}.diverged,.failed{color:var(--bad)}.running,.interrupted{color:var(--warn)}
            .warnings{background:var(--warn-back);border-color:var(--warn)}
            .warnings h2,.warnings li{color:var(--warn)}
            .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:1rem}
            .pictures{display:flex;flex-wrap:wrap;gap:1rem}
            figure{margin:0;min-width:0}
            .pictures figure{flex:0 1 19rem}.pictures.large figure{flex:0 1 auto}
            img{max-width:100%;height:auto;background:#fff;border:1px solid var(--line)}
            .pixels img{image-rendering:pixelated}
            svg{width:100%;height:auto;display:block}
            svg text{fill:var(--soft);font-size:11px}svg .title{fill:var(--ink);font-size:13px;font-weight:600}
            svg .grid{stroke:var(--line);stroke-width:1}svg .curve{fill:none;stroke-width:1.6;stroke-linejoin:round}
            svg .band{stroke:none;opacity:.16}
            .scroll{overflow-x:auto}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums}
            th,td{text-align:left;vertical-align:top;padding:.3rem .9rem .3rem 0;border-bottom:1px solid var(--line)}
            th{font-weight:600}.number{text-align:right}.number,.name{white-space:nowrap}
            .estimates{margin-top:.75rem}caption{text-align:left;padding-bottom:.4rem}
            .facts th{font-weight:400;color:var(--soft);white-space:nowrap}.facts td{overflow-wrap:anywhere}
            pre,code{font:.87rem/1.45 ui-monospace,"DejaVu Sans Mono",Consolas,monospace}
            pre{overflow-x:auto;margin:.5rem 0;padding:.75rem;background:var(--back);border-radius:.35rem}
            summary{cursor:pointer;font-weight:600}
            a{color:var(--c0)}
            @media print{body{background:#fff;max-width:none;padding:0}section{break-inside:avoid;border-color:#bbb}
              pre{white-space:pre-wrap}
              details::details-content{content-visibility:visible;display:block}}
            """;

    private final String title;
    private final Markup body = new Markup();

    /** Begins a page. */
    public Page(String title) {
        this.title = title;
        body.element("h1", title);
    }

    /** Returns where to add what has no method here. */
    public Markup body() {
        return body;
    }

    /** Adds a section of finished markup under a heading. */
    public Page section(String heading, Markup content) {
        body.open("section").element("h2", heading).add(content).close();
        return this;
    }

    /** Adds a section that is closed until it is asked for. */
    public Page folded(String heading, Markup content) {
        body.open("section")
                .open("details")
                .element("summary", heading)
                .add(content)
                .close()
                .close();
        return this;
    }

    /** Adds sentences that a reader must see; nothing if there are none. */
    public Page warnings(List<String> sentences) {
        if (!sentences.isEmpty()) {
            body.open("section", "class", "warnings").element("h2", "Warnings").open("ul");
            sentences.forEach(sentence -> body.element("li", sentence));
            body.close().close();
        }
        return this;
    }

    /** Returns names and values as a table. */
    public static Markup facts(SortedMap<String, String> facts) {
        Markup table = new Markup().open("div", "class", "scroll").open("table", "class", "facts");
        facts.forEach((name, value) ->
                table.open("tr").element("th", name).element("td", value).close());
        return table.close().close();
    }

    /** Returns a PNG picture with its caption. */
    public static Markup picture(String caption, byte[] png) {
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
        return new Markup()
                .open("figure")
                .empty("img", "src", data, "alt", caption)
                .element("figcaption", caption)
                .close();
    }

    /** Returns the page: HTML that is well-formed XML, UTF-8. */
    public String html() {
        Markup head = new Markup()
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .element("title", title);
        return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n" + head
                + "<style>/*<![CDATA[*/\n" + STYLE + "/*]]>*/</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
    }
}
