package org.gan4j.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.config.Json;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.digits.StrokeDigits;
import org.gan4j.core.io.UserError;
import org.gan4j.eval.density.Parzen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchTest {
    private static final DataDirectory NOWHERE = new DataDirectory(java.nio.file.Path.of("no", "such", "directory"));

    @Test
    void everyRepetitionIsKeptAndTheReportCanBeReadBack() {
        Bench bench = new Bench(List.of(BenchCase.C, BenchCase.B), 3, 0, 0, 1, false, true);
        List<String> progress = new ArrayList<>();
        BenchReport report = bench.run(NOWHERE, progress::add);
        assertThat(progress)
                .containsExactly("warming up", "repetition 1 of 3", "repetition 2 of 3", "repetition 3 of 3");
        assertThat(report.cases()).extracting(BenchReport.CaseResult::name).containsExactly("b", "c");
        assertThat(report.cases()).allSatisfy(result -> {
            assertThat(result.seconds().repetitions()).hasSize(3).allMatch(seconds -> seconds > 0);
            assertThat(result.perSecond()).isEqualTo(1 / result.seconds().median());
            assertThat(result.bareProducts()).isEmpty();
        });
        assertThat(report.environment()).containsKeys("processor", "java.version", "kernels", "processors");
        assertThat(report.ceiling()).isEmpty();
        assertThat(Json.read(Json.line(report), "a report", BenchReport.class)).isEqualTo(report);
    }

    /** 2-128-128-2 and 2-128-128-1: 2*128+128 + 128*128+128 + 128*n+n. */
    @Test
    void parametersAreCountedByPlayer() {
        assertThat(BenchCase.B.open(NOWHERE).parameters())
                .containsExactly(Map.entry("d", 384L + 16_512 + 129), Map.entry("g", 384L + 16_512 + 258));
    }

    @Test
    void copiesSideBySideCountTogether() {
        Workload both = new SideBySide(List.of(fixed(3, 2), fixed(5, 4)));
        Timing timing = both.work(1);
        assertThat(timing.count()).isEqualTo(8);
        assertThat(1 / timing.each()).isCloseTo(3 / 2.0 + 5 / 4.0, within(1e-12));
    }

    @Test
    void aCopyThatFailsFailsAll() {
        Workload broken = seconds -> {
            throw new IllegalStateException("diverged");
        };
        assertThatThrownBy(() -> new SideBySide(List.of(fixed(1, 1), broken)).work(1))
                .hasMessageContaining("diverged");
    }

    @Test
    void twoTrainingsOnThreadsOfTheirOwn() {
        BenchReport report = new Bench(List.of(BenchCase.B), 1, 0, 0, 2, false, true).run(NOWHERE, line -> {});
        assertThat(report.cases().get(0).perSecond()).isPositive();
    }

    @Test
    void theParzenWorkKeepsWhatItComputes() {
        ParzenWorkload work = new ParzenWorkload(
                new Parzen(20, 10, 10, Optional.empty()), new StrokeDigits(20, 10, 10, 3).open(NOWHERE));
        assertThat(work.value()).isEmpty();
        assertThat(work.work(0).count()).isEqualTo(1);
        double first = work.value().orElseThrow();
        work.work(0);
        assertThat(work.value()).hasValue(first);
    }

    @ParameterizedTest
    @CsvSource({"a, 600", "d, 938"})
    void anEpochIsSixtyThousandImages(String letter, double steps) {
        assertThat(BenchCase.of(letter).stepsPerEpoch()).contains(steps);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f", "", "ab"})
    void unknownCasesAreRefused(String letter) {
        assertThatThrownBy(() -> BenchCase.of(letter))
                .isInstanceOf(UserError.class)
                .hasMessage("bench --case: there is no case \"" + letter
                        + "\". Cases are a, b, c, d and e; gan bench --help says what they are.");
    }

    @Test
    void settingsWithNothingToMeasureAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bench(List.of(), 1, 0, 0, 1, false, true))
                .withMessageStartingWith("there is nothing to measure");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bench(List.of(BenchCase.A, BenchCase.A), 1, 0, 0, 1, true, true))
                .withMessage("a case is named twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bench(List.of(BenchCase.A), 0, 0, 0, 1, true, true))
                .withMessage("repetitions and runs must be at least 1, but are 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bench(List.of(BenchCase.A), 1, Double.NaN, 0, 1, true, true))
                .withMessage("seconds and warm-up must be finite and at least 0, but are NaN and 0.0");
    }

    @Test
    void theMedianIsTheMiddleOne() {
        assertThat(Spread.of(List.of(5.0, 1.0, 4.0))).isEqualTo(new Spread(4, 1, 5, List.of(5.0, 1.0, 4.0)));
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 8.0)).median()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
    }

    private static Workload fixed(long count, double seconds) {
        return ignored -> new Timing(count, seconds);
    }
}
