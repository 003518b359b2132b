package org.gan4j.losses.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.loss.divergence.AlphaDivergence;
import org.gan4j.losses.loss.divergence.PearsonChiSquare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossSettingsTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aMarginMustBeFiniteAndAboveZero(double margin) {
        assertThatThrownBy(() -> new EnergyMargin(margin, EnergyLink.SOFTPLUS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("margin must be finite and above 0, but is " + margin);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void aFactorMustBeFiniteAndAboveZero(double factor) {
        assertThatThrownBy(() -> new Scaled(new Wasserstein(), factor, 1))
                .hasMessage("the discriminator's factor must be finite and above 0, but is " + factor);
        assertThatThrownBy(() -> new Scaled(new Wasserstein(), 1, factor))
                .hasMessage("the generator's factor must be finite and above 0, but is " + factor);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.1, 1.0001, Double.NaN})
    void aSmoothedLabelMustBeAboveOneHalf(double alpha) {
        assertThatThrownBy(() -> new LabelSmoothing(alpha))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("alpha must be above 0.5 and at most 1, but is " + alpha);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -3, Double.NaN, Double.POSITIVE_INFINITY})
    void theTargetsOfLeastSquaresMustBeAboveThatOfFakeSamples(double target) {
        assertThatThrownBy(() -> new LeastSquares(-1, target, 1))
                .hasMessage(
                        "b must be finite and above a, the score of fake samples, but is " + target + " with a = -1.0");
        assertThatThrownBy(() -> new LeastSquares(-1, 1, target))
                .hasMessage(
                        "c must be finite and above a, the score of fake samples, but is " + target + " with a = -1.0");
        assertThatThrownBy(() -> new LeastSquares(Double.NaN, 1, 1)).hasMessage("a must be finite, but is NaN");
    }

    @Test
    void aLossOfASmallRangeIsRefusedWhereDifferencesOfScoresWouldLeaveIt() {
        FDivergenceLoss steep = FDivergenceLoss.of(new AlphaDivergence(3));
        assertThatThrownBy(() -> new Relativistic(steep))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("loss alpha-divergence is finite for scores up to 26.6");
        assertThatThrownBy(() -> new RelativisticAverage(steep)).hasMessageContaining("differences of scores");
        EnergyMargin errors = new EnergyMargin(1, EnergyLink.IDENTITY);
        assertThatThrownBy(() -> new Relativistic(errors))
                .hasMessageEndingWith("such as energy-margin with link: softplus");
        assertThatThrownBy(() -> new RelativisticAverage(errors))
                .hasMessageEndingWith("such as energy-margin with link: softplus");
        assertThat(new Relativistic(FDivergenceLoss.of(new PearsonChiSquare()))
                        .facts()
                        .finiteUpTo())
                .isEqualTo(20);
        assertThat(Relativistic.DEFAULTS.facts().finiteUpTo()).isEqualTo(LossProperties.LARGE);
    }

    @Test
    void aLabelOfOneIsNotSmoothed() {
        Tensor scores = column(-3, 0.5, 7);
        assertThat(new LabelSmoothing(1).real(scores).toDoubles())
                .containsExactly(new NonSaturating().real(scores).toDoubles());
    }

    @Test
    void aScaledLossIsCalledWhatItScales() {
        assertThat(new Scaled(new Hinge(), 2, 1).displayName()).isEqualTo("hinge");
    }

    @Test
    void aLossOfDifferencesNeedsWhatTheLossOfScoresNeeds() {
        LossProperties facts = new Relativistic(new Wasserstein()).facts();
        assertThat(facts.use().needsLipschitz()).isTrue();
        assertThat(facts.symmetry().degree()).hasValue(1);
        assertThat(new RelativisticAverage(new Hinge()).facts().use().needsLipschitz())
                .isFalse();
        assertThat(new RelativisticAverage(new Hinge()).displayName()).isEqualTo("relativistic-average-hinge");
        assertThat(Relativistic.DEFAULTS.displayName()).isEqualTo("relativistic-non-saturating");
    }

    @Test
    void aFactorOfTheGeneratorIsPartOfItsFormulas() {
        LossProperties.Optimum scaled = new Scaled(new Hinge(), 0.5, 3).facts().optimum();
        assertThat(scaled.score()).isEqualTo("sign(p - q)");
        assertThat(scaled.divergence()).isEqualTo("3.0 (sum q sign(q - p))");
        assertThat(scaled.followed()).isEqualTo("3.0 (2 TV(p, q))");
        assertThat(new Scaled(new Hinge(), 0.5, 1).facts().optimum())
                .isEqualTo(new Hinge().facts().optimum());
    }

    /**
     * Reconstruction errors 0.25 and 1.5 of real, 0.5 and 4 of fake samples, margin 2: L_D = (0.25 + 1.5) / 2 +
     * (max(0, 2 - 0.5) + max(0, 2 - 4)) / 2 = 0.875 + 0.75, L_G = (0.5 + 4) / 2.
     */
    @Test
    void theIdentityLinkTakesReconstructionErrorsForEnergies() {
        EnergyMargin loss = new EnergyMargin(2, EnergyLink.IDENTITY);
        Scores real = Scores.of(column(-0.25, -1.5));
        Scores fake = Scores.of(column(-0.5, -4));
        assertThat(loss.discriminatorLoss(real, fake).item()).isCloseTo(1.625, within(1e-15));
        assertThat(loss.generatorLoss(real, fake).item()).isCloseTo(2.25, within(1e-15));
    }

    @Test
    void onlyCrossEntropiesReadScoresAsLogits() {
        assertThat(new Minimax().scoresAreLogits()).isTrue();
        assertThat(new NonSaturating().scoresAreLogits()).isTrue();
        assertThat(new Scaled(new NonSaturating(), 0.5, 1).scoresAreLogits()).isTrue();
        assertThat(LabelSmoothing.DEFAULTS.scoresAreLogits()).isTrue();
        assertThat(new BoundarySeeking().scoresAreLogits()).isTrue();
        assertThat(new Hinge().scoresAreLogits()).isFalse();
        assertThat(new Scaled(new Hinge(), 0.5, 1).scoresAreLogits()).isFalse();
        assertThat(new Wasserstein().scoresAreLogits()).isFalse();
        assertThat(EnergyMargin.DEFAULTS.scoresAreLogits()).isFalse();
    }

    private static Tensor column(double... values) {
        return Tensor.of(Shape.of(values.length, 1), values);
    }
}
