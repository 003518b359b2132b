package org.gan4j.core.nn.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Require;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.NamedLayer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.Residual;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.nn.norm.BatchNorm;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * A residual block of images with two convolutions, which may double or halve them.
 *
 * <p>y = shortcut(x) + down(conv(act(norm(conv(up(act(norm(x)))))))), with shortcut = down(conv1x1(up(x))), or the identity where
 * neither size nor channels change; up and down are there only where they are asked for. x and y are [N, height, width,
 * channels]. Parameters are called "body.first.weight", "body.second.weight", "shortcut.map.weight" and so on, those of the
 * normalisations "body.first.norm.scale".
 *
 * <p>Convolutions keep the size: the kernel is odd, images are padded by (kernel - 1) / 2 on each side.
 *
 * @param channels the channels of the result, at least 1; the first convolution has as many
 * @param kernel the height and width of the weights, odd
 * @param resampling what becomes of the size
 * @param activation before each convolution
 * @param norm before each activation; empty for none
 * @param weights the initial weights; biases start at 0
 * @see <a href="https://arxiv.org/abs/1802.05957">Miyato et al., Spectral normalization for generative adversarial networks,
 *     2018, figure 9</a>
 * @see <a href="https://arxiv.org/abs/1704.00028">Gulrajani et al., Improved training of Wasserstein GANs, 2017, appendix F</a>
 */
@About(
        value = "A residual block of images with two convolutions, which may double or halve them.",
        formula = "y = shortcut(x) + down(conv(act(norm(conv(up(act(norm(x))))))))",
        paper = "Miyato et al., Spectral normalization for GANs, 2018, https://arxiv.org/abs/1802.05957, figure 9")
public record ResidualConvolution(
        int channels,
        @Default("3") int kernel,
        @Default("none") Resampling resampling,
        @Default("relu") Activation activation,
        Optional<BatchNorm> norm,
        @Default("he") Initializer weights)
        implements Layer {
    /** Checks the settings. */
    public ResidualConvolution {
        Require.that(channels >= 1, "channels", channels, "at least 1");
        Require.that(kernel >= 1 && kernel % 2 == 1, "kernel", kernel, "odd and at least 1");
        Objects.requireNonNull(resampling, "resampling is null");
        Objects.requireNonNull(activation, "activation is null");
        Objects.requireNonNull(norm, "norm is null");
        Objects.requireNonNull(weights, "weights is null");
    }

    @Override
    public Layer sized(Shape input) {
        return block(input.dim(-1)).sized(input);
    }

    @Override
    public Shape output(Shape input) {
        return block(input.dim(-1)).output(input);
    }

    @Override
    public Parameters init(Shape input, RandomStream random) {
        return block(input.dim(-1)).init(input, random);
    }

    @Override
    public Buffers buffers(Shape input) {
        return block(input.dim(-1)).buffers(input);
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        return block(input.shape().dim(-1)).apply(parameters, input, pass);
    }

    @Override
    public boolean mixesSamples() {
        return norm.map(BatchNorm::mixesSamples).orElse(false);
    }

    private Residual block(int in) {
        List<Layer> body = new ArrayList<>();
        normalised(body, "first.norm");
        body.add(activation);
        resampled(body, Resampling.UP);
        body.add(convolution("first", kernel));
        normalised(body, "second.norm");
        body.add(activation);
        body.add(convolution("second", kernel));
        resampled(body, Resampling.DOWN);
        if (in == channels && resampling == Resampling.NONE) {
            return Residual.of(new Sequential(body));
        }
        List<Layer> shortcut = new ArrayList<>();
        resampled(shortcut, Resampling.UP);
        shortcut.add(convolution("map", 1));
        resampled(shortcut, Resampling.DOWN);
        return new Residual(new Sequential(body), Optional.of(new Sequential(shortcut)));
    }

    private void normalised(List<Layer> layers, String name) {
        norm.ifPresent(layer -> layers.add(new NamedLayer(name, layer)));
    }

    private void resampled(List<Layer> layers, Resampling wanted) {
        if (resampling == wanted) {
            layers.add(wanted == Resampling.UP ? Upsample.DEFAULTS : AveragePool.DEFAULTS);
        }
    }

    private NamedLayer convolution(String name, int size) {
        return new NamedLayer(name, Convolution.of(channels, size, 1, (size - 1) / 2, weights));
    }
}
