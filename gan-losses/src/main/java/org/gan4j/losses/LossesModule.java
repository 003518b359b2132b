package org.gan4j.losses;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.game.AdversarialLoss;
import org.gan4j.losses.loss.EnergiesStayAboveZero;
import org.gan4j.losses.loss.EnergyMargin;
import org.gan4j.losses.loss.Minimax;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.losses.loss.Scaled;
import org.gan4j.losses.loss.Wasserstein;
import org.gan4j.losses.loss.WassersteinNeedsABound;

/** Names the losses, and the rules about what they need. */
public final class LossesModule extends AbstractModule implements Gan4jModule {
    @Override
    protected void configure() {
        strategies(binder(), AdversarialLoss.class)
                .bind("minimax", Minimax.class)
                .bind("non-saturating", NonSaturating.class)
                .bind("wasserstein", Wasserstein.class)
                .bind("energy-margin", EnergyMargin.class)
                .bind("scaled", Scaled.class);
        strategies(binder(), WiringRule.class)
                .bind("energies-stay-above-zero", EnergiesStayAboveZero.class)
                .bind("wasserstein-needs-a-bound", WassersteinNeedsABound.class);
    }
}
