package org.gan4j.experiments.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PlotTest {

    private static final double[] X = {0, 1, 2, 3};

    private static Canvas drawn(Plot plot) {
        Canvas canvas = new Canvas(300, 240);
        plot.draw(canvas, new Box(0, 0, 300, 240));
        return canvas;
    }

    private static int count(Canvas canvas, Color color) {
        int count = 0;
        for (int y = 0; y < canvas.height(); y++) {
            for (int x = 0; x < canvas.width(); x++) {
                count += canvas.pixel(x, y) == color.rgb() ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void ticksAreRoundNumbersWithinTheRange() {
        assertThat(new Range(-0.07, 1.03).ticks(6).stream().map(Range::label))
                .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(new Range(-200, 240).ticks(5).stream().map(Range::label))
                .containsExactly("-200", "-100", "0", "100", "200");
        assertThat(new Range(0, 150_000).ticks(4).stream().map(Range::label))
                .containsExactly("0", "50k", "100k", "150k");
        assertThat(new Range(2e-6, 9e-6).ticks(4)).isNotEmpty().allMatch(tick -> tick.compareTo(BigDecimal.ZERO) > 0);
    }

    @Test
    void rangesLeaveOutWhatIsNotFinite() {
        assertThat(Range.of(DoubleStream.of(0, Double.NaN, 20, Double.POSITIVE_INFINITY)))
                .isEqualTo(new Range(-1, 21));
        assertThat(Range.of(DoubleStream.of(3, 3))).isEqualTo(new Range(3 - 0.15, 3 + 0.15));
        assertThatThrownBy(() -> new Range(1, Double.NaN)).hasMessageContaining("1.0 to NaN");
    }

    @Test
    void aLineRunsThroughItsPoints() {
        Axes axes = new Axes("", "", "", new Range(0, 3), new Range(0, 3));
        LineChart chart =
                LineChart.of("", "", "", Series.line("", X, X, Color.BLUE)).within(new Range(0, 3), new Range(0, 3));
        Box inside = axes.inside(new Box(0, 0, 300, 240));

        double[] on = axes.place(inside, 1.5, 1.5);
        double[] off = axes.place(inside, 2.5, 1.2);

        assertThat(new Color(drawn(chart).pixel((int) on[0], (int) on[1])).red())
                .isLessThan(16);
        assertThat(new Color(drawn(chart).pixel((int) off[0], (int) off[1])).red())
                .isGreaterThan(200);
    }

    @Test
    void aLineIsInterruptedWhereItIsNotFinite() {
        double[] broken = {1, Double.NaN, 1, 1};
        int whole = count(drawn(chart(new double[] {1, 1, 1, 1}, Series.Style.SOLID)), Color.BLUE);
        int third = count(drawn(chart(broken, Series.Style.SOLID)), Color.BLUE);

        assertThat(third).isBetween(whole / 4, whole / 2);
    }

    @Test
    void stylesDiffer() {
        int solid = count(drawn(chart(new double[] {1, 1, 1, 1}, Series.Style.SOLID)), Color.BLUE);
        int dashed = count(drawn(chart(new double[] {1, 1, 1, 1}, Series.Style.DASHED)), Color.BLUE);
        int dotted = count(drawn(chart(new double[] {1, 1, 1, 1}, Series.Style.DOTTED)), Color.BLUE);

        assertThat(dashed).isBetween(1, solid - 1);
        assertThat(dotted).isBetween(1, dashed - 1);
    }

    @Test
    void namedCurvesStandInTheLegend() {
        LineChart named = LineChart.of("", "", "", Series.line("generator", X, X, Color.BLUE));
        LineChart unnamed = LineChart.of("", "", "", Series.line("", X, X, Color.BLUE));

        assertThat(count(drawn(named), Color.BLACK)).isGreaterThan(count(drawn(unnamed), Color.BLACK));
    }

    @Test
    void aScatterShowsEveryModeAndSaysHowManyPointsLieOutside() {
        double[][] modes = {{1, 0}, {-1, 0.5}};
        ScatterPlot plot = new ScatterPlot("", new double[0][], modes, 0.1, ScatterPlot.rangeAround(modes));
        ScatterPlot strayed = new ScatterPlot("", new double[][] {{90, 0}, {0, Double.NaN}}, modes, 0.1, plot.range());

        assertThat(count(drawn(plot), Color.VERMILION)).isPositive();
        assertThat(count(drawn(strayed), Color.BLUE)).isZero();
        assertThat(count(drawn(strayed), Color.BLACK)).isGreaterThan(count(drawn(plot), Color.BLACK));
        assertThatThrownBy(() -> new ScatterPlot("t", new double[][] {{1, 2, 3}}, modes, 0.1, plot.range()))
                .hasMessage("scatter \"t\" shows points of two dimensions, but one has 3");
    }

    @Test
    void figuresArrangePanelsLikeText() {
        Plot blue = (canvas, box) -> canvas.fill(box.left(), box.top(), box.width(), box.height(), Color.BLUE);
        Plot green = (canvas, box) -> canvas.fill(box.left(), box.top(), box.width(), box.height(), Color.GREEN);
        Canvas canvas = new Canvas(20, 20);

        new Figure("", 2, List.of(blue, green, green)).draw(canvas, new Box(0, 0, 20, 20));

        assertThat(canvas.pixel(3, 3)).isEqualTo(Color.BLUE.rgb());
        assertThat(canvas.pixel(13, 3)).isEqualTo(Color.GREEN.rgb());
        assertThat(canvas.pixel(3, 13)).isEqualTo(Color.GREEN.rgb());
        assertThat(canvas.pixel(13, 13)).isEqualTo(Color.WHITE.rgb());
    }

    @Test
    void everyPrintableCharacterHasAGlyphOfItsOwn() {
        List<List<Integer>> glyphs = new ArrayList<>();
        for (char character = '!'; character <= '~'; character++) {
            glyphs.add(Arrays.stream(PixelFont.columns(character)).boxed().toList());
        }
        glyphs.add(Arrays.stream(PixelFont.columns('±')).boxed().toList());

        assertThat(glyphs).hasSize(95).doesNotHaveDuplicates().allMatch(columns -> !columns.isEmpty());
        assertThat(PixelFont.columns('é')).isEqualTo(PixelFont.columns('?'));
        assertThat(PixelFont.width("I ")).isEqualTo(3 + 1 + 3);
    }

    private static LineChart chart(double[] y, Series.Style style) {
        return LineChart.of("", "", "", new Series("", X, y, style, Color.BLUE))
                .within(new Range(0, 3), new Range(0, 2));
    }
}
