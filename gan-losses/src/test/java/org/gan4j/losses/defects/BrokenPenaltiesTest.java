package org.gan4j.losses.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.gan4j.core.gan.Penalty;
import org.gan4j.losses.contract.PenaltyCase;
import org.gan4j.losses.contract.PenaltyContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks of penalties find the defects they are there for, each by one of them alone at least. */
class BrokenPenaltiesTest {
    /** Squared norms 7.25, 0.8125 and 8 of the gradient (2 x + 1/2, 1 - y) at three points. */
    private static PenaltyCase passingFor(String name, Penalty penalty) {
        double[][] real = {{1, 2}, {-0.5, 0.25}, {0.75, -1}};
        double[][] fake = {{0, 3}, {2, -1}, {1.5, 0.5}};
        double mean = (square(7.25) + square(0.8125) + square(8)) / 3;
        return PenaltyCase.of(name, penalty)
                .pricing(norm -> 10 * (norm - 1) * (norm - 1))
                .onlyReal()
                .golden(real, fake, 10 * mean);
    }

    private static double square(double squaredNorm) {
        return Math.pow(Math.sqrt(squaredNorm) - 1, 2);
    }

    static List<BrokenPenalties.Broken> broken() {
        return BrokenPenalties.ALL;
    }

    @TestFactory
    List<DynamicTest> theSoundPenaltyPassesEachCheck() {
        return checks(passingFor("sound", BrokenPenalties.SOUND));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void isFoundByItsCheck(BrokenPenalties.Broken broken) {
        List<DynamicTest> found = checks(passingFor("broken", broken.penalty())).stream()
                .filter(check -> check.getDisplayName().endsWith(broken.caughtBy()))
                .toList();
        assertThat(found).as(broken.caughtBy()).hasSize(1);
        assertThat(catchThrowable(found.get(0).getExecutable()::execute))
                .as(broken.defect())
                .isNotNull();
    }

    @Test
    void aPenaltyWithoutAGoldenValueFails() {
        PenaltyCase unknown = PenaltyCase.of("unknown", BrokenPenalties.SOUND).onlyReal();
        assertThat(catchThrowable(checks(unknown).get(0).getExecutable()::execute))
                .hasMessageContaining("golden values of unknown");
    }

    private static List<DynamicTest> checks(PenaltyCase penalty) {
        PenaltyContract contract = () -> penalty;
        return contract.contract().toList();
    }
}
