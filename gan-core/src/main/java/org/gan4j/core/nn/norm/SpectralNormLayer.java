package org.gan4j.core.nn.norm;

import java.util.Objects;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Require;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Another layer, or several, whose weight matrices are divided by their spectral norms.
 *
 * <p>y = layer(x; W / sigma(W)), sigma(W) = u' W v for every parameter of two axes or more, with u and v from power iteration,
 * see {@link SpectralNorms}. Parameters keep their names, relative to this layer; the vectors u are buffers named
 * "spectral-norm." and the parameter's name.
 *
 * <p>Weights inside are bounded; a network is only where all of its weights are.
 *
 * @param layer the layer whose weights are normalised
 * @param iterations how many power iterations each update makes, at least 1
 * @param convolutions what weights of convolutions are divided by: matrix as in the paper, or bound
 * @see <a href="https://arxiv.org/abs/1802.05957">Miyato et al., Spectral normalization for generative adversarial networks,
 *     2018, algorithm 1</a>
 */
@About(
        value = "Another layer whose weight matrices are divided by their spectral norms.",
        formula = "y = layer(x; W / sigma(W)), sigma(W) = u' W v",
        paper = "Miyato et al., Spectral normalization for GANs, 2018, https://arxiv.org/abs/1802.05957")
public record SpectralNormLayer(
        Layer layer,
        @Default("1") int iterations,
        @Default("matrix") ConvolutionNorm convolutions) implements Layer {
    /** Checks the settings. */
    public SpectralNormLayer {
        Objects.requireNonNull(layer, "layer is null");
        Objects.requireNonNull(convolutions, "convolutions is null");
        Require.that(iterations >= 1, "iterations", iterations, "at least 1");
    }

    /** Returns a layer normalised with one iteration per update. */
    public static SpectralNormLayer of(Layer layer) {
        return new SpectralNormLayer(layer, 1, ConvolutionNorm.MATRIX);
    }

    @Override
    public Shape output(Shape input) {
        return layer.output(input);
    }

    @Override
    public Parameters init(Shape input, RandomStream random) {
        return layer.init(input, random);
    }

    @Override
    public Buffers buffers(Shape input) {
        return layer.buffers(input).and(norm().buffers(layer.init(input, RandomStream.of(0))));
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        return layer.apply(norm().normalised(parameters, pass), input, pass);
    }

    @Override
    public Layer sized(Shape input) {
        return new SpectralNormLayer(layer.sized(input), iterations, convolutions);
    }

    @Override
    public boolean mixesSamples() {
        return layer.mixesSamples();
    }

    @Override
    public boolean takesLabels() {
        return layer.takesLabels();
    }

    /**
     * Tells that the weights inside are bounded. Batch normalisation divides by deviations of the batch, which no norm of
     * weights bounds.
     */
    @Override
    public boolean bounded() {
        return !layer.mixesSamples();
    }

    private WeightNorm norm() {
        return new SpectralWeightNorm(iterations, convolutions);
    }
}
