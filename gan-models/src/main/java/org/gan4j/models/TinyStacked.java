package org.gan4j.models;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.gan.ValueRange;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.Flatten;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.dense.Reshape;
import org.gan4j.core.nn.image.Convolution;
import org.gan4j.core.nn.image.TransposedConvolution;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.nn.norm.BatchNorm;
import org.gan4j.core.tensor.Shape;

/**
 * The small networks with which the papers on unrolled and packed GANs count the modes of stacked digits: the discriminator is
 * so much weaker than the generator that an ordinary game loses most of the thousand classes.
 *
 * <p>The generator makes 4 x 4 x 64 of 256 normal latent coordinates, then 7 x 7 x 32, 14 x 14 x 16 and 28 x 28 x 8 by
 * transposed convolutions of stride 2, and of these the sample by a convolution and tanh. The discriminator makes 14 x 14 x 2,
 * 7 x 7 x 4 and 4 x 4 x 8 of a sample by convolutions of stride 2 (a quarter of the generator's channels; half of them are 4, 8
 * and 16), and of these a score. All weights are 3 x 3 and normal with deviation 0.02, all layers have biases, and all but the
 * last of each network batch normalisation with scale and shift.
 *
 * <p>The packed paper trains them with batches of 128 on data in [-1, 1], Adam with rate 1e-4 for the generator and 2e-4 for the
 * discriminator, beta1 0.5 and beta2 0.99. Packed samples have more channels, which the discriminator takes as they come.
 *
 * <p>Deviations from its code: images are padded by 1 on each side, where the code adds a row below and a column on the right
 * of images with an even side; weights of convolutions are normal, where the code has a normal cut off at two deviations.
 *
 * @see <a href="https://arxiv.org/abs/1611.02163">Metz et al., Unrolled generative adversarial networks, 2017, section 3.3.1</a>
 * @see <a href="https://arxiv.org/abs/1712.04086">Lin et al., PacGAN, 2018, section 4.2</a>
 * @see <a href="https://github.com/fjxmlzn/PacGAN">its code, unrolled_GAN_experiment</a>
 */
public final class TinyStacked {
    private static final String PAPER =
            "Metz et al., Unrolled generative adversarial networks, 2017, https://arxiv.org/abs/1611.02163";
    private static final int KERNEL = 3;
    private static final Initializer WEIGHTS = Initializer.normal(0.02);
    private static final Optional<Initializer> BIASES = Optional.of(Initializer.constant(0));

    private TinyStacked() {}

    /**
     * A generator whose images double until they have the size of the data, which need not be a multiple of 2: a side of
     * the next smaller image is half that of an image, rounded up.
     *
     * <p>Parameters are called "image.dense.weight", "image.norm.scale", "up.0.weight", ..., "output.bias".
     *
     * @param latent the distribution of the input
     * @param channels the channels of the images inside, smallest image first, at least one
     * @param side the height and width of a sample
     * @param activation after each layer but the last
     * @param output after the last layer
     * @param norm after each layer but the last; empty for none
     * @param weights the initial weights; biases start at 0
     */
    @About(value = "The small generator for stacked digits of the papers on unrolled and packed GANs.", paper = PAPER)
    public record TinyStackedGenerator(
            Latent latent,
            List<Integer> channels,
            int side,
            Activation activation,
            OutputActivation output,
            Optional<BatchNorm> norm,
            Initializer weights)
            implements Generator {
        /** The networks of the papers. */
        public static final TinyStackedGenerator DEFAULTS = new TinyStackedGenerator(
                NormalLatent.standard(256),
                List.of(64, 32, 16, 8),
                28,
                Activation.relu(),
                OutputActivation.TANH,
                Optional.of(BatchNorm.standard()),
                WEIGHTS);

        /**
         * Checks the settings.
         *
         * @throws IllegalArgumentException if there are no channels or a size is below 1
         */
        public TinyStackedGenerator {
            Objects.requireNonNull(latent, "latent is null");
            Objects.requireNonNull(activation, "activation is null");
            Objects.requireNonNull(output, "output is null");
            Objects.requireNonNull(weights, "weights is null");
            Require.that(side >= 1, "side", side, "at least 1");
            channels = ArchitectureChecks.some("channels", channels);
        }

        @Override
        public ValueRange range() {
            return output.range();
        }

        @Override
        public boolean mixesSamples() {
            return norm.isPresent() && norm.get().mixesSamples();
        }

        private int colours(SampleSpec spec) {
            Shape shape = spec.shape();
            if (shape.rank() != 3 || shape.dim(0) != side || shape.dim(1) != side) {
                throw new IllegalArgumentException("this generator makes images of " + side + " x " + side
                        + " pixels, but the data have shape " + shape + "; set side to theirs");
            }
            return shape.dim(2);
        }

        @Override
        public Layer network(SampleSpec spec) {
            int colours = colours(spec);
            int first = side(channels.size() - 1);
            Shape image = Shape.of(first, first, channels.get(0));
            NetworkBuilder network = new NetworkBuilder(norm, activation, Conditioning.NONE, 0);
            network.weighted("image.dense", new Linear(image.size(), weights, BIASES));
            network.then(Reshape.to(image));
            network.normalised("image");
            network.then(activation);
            for (int i = 1; i < channels.size(); i++) {
                int rest = side(channels.size() - 1 - i) % 2 == 0 ? 1 : 0;
                network.hidden(
                        "up." + (i - 1),
                        new TransposedConvolution(channels.get(i), KERNEL, 2, 1, rest, weights, BIASES));
            }
            network.weighted(NetworkBuilder.OUTPUT, new Convolution(colours, KERNEL, 1, 1, weights, BIASES));
            network.then(output.activation());
            return network.network();
        }

        /** Returns the side of a sample halved so many times, rounded up. */
        private int side(int halvings) {
            int result = side;
            for (int i = 0; i < halvings; i++) {
                result = (result + 1) / 2;
            }
            return result;
        }
    }

    /**
     * A discriminator whose convolutions halve images, rounded up, and one raw score.
     *
     * <p>Parameters are called "down.0.weight", "down.0.norm.scale", ..., "output.bias".
     *
     * @param channels the channels of the halved images, first to last, at least one
     * @param activation after each layer but the last
     * @param norm after each layer but the last; empty for none
     * @param weights the initial weights; biases start at 0
     */
    @About(
            value = "The small discriminator for stacked digits of the papers on unrolled and packed GANs.",
            paper = PAPER)
    public record TinyStackedDiscriminator(
            List<Integer> channels, Activation activation, Optional<BatchNorm> norm, Initializer weights)
            implements Discriminator {
        /** A quarter of the generator's channels: 2, 4 and 8. */
        public static final TinyStackedDiscriminator DEFAULTS = of(2, 4, 8);

        /** Half of the generator's channels: 4, 8 and 16. */
        public static final TinyStackedDiscriminator HALF = of(4, 8, 16);

        /**
         * Checks the settings.
         *
         * @throws IllegalArgumentException if there are no channels or a size is below 1
         */
        public TinyStackedDiscriminator {
            Objects.requireNonNull(activation, "activation is null");
            Objects.requireNonNull(weights, "weights is null");
            channels = ArchitectureChecks.some("channels", channels);
        }

        private static TinyStackedDiscriminator of(Integer... channels) {
            return new TinyStackedDiscriminator(
                    List.of(channels), Activation.leakyRelu(0.3), Optional.of(BatchNorm.standard()), WEIGHTS);
        }

        @Override
        public boolean mixesSamples() {
            return norm.isPresent() && norm.get().mixesSamples();
        }

        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            NetworkBuilder network = new NetworkBuilder(norm, activation, Conditioning.NONE, 0);
            for (int i = 0; i < channels.size(); i++) {
                network.hidden("down." + i, new Convolution(channels.get(i), KERNEL, 2, 1, weights, BIASES));
            }
            network.then(new Flatten());
            return network.scoring(spec.shape(), weights, BIASES);
        }
    }
}
