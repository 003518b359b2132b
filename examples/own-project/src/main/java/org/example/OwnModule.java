package org.example;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.example.scheme.Consensus;
import org.example.scheme.Extragradient;
import org.example.scheme.Optimistic;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.core.game.Game;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.training.TrainingScheme;
import org.gan4j.experiments.job.Experiment;

/** Names what this project adds; found by its line in META-INF/services. */
public final class OwnModule extends AbstractModule implements Gan4jModule {
    @Override
    protected void configure() {
        strategies(binder(), AdversarialLoss.class).bind("hinge-with-margin", Hinge.class);
        strategies(binder(), Game.class).bind("info-gan", InfoGan.class);
        strategies(binder(), TrainingScheme.class)
                .bind("extragradient", Extragradient.class)
                .bind("optimistic", Optimistic.class)
                .bind("consensus", Consensus.class);
        strategies(binder(), Experiment.class).bind("own-experiment", OwnExperiment.class);
    }
}
