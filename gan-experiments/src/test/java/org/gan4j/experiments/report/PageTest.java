package org.gan4j.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.experiments.plot.Canvas;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PageTest {
    private static final String HOSTILE = "</pre><script>alert(\"1\")</script> & 'x' \u0000 ]]> \uD83D\uDE00 \uD800";
    private static final String SHOWN = "</pre><script>alert(\"1\")</script> & 'x' \uFFFD ]]> \uD83D\uDE00 \uFFFD";

    @Test
    void nothingFromOutsideBecomesMarkup() throws Exception {
        TreeMap<String, String> facts = new TreeMap<>();
        facts.put(HOSTILE, HOSTILE);
        Curve curve = new Curve(HOSTILE, new double[] {0, 1}, new double[] {2, 5}, Optional.empty());
        Page page = new Page(HOSTILE)
                .warnings(List.of(HOSTILE))
                .section(HOSTILE, Page.facts(facts))
                .section("chart", new CurveChart(HOSTILE, List.of(curve)).svg())
                .folded(HOSTILE, new Markup().element("pre", HOSTILE))
                .section("picture", Page.picture(HOSTILE, new Canvas(3, 2).png()));

        Document document = Xhtml.parse(page.html());

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        for (String element : List.of("title", "h1", "li", "th", "td", "pre", "summary", "figcaption")) {
            assertThat(document.getElementsByTagName(element).item(0).getTextContent())
                    .as(element)
                    .isEqualTo(SHOWN);
        }
        assertThat(((Element) document.getElementsByTagName("img").item(0)).getAttribute("alt"))
                .isEqualTo(SHOWN);
        assertThat(((Element) document.getElementsByTagName("svg").item(0)).getAttribute("aria-label"))
                .isEqualTo(SHOWN);
    }

    @Test
    void nothingIsFetched() {
        String html =
                new Page("a page").section("one", new Markup().text("text")).html();

        assertThat(html).doesNotContain("url(", "@import", "<link", "src=\"http", "href=\"http");
    }

    @Test
    void anOpenElementIsRefused() {
        assertThatThrownBy(() -> new Markup().open("p").toString())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[p]");
    }

    @Test
    void aCurveIsInterruptedWhereAValueIsNotFinite() throws Exception {
        double[] steps = {100, 200, 300, 400, 500};
        double[] values = {1, 3, Double.NaN, 2, Double.POSITIVE_INFINITY};
        CurveChart chart = new CurveChart("loss", List.of(new Curve("d", steps, values, Optional.empty())));

        Document document = Xhtml.parse(new Page("p").section("s", chart.svg()).html());

        String path = ((Element) document.getElementsByTagName("path").item(0)).getAttribute("d");
        assertThat(path).matches("M[\\d.]+,[\\d.]+L[\\d.]+,[\\d.]+M[\\d.]+,[\\d.]+");
    }

    @Test
    void aLongCurveKeepsItsSpikes() {
        double[] steps = new double[10_000];
        double[] values = new double[10_000];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i;
            values[i] = Math.sin(i / 500.0);
        }
        values[1234] = 99;
        values[8765] = -77;

        List<Integer> visible = new Curve("d", steps, values, Optional.empty()).visible(300);

        assertThat(visible).contains(1234, 8765).isSorted().hasSizeBetween(300, 600);
    }
}
