package org.gan4j.core.game.scheme;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.game.TrainingScheme;

/** Names the training schemes, and the rule that their turns are those of players. */
public final class SchemeModule extends AbstractModule implements Gan4jModule {
    @Override
    protected void configure() {
        strategies(binder(), TrainingScheme.class)
                .bind("alternating", Alternating.class)
                .bind("simultaneous", Simultaneous.class);
        strategies(binder(), WiringRule.class).bind("turns-name-players", TurnsNamePlayers.class);
    }
}
