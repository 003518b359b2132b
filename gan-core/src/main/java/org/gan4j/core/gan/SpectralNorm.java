package org.gan4j.core.gan;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.nn.norm.ConvolutionNorm;
import org.gan4j.core.nn.norm.SpectralNorms;

/**
 * Another discriminator whose weight matrices are divided by their spectral norms, so that every layer stretches distances
 * at most by about 1.
 *
 * <p>s(x) = discriminator(x; W / sigma(W)), sigma(W) = u' W v for every parameter of two axes or more, with u and v from
 * power iteration, see {@link SpectralNorms}. The division is part of the score: gradients pass through it.
 *
 * <p>The vectors are buffers named "spectral-norm." and the parameter's name. They move once per update of the
 * discriminator; scores for the generator's turn, for penalties and in evaluation use the vectors as they are. Before the
 * first update sigma is that of a random direction and too small. The parameters keep their names; what is stored is W, not
 * W / sigma. Weights of value 0 stay 0.
 *
 * <p>Deviations from the paper: sigma is taken at n(W' u) of the new u, half an iteration further than in the paper, so that
 * all scores of a play agree.
 *
 * <p>Where a game needs an autoencoder, {@link SpectralNormAutoencoder} is the same that remains one.
 *
 * @param discriminator the discriminator whose weights are normalised
 * @param iterations how many power iterations each update makes, at least 1
 * @param convolutions what weights of convolutions are divided by: matrix as in the paper, or bound, with which no layer
 *     stretches distances by more than 1
 * @see <a href="https://arxiv.org/abs/1802.05957">Miyato et al., Spectral normalization for generative adversarial networks,
 *     2018, algorithm 1</a>
 */
@About(
        value = "Another discriminator whose weight matrices are divided by their spectral norms.",
        formula = "s(x) = discriminator(x; W / sigma(W)), sigma(W) = u' W v",
        paper = "Miyato et al., Spectral normalization for GANs, 2018, https://arxiv.org/abs/1802.05957")
public record SpectralNorm(
        Discriminator discriminator,
        @Default("1") int iterations,
        @Default("matrix") ConvolutionNorm convolutions) implements SpectralNormalized {
    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if there are no iterations, or the discriminator is normalised already
     */
    public SpectralNorm {
        SpectralNormalized.require(discriminator, iterations, convolutions);
    }

    /** Returns a discriminator normalised with one iteration per update. */
    public static SpectralNorm of(Discriminator discriminator) {
        return new SpectralNorm(discriminator, 1, ConvolutionNorm.MATRIX);
    }

    @Override
    public DiscriminatorNetwork network(SampleSpec spec) {
        return discriminator.network(spec).with(norm());
    }

    @Override
    public boolean scoresAreEnergies() {
        return discriminator.scoresAreEnergies();
    }

    @Override
    public boolean lipschitzWhenBounded() {
        return discriminator.lipschitzWhenBounded();
    }
}
