package org.gan4j.core.gan.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Divergences of p = (1/2, 1/4, 1/4) and q = (1/8, 1/8, 3/4), by hand: KL = log 4 / 2 + log 2 / 4 - log 3 / 4, TV = 1/2,
 * Pearson chi-square sum (p - q)^2 / q = 9/8 + 1/8 + 1/3.
 */
class FiniteWorldTest {
    private static final FiniteWorld WORLD =
            FiniteWorld.of(new double[] {0.5, 0.25, 0.25}, new double[] {0.125, 0.125, 0.75});
    private static final FiniteWorld APART = FiniteWorld.of(new double[] {1, 0}, new double[] {0, 1});

    @Test
    void divergencesAreThoseByHand() {
        assertThat(WORLD.kl()).isCloseTo(1.25 * Math.log(2) - 0.25 * Math.log(3), within(1e-15));
        assertThat(WORLD.reverseKl()).isCloseTo(-0.375 * Math.log(2) + 0.75 * Math.log(3), within(1e-15));
        assertThat(WORLD.totalVariation()).isEqualTo(0.5);
        assertThat(WORLD.fDivergence(u -> (u - 1) * (u - 1))).isCloseTo(9 / 8.0 + 1 / 8.0 + 1 / 3.0, within(1e-15));
        assertThat(WORLD.fDivergence(u -> (u * Math.log(u) - (u + 1) * Math.log((u + 1) / 2)) / 2))
                .isCloseTo(WORLD.jensenShannon(), within(1e-15));
    }

    @Test
    void distributionsThatNeverMeetAreAsFarApartAsPossible() {
        assertThat(APART.kl()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(APART.reverseKl()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(APART.jensenShannon()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(APART.totalVariation()).isEqualTo(1);
        assertThat(APART.fDivergence(u -> Math.abs(u - 1) / 2, 0.5)).isEqualTo(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> APART.fDivergence(u -> Math.abs(u - 1) / 2))
                .withMessageContaining("q = 0");
    }

    @Test
    void lossesAreExpectations() {
        assertThat(WORLD.discriminatorLoss(new Losses.Hinge(), 2, -3, 0.5))
                .isCloseTo(0.25 * 4 + 0.25 * 0.5 + 0.125 * 3 + 0.75 * 1.5, within(1e-15));
        assertThat(WORLD.generatorLoss(new Losses.Hinge(), 2, -3, 0.5)).isCloseTo(-0.25, within(1e-15));
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        double[] half = {0.5, 0.5};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteWorld.of(half, new double[] {1}))
                .withMessage("p and q must be on the same points, but p has 2 probabilities and q has 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteWorld.of(half, new double[] {0.5, 0.500001}))
                .withMessageContaining("q must sum to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteWorld.of(new double[] {1.5, -0.5}, half))
                .withMessage("p[1] must be a probability, at least 0, but is -0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteWorld.of(new double[] {Double.NaN, 0.5}, half))
                .withMessageContaining("p[0]");
    }
}
