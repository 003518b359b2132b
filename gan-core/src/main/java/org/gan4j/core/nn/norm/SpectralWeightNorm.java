package org.gan4j.core.nn.norm;

import java.util.Objects;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;

/**
 * The division of every weight matrix by its spectral norm, W / sigma(W), see {@link SpectralNorms}.
 *
 * <p>The vectors of the power iteration are buffers named "spectral-norm." and the parameter's name. They move once per
 * update of the player; passes without updates use them as they are.
 *
 * @param iterations how many power iterations each update makes, at least 1
 * @param convolutions what weights of convolutions are divided by
 */
public record SpectralWeightNorm(int iterations, ConvolutionNorm convolutions) implements WeightNorm {
    private static final String VECTORS = "spectral-norm";

    /** Checks the number of iterations. */
    public SpectralWeightNorm {
        Objects.requireNonNull(convolutions, "convolutions is null");
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations must be at least 1, but is " + iterations);
        }
    }

    @Override
    public Buffers buffers(Parameters parameters) {
        return SpectralNorms.buffers(parameters).under(VECTORS);
    }

    @Override
    public Parameters normalised(Parameters parameters, Pass pass) {
        return SpectralNorms.normalised(parameters, pass.at(VECTORS), iterations, convolutions);
    }
}
