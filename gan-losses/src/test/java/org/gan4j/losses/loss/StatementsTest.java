package org.gan4j.losses.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.loss.divergence.ReverseKullbackLeibler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What losses say of themselves only where it is so. */
class StatementsTest {
    private static final LossProperties.Optimum NONE = new LossProperties.Optimum("", "", "");

    @ParameterizedTest
    @EnumSource
    void theScoreOfAnEnergyHasThatEnergy(EnergyLink link) {
        for (double energy : new double[] {0.01, 0.75, 3, 40}) {
            Tensor score = Tensor.of(Shape.of(1, 1), link.score(energy));
            assertThat(link.energy(score).item()).isCloseTo(energy, within(1e-12 * Math.max(1, energy)));
        }
    }

    /** Only the Wasserstein distance is what the loss itself comes to; the others need their penalty for it. */
    @ParameterizedTest
    @EnumSource
    void onlyTheDistanceHasAnOptimumWithoutAPenalty(Wasserstein.Variant reading) {
        assertThat(new Wasserstein(reading).facts().optimum().equals(NONE))
                .isEqualTo(reading != Wasserstein.Variant.DISTANCE);
    }

    @Test
    void relativisticAveragesStateTheOptimumOfSquaresAlone() {
        assertThat(new RelativisticAverage(LeastSquares.DEFAULTS)
                        .facts()
                        .optimum()
                        .score())
                .startsWith("2 (b - a) / (2 + 3 d)");
        assertThat(new RelativisticAverage(new Hinge()).facts().optimum()).isEqualTo(NONE);
    }

    @Test
    void theReverseDivergenceIsCalledByItsShortName() {
        assertThat(FDivergenceLoss.of(new ReverseKullbackLeibler()).displayName())
                .isEqualTo("reverse-kl");
    }
}
