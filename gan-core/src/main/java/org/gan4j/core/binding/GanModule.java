package org.gan4j.core.binding;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.game.adversarial.ConditionalNetworksGetLabels;
import org.gan4j.core.gan.DataLabels;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.LabelSampler;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.gan.SpectralNorm;
import org.gan4j.core.gan.SpectralNormAutoencoder;
import org.gan4j.core.gan.SphereLatent;
import org.gan4j.core.gan.UniformLabels;
import org.gan4j.core.gan.UniformLatent;

/** Names the games, a constraint on discriminators, the latent distributions and the choices of labels. */
final class GanModule extends AbstractModule {
    @Override
    protected void configure() {
        strategies(binder(), Game.class).bind("adversarial", AdversarialGame.class);
        strategies(binder(), Discriminator.class)
                .bind("spectral-norm", SpectralNorm.class)
                .bind("spectral-norm-autoencoder", SpectralNormAutoencoder.class);
        strategies(binder(), Latent.class)
                .bind("uniform", UniformLatent.class)
                .bind("normal", NormalLatent.class)
                .bind("sphere", SphereLatent.class);
        strategies(binder(), LabelSampler.class).bind("data", DataLabels.class).bind("uniform", UniformLabels.class);
        strategies(binder(), WiringRule.class)
                .bind("conditional-networks-get-labels", ConditionalNetworksGetLabels.class);
    }
}
