package org.gan4j.models;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.UniformLatent;
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
 * Deep convolutional networks: a generator that doubles images with transposed convolutions of stride 2, and a discriminator
 * that halves them with convolutions of stride 2, with batch normalisation except at the generator's output and the
 * discriminator's input.
 *
 * <p>The defaults are the networks for MNIST of the code released with the paper, {@code mnist/train_cond_dcgan.py}, without
 * their labels: weights normal with deviation 0.02, no biases, and batch normalisation without scale and shift. With
 * {@link Conditioning#EVERY_LAYER} they are those networks whole. The code trains them with batches of 128, Adam with rate 2e-4
 * and beta1 0.5, and a penalty of 2.5e-5 times the squared weights, one step of either player per batch in turn; all this
 * belongs to the scheme and the optimizer, not to the networks. {@link DcganPresets} has the networks for larger images, and
 * others of this form.
 *
 * <p>The dense layer that becomes the first image is normalised before it is one: every number of that image has a mean, a
 * variance, a scale and a shift of its own, as in the code.
 *
 * <p>Windows are padded by (kernel - 1) / 2 on each side, rounded down, and a doubling is the transpose of the halving: with an
 * odd kernel it adds one row and column at the end.
 *
 * <p>Deviations from that code: evaluation normalises with running statistics, where the code has only those of the batch (as
 * does {@code statistics: batch} here); epsilon is 1e-5, where the code has 1e-8.
 *
 * @see <a href="https://arxiv.org/abs/1511.06434">Radford, Metz and Chintala, Unsupervised representation learning with deep
 *     convolutional generative adversarial networks, 2015, section 3</a>
 * @see <a href="https://github.com/Newmu/dcgan_code">its code</a>
 */
public final class Dcgan {
    private static final String PAPER =
            "Radford, Metz and Chintala, Unsupervised representation learning with DCGANs, 2015, https://arxiv.org/abs/1511.06434";
    private static final Initializer WEIGHTS = Initializer.normal(0.02);
    private static final BatchNorm NORM = BatchNorm.standard().withoutScaleAndShift();

    private Dcgan() {}

    /**
     * A generator: dense layers, the last of which is an image of the first channels, doubled once for each of the channels
     * until it has the size of the data.
     *
     * <p>Parameters are called "dense.0.weight", ..., "image.dense.weight", "up.0.weight", ..., "output.weight", those of the
     * normalisations "dense.0.norm.scale" and so on. The data are square images of s pixels each way, and the first image has
     * s / 2^(number of channels).
     *
     * @param latent the distribution of the input
     * @param dense the sizes of the dense layers before the first image; may be empty
     * @param channels the channels of the first image and of those doubled from it, first to last, at least one
     * @param kernel the height and width of the weights, at least 2
     * @param activation after each layer but the last
     * @param output after the last layer
     * @param norm after each layer but the last; empty for none
     * @param weights the initial weights
     * @param biases the initial biases of all layers; empty for none
     * @param labels whether and where it is shown the labels of its samples: none, input or every-layer
     */
    @About(value = "A generator of transposed convolutions with batch normalisation.", paper = PAPER)
    public record DcganGenerator(
            Latent latent,
            List<Integer> dense,
            List<Integer> channels,
            int kernel,
            Activation activation,
            OutputActivation output,
            Optional<BatchNorm> norm,
            Initializer weights,
            Optional<Initializer> biases,
            Conditioning labels)
            implements Generator {
        /**
         * For 28 x 28 pixels in [0, 1]: 100 uniform latent coordinates on [-1, 1), dense 1024, 7 x 7 x 128, 14 x 14 x 64,
         * 28 x 28, sigmoid.
         */
        public static final DcganGenerator DEFAULTS = new DcganGenerator(
                new UniformLatent(100, 1),
                List.of(1024),
                List.of(128, 64),
                5,
                Activation.relu(),
                OutputActivation.SIGMOID,
                Optional.of(NORM),
                WEIGHTS,
                Optional.empty(),
                Conditioning.NONE);

        /**
         * Checks the settings.
         *
         * @throws IllegalArgumentException if there are no channels, a size is below 1 or the kernel below 2
         */
        public DcganGenerator {
            Objects.requireNonNull(latent, "latent is null");
            Objects.requireNonNull(activation, "activation is null");
            Objects.requireNonNull(weights, "weights is null");
            dense = ArchitectureChecks.units("dense", dense);
            channels = checkedChannels(channels, kernel);
            labels.requireGenerator();
        }

        /** Returns the same network with labels shown in another way. */
        public DcganGenerator with(Conditioning other) {
            return new DcganGenerator(
                    latent, dense, channels, kernel, activation, output, norm, weights, biases, other);
        }

        @Override
        public ValueRange range() {
            return output.range();
        }

        @Override
        public boolean conditional() {
            return labels.conditional();
        }

        @Override
        public boolean mixesSamples() {
            return norm.isPresent() && norm.get().mixesSamples();
        }

        @Override
        public Layer network(SampleSpec spec) {
            Shape example = spec.shape();
            int side = smallest(example, channels.size());
            Shape image = Shape.of(side, side, channels.get(0));
            NetworkBuilder network = new NetworkBuilder(norm, activation, labels, labels.classes(spec));
            for (int i = 0; i < dense.size(); i++) {
                network.hidden("dense." + i, new Linear(dense.get(i), weights, biases));
            }
            network.weighted("image.dense", new Linear(image.size(), weights, biases));
            network.normalised("image");
            network.then(Reshape.to(image));
            network.then(activation);
            for (int i = 1; i < channels.size(); i++) {
                network.hidden("up." + (i - 1), doubling(channels.get(i)));
            }
            network.weighted(NetworkBuilder.OUTPUT, doubling(example.dim(2)));
            network.then(output.activation());
            return network.network();
        }

        private Layer doubling(int to) {
            return TransposedConvolution.enlarging(to, kernel, 2, weights).with(biases);
        }
    }

    /**
     * A discriminator: convolutions that halve images, dense layers, and one raw score.
     *
     * <p>Parameters are called "down.0.weight", ..., "dense.0.weight", ..., "output.weight", those of the normalisations
     * "down.1.norm.scale" and so on; with labels by projection "output.embedding" has a vector for each. The first convolution,
     * which sees the samples, is not normalised. With batch normalisation the score of a sample depends on its batch.
     *
     * @param channels the channels of the halved images, first to last, at least one
     * @param dense the sizes of the dense layers after them; may be empty
     * @param kernel the height and width of the weights, at least 2
     * @param activation after each layer but the last
     * @param norm after each layer but the first and the last; empty for none, as a penalty on slopes asks for
     * @param weights the initial weights
     * @param biases the initial biases of all layers; empty for none
     * @param labels whether and where it is shown the labels of its samples
     */
    @About(value = "A discriminator of convolutions with batch normalisation.", paper = PAPER)
    public record DcganDiscriminator(
            List<Integer> channels,
            List<Integer> dense,
            int kernel,
            Activation activation,
            Optional<BatchNorm> norm,
            Initializer weights,
            Optional<Initializer> biases,
            Conditioning labels)
            implements Discriminator {
        /** For 28 x 28 pixels: 14 x 14 x 64, 7 x 7 x 128, dense 1024, leaky rectifiers of slope 0.2. */
        public static final DcganDiscriminator DEFAULTS = new DcganDiscriminator(
                List.of(64, 128),
                List.of(1024),
                5,
                Activation.leakyRelu(0.2),
                Optional.of(NORM),
                WEIGHTS,
                Optional.empty(),
                Conditioning.NONE);

        /**
         * Checks the settings.
         *
         * @throws IllegalArgumentException if there are no channels, a size is below 1 or the kernel below 2
         */
        public DcganDiscriminator {
            Objects.requireNonNull(activation, "activation is null");
            Objects.requireNonNull(weights, "weights is null");
            Objects.requireNonNull(labels, "labels is null");
            channels = checkedChannels(channels, kernel);
            dense = ArchitectureChecks.units("dense", dense);
        }

        /** Returns the same network with labels shown in another way. */
        public DcganDiscriminator with(Conditioning other) {
            return new DcganDiscriminator(channels, dense, kernel, activation, norm, weights, biases, other);
        }

        @Override
        public boolean mixesSamples() {
            return norm.isPresent() && norm.get().mixesSamples() && channels.size() + dense.size() > 1;
        }

        @Override
        public boolean conditional() {
            return labels.conditional();
        }

        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            smallest(spec.shape(), channels.size());
            NetworkBuilder network = new NetworkBuilder(norm, activation, labels, labels.classes(spec));
            for (int i = 0; i < channels.size(); i++) {
                Layer halving = new Convolution(channels.get(i), kernel, 2, (kernel - 1) / 2, weights, biases);
                if (i == 0) {
                    network.weighted("down.0", halving);
                    network.then(activation);
                } else {
                    network.hidden("down." + i, halving);
                }
            }
            network.then(new Flatten());
            for (int i = 0; i < dense.size(); i++) {
                network.hidden("dense." + i, new Linear(dense.get(i), weights, biases));
            }
            return network.scoring(spec.shape(), weights, biases);
        }
    }

    private static List<Integer> checkedChannels(List<Integer> channels, int kernel) {
        List<Integer> checked = ArchitectureChecks.some("channels", channels);
        if (kernel < 2) {
            throw new IllegalArgumentException("kernel must be at least 2, the stride, but is " + kernel);
        }
        return checked;
    }

    /** Returns the side of the smallest image: that of the data halved so many times. */
    private static int smallest(Shape data, int halvings) {
        int times = 1 << halvings;
        if (data.rank() != 3 || data.dim(0) != data.dim(1) || data.dim(0) % times != 0) {
            throw new IllegalArgumentException(
                    "networks that halve images " + halvings + " times take square ones, [s, s, channels],"
                            + " with s a multiple of " + times + ", but the data have shape " + data);
        }
        return data.dim(0) / times;
    }
}
