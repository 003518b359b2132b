package org.gan4j.losses;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.core.config.StrategyBinder;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.game.AdversarialLoss;
import org.gan4j.core.game.PointwiseLoss;
import org.gan4j.losses.game.GamesModule;
import org.gan4j.losses.loss.EnergiesStayAboveZero;
import org.gan4j.losses.loss.EnergyMargin;
import org.gan4j.losses.loss.FDivergenceLoss;
import org.gan4j.losses.loss.Hinge;
import org.gan4j.losses.loss.LeastSquares;
import org.gan4j.losses.loss.Minimax;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.losses.loss.Relativistic;
import org.gan4j.losses.loss.RelativisticAverage;
import org.gan4j.losses.loss.Scaled;
import org.gan4j.losses.loss.Wasserstein;
import org.gan4j.losses.loss.WassersteinNeedsABound;
import org.gan4j.losses.loss.divergence.FDivergence;
import org.gan4j.losses.loss.divergence.KullbackLeibler;

/** Names the losses, and the rules about what they need. */
public final class LossesModule extends AbstractModule implements Gan4jModule {
    @Override
    protected void configure() {
        install(new GamesModule());
        bindPointwise(strategies(binder(), PointwiseLoss.class));
        bindPointwise(strategies(binder(), AdversarialLoss.class))
                .bind("relativistic", Relativistic.class)
                .bind("relativistic-average", RelativisticAverage.class)
                .bind("scaled", Scaled.class);
        strategies(binder(), FDivergence.class).bind("kl", KullbackLeibler.class);
        strategies(binder(), WiringRule.class)
                .bind("energies-stay-above-zero", EnergiesStayAboveZero.class)
                .bind("wasserstein-needs-a-bound", WassersteinNeedsABound.class);
    }

    private static <T> StrategyBinder<T> bindPointwise(StrategyBinder<T> family) {
        family.bind("minimax", Minimax.class)
                .bind("non-saturating", NonSaturating.class)
                .bind("least-squares", LeastSquares.class)
                .preset(
                        "least-squares-0-1",
                        "Least squares with fake samples at 0 and real ones at 1, where the generator wants its own.",
                        LeastSquares.class,
                        () -> LeastSquares.DEFAULTS)
                .preset(
                        "least-squares-pearson",
                        "Least squares with fake samples at -1 and real ones at 1; the generator wants its own at 0.",
                        LeastSquares.class,
                        () -> LeastSquares.PEARSON)
                .bind("hinge", Hinge.class)
                .bind("wasserstein", Wasserstein.class)
                .bind("energy-margin", EnergyMargin.class);
        return family.bind("f-divergence", FDivergenceLoss.class)
                .preset(
                        "kl",
                        "The f-divergence loss of KL(p||q): covers all of the data.",
                        FDivergenceLoss.class,
                        () -> FDivergenceLoss.of(new KullbackLeibler()));
    }
}
