package org.gan4j.eval.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.contract.EvaluatorCase;
import org.gan4j.eval.contract.EvaluatorCheck;
import org.gan4j.eval.contract.EvaluatorChecks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check can fail: it finds the evaluators with the defect it is there for. */
class BrokenEvaluatorsTest {
    private static final Dataset RING = new Ring(8, 1, 0.2).open(new DataDirectory(Path.of("unused")));

    static List<BrokenEvaluators.Broken> broken() {
        return BrokenEvaluators.ALL;
    }

    static Stream<EvaluatorCheck> checks() {
        return EvaluatorChecks.ALL.stream();
    }

    private static EvaluatorCase row(Evaluator evaluator) {
        return new EvaluatorCase(
                "mean-radius",
                evaluator,
                RING,
                (count, random) -> RING.batches(count, random).batch(0),
                0.05);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void isFoundByItsCheck(BrokenEvaluators.Broken broken) {
        assertThatThrownBy(() -> broken.caughtBy().body().accept(row(broken.evaluator())))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void theSoundEvaluatorPassesEachCheck(EvaluatorCheck check) {
        check.body().accept(row(BrokenEvaluators.SOUND));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void eachCheckFindsSomething(EvaluatorCheck check) {
        assertThat(BrokenEvaluators.ALL)
                .extracting(BrokenEvaluators.Broken::caughtBy)
                .contains(check);
    }
}
