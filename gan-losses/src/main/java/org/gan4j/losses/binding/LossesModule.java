package org.gan4j.losses.binding;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.gan.AdversarialLoss;
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

/** Names of everything in gan-losses: losses and the rules about what they need, penalties, transforms, games. */
public final class LossesModule extends AbstractModule implements Gan4jModule {
    @Override
    protected void configure() {
        install(new PenaltiesModule());
        install(new GamesModule());
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
                .bind("identity-link-needs-autoencoder", IdentityLinkNeedsAutoencoder.class)
                .bind("lipschitz-constraint-required", LipschitzConstraintRequired.class);
    }
}
