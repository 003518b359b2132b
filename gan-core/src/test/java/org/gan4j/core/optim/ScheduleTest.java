package org.gan4j.core.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    /** .1 / 1.000004^t falls to .0607 in the 125 000 steps of 250 epochs and reaches the floor 1e-6 at step 2 878 237. */
    @Test
    void theRateOfThe2014Settings() {
        Schedule rate = GeometricSchedule.dividing(0.1, 1.000004, 1e-6);
        assertThat(rate.at(0)).isEqualTo(0.1);
        assertThat(rate.at(1)).isEqualTo(0.1 / 1.000004, within(1e-15));
        assertThat(rate.at(125_000)).isEqualTo(0.0606531, within(1e-7));
        assertThat(rate.at(2_878_000)).isGreaterThan(1e-6);
        assertThat(rate.at(2_879_000)).isEqualTo(1e-6);
        assertThat(rate.at(Long.MAX_VALUE)).isEqualTo(1e-6);
    }

    /** Momentum .5 in epoch 1 and .7 in epoch 250; after 50 epochs it stands at .5 + .2 * 49 / 249 however short the run. */
    @Test
    void theMomentumOfThe2014Settings() {
        Schedule momentum = new LinearSchedule(0.5, 0.7, 1, 250).perEpoch(500);
        assertThat(momentum.at(0)).isEqualTo(0.5);
        assertThat(momentum.at(499)).isEqualTo(0.5);
        assertThat(momentum.at(500)).isEqualTo(0.5 + 0.2 / 249, within(1e-15));
        assertThat(momentum.at(49 * 500)).isEqualTo(0.5 + 0.2 * 49 / 249, within(1e-15));
        assertThat(momentum.at(249 * 500)).isEqualTo(0.7);
        assertThat(momentum.at(1_000_000)).isEqualTo(0.7);
    }

    @Test
    void aLineIsLevelBeforeAndAfter() {
        Schedule line = new LinearSchedule(3, -1, 10, 20);
        assertThat(new double[] {line.at(0), line.at(10), line.at(11), line.at(15), line.at(20), line.at(99)})
                .containsExactly(new double[] {3, 3, 2.6, 1, -1, -1}, within(1e-15));
    }

    @Test
    void aStaircaseChangesAtItsBoundaries() {
        Schedule stairs = new StepSchedule(List.of(0.1, 0.01, 0.5), List.of(3L, 5L));
        assertThat(new double[] {stairs.at(0), stairs.at(2), stairs.at(3), stairs.at(4), stairs.at(5), stairs.at(6)})
                .containsExactly(0.1, 0.1, 0.01, 0.01, 0.5, 0.5);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Schedule.constant(Double.NaN)).hasMessage("value must be a finite number, but is NaN");
        assertThatThrownBy(() -> new LinearSchedule(0, 1, 5, 5)).hasMessage("last must be above first = 5, but is 5");
        assertThatThrownBy(() -> new GeometricSchedule(0.1, 1.000004, 0))
                .hasMessageContaining("factor must be in (0, 1]");
        assertThatThrownBy(() -> new GeometricSchedule(0.1, 0.9, 0.2)).hasMessageContaining("floor must be");
        assertThatThrownBy(() -> new StepSchedule(List.of(0.1), List.of(3L)))
                .hasMessageContaining("values must be one more");
        assertThatThrownBy(() -> new StepSchedule(List.of(0.1, 0.2, 0.3), List.of(3L, 3L)))
                .hasMessageContaining("boundaries must be increasing");
        assertThatThrownBy(() -> Schedule.constant(1).perEpoch(0)).hasMessageContaining("stepsPerEpoch");
    }

    @Test
    void aScheduleThatLeavesTheRangeIsRefusedAtItsStep() {
        Sgd optimizer = new Sgd(new LinearSchedule(0.1, -0.1, 0, 10), Schedule.constant(0), Sgd.Form.HEAVY_BALL);
        assertThatThrownBy(() -> Settings.rate(optimizer.rate(), 8))
                .hasMessageStartingWith("The rate at step 8 must be a finite number of at least 0, but is -0.06");
    }

    @Test
    void optimizersReportTheirSchedules() {
        Sgd sgd = new Sgd(new LinearSchedule(1, 2, 0, 4), Schedule.constant(0.5), Sgd.Form.HEAVY_BALL);
        assertThat(sgd.scheduled(1))
                .containsEntry("rate", 1.25)
                .containsEntry("momentum", 0.5)
                .hasSize(2);
        assertThat(new WeightDecay(sgd, Schedule.constant(0.3), WeightDecay.Form.L2).scheduled(0))
                .containsEntry("decay", 0.3)
                .hasSize(3);
    }
}
