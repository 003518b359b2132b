package org.gan4j.core.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LatentTest {
    static List<Latent> unitVariance() {
        return List.of(UniformLatent.ofUnitVariance(5), NormalLatent.standard(5), new SphereLatent(5));
    }

    @ParameterizedTest
    @MethodSource("unitVariance")
    void hasMeanZeroAndVarianceOne(Latent latent) {
        Tensor values = latent.sample(20_000, RandomStream.of(11)).values();
        assertThat(values.shape()).isEqualTo(Shape.of(20_000, 5));
        // 100 000 numbers: the mean deviates by 0.0032, the variance by at most 0.0045
        assertThat(values.mean().item()).isCloseTo(0, within(0.016));
        assertThat(values.square().mean().item()).isCloseTo(1, within(0.023));
    }

    @ParameterizedTest
    @MethodSource("unitVariance")
    void isDecidedByTheStream(Latent latent) {
        float[] once = latent.sample(3, RandomStream.of(11)).values().toFloats();
        assertThat(latent.sample(3, RandomStream.of(11)).values().toFloats()).isEqualTo(once);
        assertThat(latent.sample(3, RandomStream.of(12)).values().toFloats()).isNotEqualTo(once);
    }

    @Test
    void uniformStaysWithinItsBound() {
        float[] values = new UniformLatent(4, 0.25)
                .sample(2_000, RandomStream.of(3))
                .values()
                .toFloats();
        double least = 1;
        double greatest = -1;
        for (float value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        assertThat(least).isBetween(-0.25, -0.249);
        assertThat(greatest).isBetween(0.249, 0.25);
    }

    @Test
    void sphereHasOneRadius() {
        Tensor values = new SphereLatent(7).sample(50, RandomStream.of(3)).values();
        for (float squared : values.square().sum(1).toFloats()) {
            assertThat(squared).isCloseTo(7, within(1e-5f));
        }
    }

    @Test
    void refusesSettingsWithoutMeaning() {
        assertThatThrownBy(() -> new SphereLatent(0))
                .hasMessage("size of the latent vector must be at least 1, but is 0");
        assertThatThrownBy(() -> new UniformLatent(2, Double.NaN))
                .hasMessage("bound must be finite and above 0, but is NaN");
        assertThatThrownBy(() -> new NormalLatent(2, -1))
                .hasMessage("deviation must be finite and above 0, but is -1.0");
    }
}
