package org.gan4j.models;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.gan.UniformLatent;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.nn.init.OffsetInitializer;
import org.gan4j.core.nn.norm.BatchNorm;
import org.gan4j.core.nn.norm.NormStatistics;
import org.gan4j.core.nn.norm.RunningVariance;
import org.gan4j.models.Dcgan.DcganDiscriminator;
import org.gan4j.models.Dcgan.DcganGenerator;

/**
 * Published networks of the {@link Dcgan} form beside its defaults.
 *
 * <p>For 64 x 64 pixels those of figure 1 of the paper and of the code's {@code faces/train_uncond_dcgan.py}: 100 uniform latent
 * coordinates, 4 x 4 x 1024, 8 x 8 x 512, 16 x 16 x 256, 32 x 32 x 128, 64 x 64, tanh, and the way back; 5 x 5 weights, no
 * biases, scales of the normalisations normal with mean 1 and deviation 0.02. For 32 x 32 pixels the paper lists no network;
 * this one leaves out the widest layer of each, so that the smallest image is 4 x 4 again. Data are in [-1, 1].
 *
 * <p>The InfoGAN networks are those that "Are GANs created equal?" trains with every loss, {@code compare_gan} version 1.0:
 * leaky rectifiers of slope 0.2 in both, 4 x 4 weights, biases that start at 0, batch normalisation with momentum 0.001,
 * epsilon 0.001 and biased running variances. Normalisation of the discriminator is a setting of that study; {@code norm: null}
 * leaves it out. Deviations from its code: initial weights of convolutions are normal, where the code has a normal cut off at two
 * deviations.
 *
 * @see <a href="https://arxiv.org/abs/1511.06434">Radford, Metz and Chintala, Unsupervised representation learning with deep
 *     convolutional generative adversarial networks, 2015, section 3 and figure 1</a>
 * @see <a href="https://arxiv.org/abs/1711.10337">Lucic et al., Are GANs created equal? A large-scale study, 2018, section
 *     5</a>
 */
public final class DcganPresets {
    /** The generator of the DCGAN code for MNIST, which sees the label at every layer. */
    public static final DcganGenerator CONDITIONAL_GENERATOR = DcganGenerator.DEFAULTS.with(Conditioning.EVERY_LAYER);

    /** The discriminator of the DCGAN code for MNIST, which sees the label at every layer. */
    public static final DcganDiscriminator CONDITIONAL_DISCRIMINATOR =
            DcganDiscriminator.DEFAULTS.with(Conditioning.EVERY_LAYER);

    private static final Initializer WEIGHTS = Initializer.normal(0.02);
    private static final Optional<BatchNorm> NORM = Optional.of(new BatchNorm(
            0.1,
            1e-5,
            NormStatistics.RUNNING,
            Optional.of(new OffsetInitializer(1, WEIGHTS)),
            Optional.of(Initializer.constant(0)),
            RunningVariance.UNBIASED));
    private static final Optional<BatchNorm> SLOW_NORM = Optional.of(new BatchNorm(
            0.001,
            0.001,
            NormStatistics.RUNNING,
            Optional.of(Initializer.constant(1)),
            Optional.of(Initializer.constant(0)),
            RunningVariance.BIASED));

    /** The generator of the DCGAN paper for 64 x 64 pixels in [-1, 1]. */
    public static final DcganGenerator GENERATOR_64 = generator(List.of(1024, 512, 256, 128));

    /** The discriminator of the DCGAN paper for 64 x 64 pixels. */
    public static final DcganDiscriminator DISCRIMINATOR_64 = discriminator(List.of(128, 256, 512, 1024));

    /** The generator for 32 x 32 pixels in [-1, 1]. */
    public static final DcganGenerator GENERATOR_32 = generator(List.of(512, 256, 128));

    /** The discriminator for 32 x 32 pixels. */
    public static final DcganDiscriminator DISCRIMINATOR_32 = discriminator(List.of(128, 256, 512));

    /** The InfoGAN generator of the study, for images in [0, 1] whose sides are multiples of 4. */
    public static final DcganGenerator INFOGAN_GENERATOR = new DcganGenerator(
            new UniformLatent(64, 1),
            List.of(1024),
            List.of(128, 64),
            4,
            Activation.leakyRelu(0.2),
            OutputActivation.SIGMOID,
            SLOW_NORM,
            WEIGHTS,
            Optional.of(Initializer.constant(0)),
            Conditioning.NONE);

    /** The InfoGAN discriminator of the study, with batch normalisation. */
    public static final DcganDiscriminator INFOGAN_DISCRIMINATOR = new DcganDiscriminator(
            List.of(64, 128),
            List.of(1024),
            4,
            Activation.leakyRelu(0.2),
            SLOW_NORM,
            WEIGHTS,
            Optional.of(Initializer.constant(0)),
            Conditioning.NONE);

    private DcganPresets() {}

    private static DcganGenerator generator(List<Integer> channels) {
        return new DcganGenerator(
                new UniformLatent(100, 1),
                List.of(),
                channels,
                5,
                Activation.relu(),
                OutputActivation.TANH,
                NORM,
                WEIGHTS,
                Optional.empty(),
                Conditioning.NONE);
    }

    private static DcganDiscriminator discriminator(List<Integer> channels) {
        return new DcganDiscriminator(
                channels, List.of(), 5, Activation.leakyRelu(0.2), NORM, WEIGHTS, Optional.empty(), Conditioning.NONE);
    }
}
