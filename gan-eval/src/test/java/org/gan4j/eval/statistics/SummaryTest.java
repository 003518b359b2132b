package org.gan4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void meanDeviationAndStandardErrorByHand() {
        // 1, 2, 6: mean 3, squares 4 + 1 + 9 = 14 over n - 1 = 2.
        Summary summary = Summary.of(1, 2, 6);

        assertThat(summary.count()).isEqualTo(3);
        assertThat(summary.mean()).isEqualTo(3);
        assertThat(summary.deviation().orElseThrow()).isCloseTo(Math.sqrt(7), within(1e-15));
        assertThat(summary.standardError().orElseThrow()).isCloseTo(Math.sqrt(7.0 / 3), within(1e-15));
    }

    @Test
    void oneMeasurementHasNoDeviation() {
        assertThat(Summary.of(4.5)).isEqualTo(new Summary(1, 4.5, Optional.empty()));
        assertThat(Summary.of(4.5).overSeeds()).isEmpty();
    }

    @Test
    void confidenceUsesStudentsT() {
        // t(0.975; 2) = 4.302653, from printed tables.
        assertThat(Summary.of(1, 2, 6).confidenceHalfWidth(0.95).orElseThrow())
                .isCloseTo(4.302653 * Math.sqrt(7.0 / 3), within(1e-5));
    }

    @Test
    void divergedMeasurementsAreRefused() {
        assertThatThrownBy(() -> Summary.of(1, Double.NaN))
                .hasMessage("measurement 1 of 2 is NaN; leave diverged runs out and say how many there were");
        assertThatThrownBy(() -> Summary.of()).hasMessageContaining("no measurement was given");
    }

    @Test
    void pairedDifferencesByHand() {
        // Differences 1, 3, 2, -1: mean 1.25, deviation sqrt(8.75 / 3), t = 1.25 / (deviation / 2) = 1.4639.
        PairedDifference difference = PairedDifference.of(new double[] {5, 8, 7, 3}, new double[] {4, 5, 5, 4});

        assertThat(difference.differences().mean()).isEqualTo(1.25);
        assertThat(difference.differences().deviation().orElseThrow()).isCloseTo(Math.sqrt(8.75 / 3), within(1e-12));
        assertThat(difference.firstIsLarger()).isEqualTo(3);
        // Two-sided p of t = 1.46385 with 3 degrees of freedom.
        assertThat(difference.pValue().orElseThrow()).isCloseTo(0.2394, within(1e-4));
    }

    @Test
    void equalDifferencesHaveNoTest() {
        PairedDifference difference = PairedDifference.of(new double[] {2, 3}, new double[] {1, 2});

        assertThat(difference.pValue()).isEmpty();
        assertThat(difference.differences().deviation()).contains(0.0);
    }

    @Test
    void pairsNeedEqualNumbers() {
        assertThatThrownBy(() -> PairedDifference.of(new double[2], new double[3]))
                .hasMessageContaining("there are 2 and 3");
    }
}
