package org.gan4j.models;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.core.game.Autoencoder;
import org.gan4j.core.game.Discriminator;
import org.gan4j.core.game.Generator;
import org.gan4j.models.Dcgan.DcganDiscriminator;
import org.gan4j.models.Dcgan.DcganGenerator;
import org.gan4j.models.Mlp.MlpDiscriminator;
import org.gan4j.models.Mlp.MlpGenerator;

/** Names the networks and the settings of papers. */
public final class ModelsModule extends AbstractModule implements Gan4jModule {
    @Override
    protected void configure() {
        strategies(binder(), Generator.class)
                .bind("mlp", MlpGenerator.class)
                .bind("dcgan", DcganGenerator.class)
                .preset(
                        "dcgan-28",
                        "The generator of the DCGAN code for 28 x 28 pixels, without labels.",
                        DcganGenerator.class,
                        () -> DcganGenerator.DEFAULTS)
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
        strategies(binder(), Discriminator.class)
                .bind("mlp", MlpDiscriminator.class)
                .bind("maxout", MaxoutDiscriminator.class)
                .bind("dcgan", DcganDiscriminator.class)
                .preset(
                        "dcgan-28",
                        "The discriminator of the DCGAN code for 28 x 28 pixels, without labels.",
                        DcganDiscriminator.class,
                        () -> DcganDiscriminator.DEFAULTS)
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
        strategies(binder(), Autoencoder.class).bind("autoencoder", MlpAutoencoder.class);
    }
}
