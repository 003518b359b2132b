package org.gan4j.losses.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.core.game.Scores;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
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
        assertThat(new Wasserstein().scoresAreLogits()).isFalse();
        assertThat(EnergyMargin.DEFAULTS.scoresAreLogits()).isFalse();
    }

    private static Tensor column(double... values) {
        return Tensor.of(Shape.of(values.length, 1), values);
    }
}
