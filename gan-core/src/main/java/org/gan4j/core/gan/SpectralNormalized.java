package org.gan4j.core.gan;

import java.util.Objects;
import org.gan4j.core.nn.norm.ConvolutionNorm;
import org.gan4j.core.nn.norm.SpectralWeightNorm;

/** Discriminator whose weight matrices are those of another divided by their spectral norms. */
interface SpectralNormalized extends Discriminator {
    /** Returns the discriminator whose weights are normalised. */
    Discriminator discriminator();

    /** Returns how many power iterations each update makes. */
    int iterations();

    /** Returns what weights of convolutions are divided by. */
    ConvolutionNorm convolutions();

    /** Returns the normalisation of weights. */
    default SpectralWeightNorm norm() {
        return new SpectralWeightNorm(iterations(), convolutions());
    }

    @Override
    default boolean mixesSamples() {
        return discriminator().mixesSamples();
    }

    @Override
    default boolean conditional() {
        return discriminator().conditional();
    }

    @Override
    default boolean lipschitz() {
        return discriminator().lipschitzWhenBounded();
    }

    /** Checks the settings. */
    static void require(Discriminator discriminator, int iterations, ConvolutionNorm convolutions) {
        Objects.requireNonNull(discriminator, "discriminator is null");
        Objects.requireNonNull(convolutions, "convolutions is null");
        if (discriminator instanceof SpectralNormalized) {
            throw new IllegalArgumentException("discriminator is a spectral-norm itself: give the one inside");
        }
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations must be at least 1, but is " + iterations);
        }
    }
}
