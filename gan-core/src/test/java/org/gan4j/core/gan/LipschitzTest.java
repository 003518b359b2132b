package org.gan4j.core.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.gan.network.AutoencoderNetwork;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.gan.network.ReconstructionError;
import org.gan4j.core.nn.NamedLayer;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.init.Glorot;
import org.gan4j.core.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Which normalised discriminators are Lipschitz whatever is learnt, and what heads may be called. */
class LipschitzTest {
    private record Plain(ReconstructionError error) implements Autoencoder {
        @Override
        public AutoencoderNetwork network(SampleSpec spec) {
            return AutoencoderNetwork.of(
                    spec.shape(), Linear.of(2, Glorot.DEFAULTS), Linear.of(3, Glorot.DEFAULTS), error);
        }
    }

    @Test
    void aSquaredErrorIsNot() {
        for (ReconstructionError error : ReconstructionError.values()) {
            boolean expected = error != ReconstructionError.MEAN_SQUARED;
            assertThat(new Plain(error).lipschitz()).isFalse();
            assertThat(SpectralNormAutoencoder.of(new Plain(error)).lipschitz())
                    .as("%s", error)
                    .isEqualTo(expected);
            assertThat(SpectralNorm.of(new Plain(error)).lipschitz())
                    .as("%s", error)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aHeadIsNotCalledAsALayerOfTheTrunk() {
        DiscriminatorNetwork network = DiscriminatorNetwork.of(
                Shape.of(3), new NamedLayer("classes", Linear.of(2, Glorot.DEFAULTS)), Linear.of(1, Glorot.DEFAULTS));
        assertThat(network.withHead("codes", Linear.of(2, Glorot.DEFAULTS)).features())
                .isEqualTo(Shape.of(2));
        DiscriminatorNetwork sequential = DiscriminatorNetwork.of(
                Shape.of(3),
                Sequential.of(new NamedLayer("classes", Linear.of(2, Glorot.DEFAULTS))),
                Linear.of(1, Glorot.DEFAULTS));
        assertThatThrownBy(() -> sequential.withHead("classes", Linear.of(2, Glorot.DEFAULTS)))
                .hasMessage("a head cannot be called \"classes\", as a layer of the trunk is");
    }
}
