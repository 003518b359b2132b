package org.gan4j.experiments.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.eval.Direction;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Measure;
import org.gan4j.eval.NullFloor;
import org.gan4j.eval.Uncertainty;
import org.gan4j.eval.Unit;
import org.gan4j.experiments.training.Evaluation;
import org.junit.jupiter.api.Test;

/** The page takes words, units, directions and floors from the estimates, whoever made them. */
class EvaluationTableTest {
    private static final Measure SPREAD = Measure.of(
            "own-spread",
            "spread of my own",
            Unit.BITS,
            Direction.LOWER,
            Uncertainty.Kind.STANDARD_ERROR_OVER_GENERATED_SAMPLES);
    private static final Measure BOXES =
            Measure.without("own-boxes", "boxes", Unit.COUNT, Direction.HIGHER, "counted once");

    private static List<Evaluation> evaluations(double boxes) {
        return List.of(new Evaluation(
                Evaluation.LAST,
                40,
                List.of(
                        Estimate.of(SPREAD, 1.5)
                                .plusMinus(0.25)
                                .withFloor(0.125, NullFloor.Source.APPROXIMATED, "(K - 1) / (2 n)"),
                        Estimate.of(BOXES, boxes).withFloor(11.9, NullFloor.Source.EXACT, "K (1 - (1 - 1 / K)^n)"))));
    }

    @Test
    void showsTheFloorBesideTheValueAndTheDirection() {
        String html = EvaluationTable.of(evaluations(12)).toString();
        assertThat(html)
                .contains(
                        "<td>spread of my own</td>",
                        "<td>bits</td>",
                        "0.125 (approximated)",
                        "title=\"(K - 1) / (2 n)\"",
                        "title=\"lower is better\">↓</td>",
                        ">↑</td>",
                        "11.9 (exact)");
    }

    @Test
    void fewerThanAPerfectSamplerFindsIsAWarning() {
        assertThat(EvaluationTable.warnings(evaluations(12))).isEmpty();
        assertThat(EvaluationTable.warnings(evaluations(5)))
                .containsExactly("last, own-boxes: collapse: 5 boxes, where a perfect sampler has 12.");
    }
}
