package org.gan4j.core.gan;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.gan.network.AutoencoderNetwork;
import org.gan4j.core.gan.network.ReconstructionError;
import org.gan4j.core.nn.norm.ConvolutionNorm;

/**
 * Another autoencoder whose weight matrices are divided by their spectral norms, as {@link SpectralNorm} does; it keeps its
 * codes.
 *
 * @param discriminator the autoencoder whose weights are normalised
 * @param iterations how many power iterations each update makes, at least 1
 * @param convolutions what weights of convolutions are divided by: matrix as in the paper, or bound
 * @see <a href="https://arxiv.org/abs/1802.05957">Miyato et al., Spectral normalization for generative adversarial networks,
 *     2018, algorithm 1</a>
 */
@About(
        value = "Another autoencoder whose weight matrices are divided by their spectral norms.",
        formula = "E(x) = error(x, autoencoder(x; W / sigma(W))), sigma(W) = u' W v",
        paper = "Miyato et al., Spectral normalization for GANs, 2018, https://arxiv.org/abs/1802.05957")
public record SpectralNormAutoencoder(
        Autoencoder discriminator,
        @Default("1") int iterations,
        @Default("matrix") ConvolutionNorm convolutions) implements Autoencoder, SpectralNormalized {
    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if there are no iterations, or the discriminator is normalised already
     */
    public SpectralNormAutoencoder {
        SpectralNormalized.require(discriminator, iterations, convolutions);
    }

    /** Returns an autoencoder normalised with one iteration per update. */
    public static SpectralNormAutoencoder of(Autoencoder discriminator) {
        return new SpectralNormAutoencoder(discriminator, 1, ConvolutionNorm.MATRIX);
    }

    @Override
    public AutoencoderNetwork network(SampleSpec spec) {
        return discriminator.network(spec).with(norm());
    }

    @Override
    public ReconstructionError error() {
        return discriminator.error();
    }
}
