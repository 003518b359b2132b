package org.gan4j.losses.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.losses.contract.Deviations;
import org.gan4j.losses.contract.LossCase;
import org.gan4j.losses.contract.LossCheck;
import org.gan4j.losses.contract.LossChecks;
import org.gan4j.losses.contract.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check can fail: it finds the losses with the defect it is there for. */
class BrokenLossesTest {
    private static final double[] REAL = {0.75, -30};
    private static final double[] FAKE = {-0.5, -31, 0.125};

    /** Golden values: mean(softplus(-s)) and mean(softplus(s)) with mpmath, 30 digits. */
    private static LossCase sound() {
        return LossCase.of("non-saturating", TwoSides.of(TwoSides.CROSS_ENTROPY, TwoSides.NON_SATURATING))
                .golden(REAL, FAKE, 15.603994176223267, 10.868892006499104)
                .golden(new double[] {-2}, new double[] {1.5, 0.25}, 3.3906043599737705, 0.388676348930798)
                .optimum(world -> world.each((p, q) -> Math.log(p / q)))
                .value(BrokenLossesTest::crossEntropy);
    }

    private static double crossEntropy(World world) {
        return world.sum((p, q) -> -p * Math.log(p / (p + q)) - q * Math.log(q / (p + q)));
    }

    static List<BrokenLosses.Broken> broken() {
        return BrokenLosses.ALL;
    }

    static Stream<LossCheck> checks() {
        return LossChecks.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void isFoundByItsCheck(BrokenLosses.Broken broken) {
        assertThatThrownBy(() -> broken.caughtBy().body().check(broken.loss(sound()), new Deviations()))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void theSoundLossPassesEachCheck(LossCheck check) {
        check.body().check(sound(), new Deviations());
    }

    @ParameterizedTest
    @MethodSource("checks")
    void eachCheckFindsSomething(LossCheck check) {
        assertThat(BrokenLosses.ALL).extracting(BrokenLosses.Broken::caughtBy).contains(check);
    }

    @Test
    void aLossWithoutTwoGoldenRowsFails() {
        LossCase one = LossCase.of("one row", sound().loss()).golden(REAL, FAKE, 0, 0);
        assertThatThrownBy(() -> LossChecks.GOLDEN.body().check(one, new Deviations()))
                .hasMessageContaining("golden rows");
    }

    @Test
    void aLossWithoutAnOptimumMustSayWhy() {
        LossCase silent = LossCase.of("silent", sound().loss());
        assertThatThrownBy(() -> LossChecks.OPTIMUM.body().check(silent, new Deviations()))
                .hasMessageContaining("the reason why there is none");
        LossChecks.OPTIMUM.body().check(silent.noClosedForm("it has no minimum"), new Deviations());
    }

    @Test
    void goldenRowsMustTellTheSidesApart() {
        LossCase symmetric = LossCase.of("symmetric", sound().loss())
                .golden(new double[] {1, 2}, new double[] {2, 1}, 0, 0)
                .golden(new double[] {3}, new double[] {3}, 0, 0);
        assertThatThrownBy(() -> LossChecks.GOLDEN.body().check(symmetric, new Deviations()))
                .hasMessageContaining("the two sides must differ");
    }
}
