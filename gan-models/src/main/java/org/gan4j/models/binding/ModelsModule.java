package org.gan4j.models.binding;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.core.config.StrategyBinder;
import org.gan4j.core.config.Texts;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.models.Dcgan.DcganDiscriminator;
import org.gan4j.models.Dcgan.DcganGenerator;
import org.gan4j.models.DcganPresets;
import org.gan4j.models.Goodfellow2014;
import org.gan4j.models.Layered.LayeredDiscriminator;
import org.gan4j.models.Layered.LayeredGenerator;
import org.gan4j.models.MaxoutDiscriminator;
import org.gan4j.models.Mlp.MlpDiscriminator;
import org.gan4j.models.Mlp.MlpGenerator;
import org.gan4j.models.MlpAutoencoder;
import org.gan4j.models.TinyStacked.TinyStackedDiscriminator;
import org.gan4j.models.TinyStacked.TinyStackedGenerator;

/** Names of everything in gan-models: networks, and the settings of papers. */
public final class ModelsModule extends AbstractModule implements Gan4jModule {
    private static final String STUDY =
            "Lucic et al., Are GANs created equal? A large-scale study, 2018, https://arxiv.org/abs/1711.10337";
    private static final Texts INFOGAN_GENERATOR =
            new Texts("The InfoGAN generator that a study compares losses with, for images in [0, 1].", "", STUDY);
    private static final Texts INFOGAN_DISCRIMINATOR =
            new Texts("The InfoGAN discriminator that a study compares losses with, for images in [0, 1].", "", STUDY);

    @Override
    protected void configure() {
        nameGenerators(strategies(binder(), Generator.class));
        nameDiscriminators(strategies(binder(), Discriminator.class));
        nameDcganGenerators(strategies(binder(), Generator.class));
        nameDcganDiscriminators(strategies(binder(), Discriminator.class));
    }

    private static void nameGenerators(StrategyBinder<Generator> networks) {
        networks.bind("mlp", MlpGenerator.class)
                .bind("layers", LayeredGenerator.class)
                .bind("tiny-stacked", TinyStackedGenerator.class)
                .preset(
                        "toy",
                        "For points in the plane: two layers of 128 rectifiers.",
                        MlpGenerator.class,
                        () -> MlpGenerator.DEFAULTS)
                .preset(
                        "goodfellow2014-mnist",
                        "The generator of the 2014 paper for MNIST, as in the code released with it.",
                        MlpGenerator.class,
                        () -> Goodfellow2014.MNIST_GENERATOR);
    }

    private static void nameDcganGenerators(StrategyBinder<Generator> networks) {
        networks.bind("dcgan", DcganGenerator.class)
                .preset(
                        "dcgan-28",
                        "The generator of the DCGAN code for 28 x 28 pixels, without labels.",
                        DcganGenerator.class,
                        () -> DcganGenerator.DEFAULTS)
                .preset(
                        "dcgan-28-conditional",
                        "The generator of the DCGAN code for 28 x 28 pixels, which sees the label at every layer.",
                        DcganGenerator.class,
                        () -> DcganPresets.CONDITIONAL_GENERATOR)
                .preset(
                        "dcgan-32",
                        "The DCGAN paper's generator for 64 x 64 pixels without its widest layer: 32 x 32 pixels in [-1, 1].",
                        DcganGenerator.class,
                        () -> DcganPresets.GENERATOR_32)
                .preset(
                        "dcgan-64",
                        "The generator of the DCGAN paper for 64 x 64 pixels in [-1, 1].",
                        DcganGenerator.class,
                        () -> DcganPresets.GENERATOR_64)
                .preset("infogan", INFOGAN_GENERATOR, DcganGenerator.class, () -> DcganPresets.INFOGAN_GENERATOR);
    }

    private static void nameDiscriminators(StrategyBinder<Discriminator> networks) {
        networks.bind("mlp", MlpDiscriminator.class)
                .bind("layers", LayeredDiscriminator.class)
                .bind("maxout", MaxoutDiscriminator.class)
                .bind("tiny-stacked", TinyStackedDiscriminator.class)
                .preset(
                        "tiny-stacked-half",
                        "The larger of the two small discriminators: 4, 8 and 16 channels, half of the generator's.",
                        TinyStackedDiscriminator.class,
                        () -> TinyStackedDiscriminator.HALF)
                .bind("autoencoder", MlpAutoencoder.class)
                .preset(
                        "toy",
                        "For points in the plane: two layers of 128 leaky rectifiers.",
                        MlpDiscriminator.class,
                        () -> MlpDiscriminator.DEFAULTS)
                .preset(
                        "goodfellow2014-mnist",
                        "The discriminator of the 2014 paper for MNIST, as in the code released with it.",
                        MaxoutDiscriminator.class,
                        () -> Goodfellow2014.MNIST_DISCRIMINATOR);
    }

    private static void nameDcganDiscriminators(StrategyBinder<Discriminator> networks) {
        networks.bind("dcgan", DcganDiscriminator.class)
                .preset(
                        "dcgan-28",
                        "The discriminator of the DCGAN code for 28 x 28 pixels, without labels.",
                        DcganDiscriminator.class,
                        () -> DcganDiscriminator.DEFAULTS)
                .preset(
                        "dcgan-28-conditional",
                        "The discriminator of the DCGAN code for 28 x 28 pixels, which sees the label at every layer.",
                        DcganDiscriminator.class,
                        () -> DcganPresets.CONDITIONAL_DISCRIMINATOR)
                .preset(
                        "dcgan-32",
                        "The DCGAN paper's discriminator for 64 x 64 pixels without its widest layer, for 32 x 32 pixels.",
                        DcganDiscriminator.class,
                        () -> DcganPresets.DISCRIMINATOR_32)
                .preset(
                        "dcgan-64",
                        "The discriminator of the DCGAN paper for 64 x 64 pixels.",
                        DcganDiscriminator.class,
                        () -> DcganPresets.DISCRIMINATOR_64)
                .preset(
                        "infogan",
                        INFOGAN_DISCRIMINATOR,
                        DcganDiscriminator.class,
                        () -> DcganPresets.INFOGAN_DISCRIMINATOR);
    }
}
