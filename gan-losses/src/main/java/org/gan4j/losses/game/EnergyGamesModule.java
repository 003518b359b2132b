package org.gan4j.losses.game;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.core.game.Game;

/** Names of the games that need more than scores. */
public final class EnergyGamesModule extends AbstractModule implements Gan4jModule {
    @Override
    protected void configure() {
        strategies(binder(), Game.class)
                .bind("energy-based", EnergyBased.class)
                .bind("auxiliary-classifier", AuxiliaryClassifier.class)
                .bind("boundary-equilibrium", BoundaryEquilibrium.class)
                .bind("moment-matching", MomentMatching.class);
    }
}
