package org.gan4j.losses.binding;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.game.Game;
import org.gan4j.losses.game.AuxiliaryClassifier;
import org.gan4j.losses.game.BoundaryEquilibrium;
import org.gan4j.losses.game.EnergyBased;
import org.gan4j.losses.game.MomentMatching;

/** Names of the games that need more than scores. */
final class GamesModule extends AbstractModule {
    @Override
    protected void configure() {
        strategies(binder(), Game.class)
                .bind("energy-based", EnergyBased.class)
                .bind("auxiliary-classifier", AuxiliaryClassifier.class)
                .bind("boundary-equilibrium", BoundaryEquilibrium.class)
                .bind("moment-matching", MomentMatching.class);
    }
}
