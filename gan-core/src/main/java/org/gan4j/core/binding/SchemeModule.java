package org.gan4j.core.binding;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.training.TrainingScheme;
import org.gan4j.core.training.scheme.Alternating;
import org.gan4j.core.training.scheme.Simultaneous;
import org.gan4j.core.training.scheme.TurnsNamePlayers;

/** Names the training schemes, and the rule that their turns are those of players. */
final class SchemeModule extends AbstractModule {
    @Override
    protected void configure() {
        strategies(binder(), TrainingScheme.class)
                .bind("alternating", Alternating.class)
                .bind("simultaneous", Simultaneous.class);
        strategies(binder(), WiringRule.class).bind("turns-name-players", TurnsNamePlayers.class);
    }
}
