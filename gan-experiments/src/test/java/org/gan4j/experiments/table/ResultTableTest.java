package org.gan4j.experiments.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.core.config.Json;
import org.gan4j.eval.Direction;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Measure;
import org.gan4j.eval.Uncertainty;
import org.gan4j.eval.Uncertainty.Kind;
import org.gan4j.eval.Unit;
import org.gan4j.eval.statistics.Summary;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    private static final Measure KL = Measure.without("kl", "KL", Unit.NATS, Direction.LOWER, "of one histogram");
    private static final Kind POINTS = Kind.STANDARD_ERROR_OVER_TEST_POINTS;

    static ResultTable table() {
        return ResultTable.of(
                        "Table 1: 100 % of model_a",
                        "model",
                        new Column("MNIST", "nats", Column.Better.HIGHER),
                        new Column("KL", "", Column.Better.LOWER))
                .with(Row.of("DBN").withPublished("MNIST", Cell.published("138", "2", POINTS)))
                .with(Row.of("Adversarial nets")
                        .withPublished("MNIST", Cell.published("225", "2", POINTS))
                        .with("MNIST", Cell.of(224.7312, new Uncertainty(2.0968, POINTS), 10_000))
                        .with("KL", Cell.deviation(Summary.of(0.25, 0.5, 0.3))))
                .with(Row.of("a, \"b\"|c")
                        .with("MNIST", Cell.diverged("loss d is NaN at step 312"))
                        .with("KL", Cell.of(0.125)))
                .with(Row.of("[x]*")
                        .with(
                                "MNIST",
                                Cell.of(200, new Uncertainty(3, POINTS), 10_000)
                                        .withRemark("sigma lies at the grid's edge"))
                        .with("KL", Cell.missing("needs a classifier that was not trained")))
                .withNote("sigma = 0.167.");
    }

    @Test
    void writesMarkdown() {
        assertThat(table().toMarkdown()).isEqualTo("""
                        **Table 1: 100 % of model_a**

                        | model            | MNIST [nats], published | MNIST [nats], ours |          KL |
                        | ---------------- | ----------------------: | -----------------: | ----------: |
                        | DBN              |                 138 ± 2 |            not run |     not run |
                        | Adversarial nets |             **225 ± 2** |    **224.7 ± 2.1** | 0.35 ± 0.13 |
                        | a, "b"\\|c        |           not published |       diverged [1] |   **0.125** |
                        | [x]*             |           not published |    200.0 ± 3.0 [2] | missing [3] |

                        ± of MNIST [nats], published: standard error over test points. \s
                        ± of MNIST [nats], ours: standard error over test points (n = 10000). \s
                        ± of KL: standard deviation over seeds (n = 3). \s
                        [1] loss d is NaN at step 312 \s
                        [2] sigma lies at the grid's edge \s
                        [3] needs a classifier that was not trained \s
                        sigma = 0.167. \s
                        """);
    }

    @Test
    void writesCsv() {
        assertThat(table().toCsv()).isEqualTo("""
                        model,"MNIST [nats], published","MNIST [nats], published, standard error over test points","MNIST [nats], published, n","MNIST [nats], published, status","MNIST [nats], ours","MNIST [nats], ours, standard error over test points","MNIST [nats], ours, n","MNIST [nats], ours, status",KL,"KL, standard deviation over seeds","KL, n","KL, status"
                        DBN,138,2,,value,,,,missing: not run,,,,missing: not run
                        Adversarial nets,225,2,,value,224.7312,2.0968,10000,value,0.35,0.13228756555322954,3,value
                        "a, ""b""|c",,,,missing: not published,,,,diverged: loss d is NaN at step 312,0.125,,,value
                        [x]*,,,,missing: not published,200,3,10000,value: sigma lies at the grid's edge,,,,missing: needs a classifier that was not trained
                        """.replace("\n", "\r\n"));
    }

    @Test
    void writesLatex() {
        assertThat(table().toLatex()).isEqualTo("""
                        % \\usepackage{booktabs}
                        \\begin{table}
                        \\centering
                        \\caption{Table 1: 100 \\% of model\\_a}
                        \\begin{tabular}{lrrr}
                        \\toprule
                        model & MNIST [nats], published & MNIST [nats], ours & KL \\\\
                        \\midrule
                        DBN & $138 \\pm 2$ & not run & not run \\\\
                        Adversarial nets & $\\mathbf{225 \\pm 2}$ & $\\mathbf{224.7 \\pm 2.1}$ & $0.35 \\pm 0.13$ \\\\
                        a, "b"\\textbar{}c & not published & diverged\\textsuperscript{1} & $\\mathbf{0.125}$ \\\\
                        {}[x]* & not published & $200.0 \\pm 3.0$\\textsuperscript{2} & missing\\textsuperscript{3} \\\\
                        \\bottomrule
                        \\end{tabular}
                        \\par\\smallskip
                        \\begin{minipage}{\\linewidth}\\footnotesize
                        $\\pm$ of MNIST [nats], published: standard error over test points.\\\\
                        $\\pm$ of MNIST [nats], ours: standard error over test points (n = 10000).\\\\
                        $\\pm$ of KL: standard deviation over seeds (n = 3).\\\\
                        \\textsuperscript{1}~loss d is NaN at step 312\\\\
                        \\textsuperscript{2}~sigma lies at the grid's edge\\\\
                        \\textsuperscript{3}~needs a classifier that was not trained\\\\
                        sigma = 0.167.
                        \\end{minipage}
                        \\end{table}
                        """);
    }

    @Test
    void readsAsOneJsonDocument() {
        assertThat(Json.line(table()))
                .startsWith("{\"title\":\"Table 1: 100 % of model_a\",\"rowHeading\":\"model\"")
                .contains(
                        "{\"label\":\"a, \\\"b\\\"|c\",\"cells\":{\"KL\":{\"status\":\"value\",\"value\":0.125,\"count\":0},"
                                + "\"MNIST\":{\"status\":\"diverged\",\"count\":0,\"remark\":\"loss d is NaN at step 312\"}}")
                .contains("\"uncertainty\":{\"value\":2.0968,\"kind\":\"standard-error-over-test-points\"}");
    }

    @Test
    void aSingleNumberIsNotTheBest() {
        ResultTable table = ResultTable.of("t", "model", new Column("modes", "", Column.Better.HIGHER))
                .with(Row.of("only").with("modes", Cell.of(8)));

        assertThat(table.toMarkdown()).contains("8 |").doesNotContain("**8**");
    }

    @Test
    void equalBestNumbersAreAllBold() {
        ResultTable table = ResultTable.of("t", "model", new Column("modes", "", Column.Better.HIGHER))
                .with(Row.of("a").with("modes", Cell.of(8)))
                .with(Row.of("b").with("modes", Cell.of(8)))
                .with(Row.of("c").with("modes", Cell.of(7)));

        assertThat(table.toMarkdown().split("\\*\\*8\\*\\*", -1)).hasSize(3);
    }

    @Test
    void refusesToMixKindsOfUncertaintyInOneColumn() {
        ResultTable table = ResultTable.of("t", "model", new Column("LL", "nats", Column.Better.HIGHER))
                .with(Row.of("a").with("LL", Cell.of(1, new Uncertainty(2, POINTS), 10)));
        Row other = Row.of("b").with("LL", Cell.deviation(Summary.of(1, 2)));

        assertThatThrownBy(() -> table.with(other))
                .hasMessage("column \"LL\" of table \"t\" mixes uncertainties of different kinds: "
                        + "[STANDARD_ERROR_OVER_TEST_POINTS, DEVIATION_OVER_SEEDS]; "
                        + "give each kind a column of its own");
    }

    @Test
    void refusesCellsOfUnknownColumns() {
        assertThatThrownBy(() -> ResultTable.of("t", "model", new Column("LL", "", Column.Better.HIGHER))
                        .with(Row.of("a").with("Ll", Cell.of(1))))
                .hasMessage("row \"a\" of table \"t\" has cells for [Ll], but the columns are [LL]");
    }

    @Test
    void neverPrintsANonFiniteNumber() {
        assertThatThrownBy(() -> Cell.of(Double.NaN)).hasMessageContaining("use Cell.diverged or Cell.missing");
        assertThat(Cell.of(Estimate.undefined(KL, "no sample was near a mode")))
                .isEqualTo(Cell.missing("no sample was near a mode"));
    }

    @Test
    void aColumnIsWhatItsMeasureSays() {
        assertThat(Column.of(KL)).isEqualTo(new Column("KL", "nats", Column.Better.LOWER));
        Measure near = Measure.without("near", "near", Unit.DATA, Direction.TOWARDS_FLOOR, "once");
        assertThat(Column.of(near)).isEqualTo(new Column("near", "units of the data", Column.Better.NEITHER));
    }

    @Test
    void anEstimatesWarningsBecomeItsFootnote() {
        Cell cell = Cell.of(Estimate.of(KL, 0.5).withWarning("first.").withWarning("second."));

        assertThat(cell.remark()).contains("first. second.");
    }
}
