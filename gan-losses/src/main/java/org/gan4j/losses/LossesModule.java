package org.gan4j.losses;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.PointwiseLoss;
import org.gan4j.losses.game.EnergyGamesModule;
import org.gan4j.losses.loss.IdentityLinkNeedsAutoencoder;
import org.gan4j.losses.loss.LipschitzConstraintRequired;
import org.gan4j.losses.loss.Relativistic;
import org.gan4j.losses.loss.RelativisticAverage;
import org.gan4j.losses.loss.Scaled;
import org.gan4j.losses.loss.divergence.AlphaDivergence;
import org.gan4j.losses.loss.divergence.FDivergence;
import org.gan4j.losses.loss.divergence.GanDivergence;
import org.gan4j.losses.loss.divergence.Jeffrey;
import org.gan4j.losses.loss.divergence.JensenShannon;
import org.gan4j.losses.loss.divergence.KullbackLeibler;
import org.gan4j.losses.loss.divergence.NeymanChiSquare;
import org.gan4j.losses.loss.divergence.PearsonChiSquare;
import org.gan4j.losses.loss.divergence.ReverseKullbackLeibler;
import org.gan4j.losses.loss.divergence.SquaredHellinger;
import org.gan4j.losses.loss.divergence.TotalVariation;

/** Names of the losses, and of the rules about what they need. */
public final class LossesModule extends AbstractModule implements Gan4jModule {
    @Override
    protected void configure() {
        install(new EnergyGamesModule());
        PointwiseLosses.bind(strategies(binder(), PointwiseLoss.class));
        PointwiseLosses.bind(strategies(binder(), AdversarialLoss.class))
                .bind("relativistic", Relativistic.class)
                .bind("relativistic-average", RelativisticAverage.class)
                .bind("scaled", Scaled.class);
        strategies(binder(), FDivergence.class)
                .bind("kl", KullbackLeibler.class)
                .bind("reverse-kl", ReverseKullbackLeibler.class)
                .bind("pearson-chi-square", PearsonChiSquare.class)
                .bind("neyman-chi-square", NeymanChiSquare.class)
                .bind("squared-hellinger", SquaredHellinger.class)
                .bind("jensen-shannon", JensenShannon.class)
                .bind("gan-divergence", GanDivergence.class)
                .bind("jeffrey", Jeffrey.class)
                .bind("alpha-divergence", AlphaDivergence.class)
                .bind("total-variation", TotalVariation.class);
        strategies(binder(), WiringRule.class)
                .bind("energies-stay-above-zero", IdentityLinkNeedsAutoencoder.class)
                .bind("slope-needs-a-bound", LipschitzConstraintRequired.class);
    }
}
