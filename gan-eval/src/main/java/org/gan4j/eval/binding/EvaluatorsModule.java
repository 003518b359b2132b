package org.gan4j.eval.binding;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.coverage.Modes;
import org.gan4j.eval.density.ExactLogLikelihood;
import org.gan4j.eval.density.Parzen;
import org.gan4j.eval.neighbour.LabelAgreement;
import org.gan4j.eval.neighbour.NearestNeighbourError;
import org.gan4j.eval.neighbour.NearestTrainingRows;

/** Names of everything in gan-eval: evaluators, some of which are validation measures too. */
public final class EvaluatorsModule extends AbstractModule implements Gan4jModule {
    @Override
    protected void configure() {
        strategies(binder(), Evaluator.class)
                .bind("parzen", Parzen.class)
                .bind("modes", Modes.class)
                .bind("exact-log-likelihood", ExactLogLikelihood.class)
                .bind("label-agreement", LabelAgreement.class)
                .bind("nearest-neighbour-error", NearestNeighbourError.class)
                .bind("nearest-training-rows", NearestTrainingRows.class);
    }
}
