package org.gan4j.experiments.paper;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.eval.ValidationMeasure;
import org.gan4j.eval.density.Parzen;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.training.Epochs;
import org.gan4j.experiments.training.Steps;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingLength;

/** Names the experiments. */
public final class ExperimentsModule extends AbstractModule implements Gan4jModule {
    @Override
    protected void configure() {
        strategies(binder(), Experiment.class)
                .bind("quickstart", Quickstart.class)
                .bind("losses-on-ring", LossesOnRing.class)
                .bind(Goodfellow2014Table1.NAME, Goodfellow2014Table1.class)
                .bind("goodfellow2014-figures", Goodfellow2014Figures.class)
                .bind("dcgan-mnist", DcganMnist.class)
                .bind("wgan-gp-mnist", WganGpMnist.class)
                .bind("conditional-games", ConditionalGames.class)
                .bind("conditional-mnist", ConditionalMnist.class)
                .bind("training", MultiSeedTraining.class);
        strategies(binder(), Job.class)
                .bind("training-run", TrainingJob.class)
                .bind("goodfellow2014-figure1", Figure1Job.class)
                .bind("goodfellow2014-figures2-3", MnistFiguresJob.class);
        strategies(binder(), TrainingLength.class)
                .bind("steps", Steps.class)
                .bind("epochs", Epochs.class)
                .number(Steps.class);
        strategies(binder(), ValidationMeasure.class).bind("parzen", Parzen.class);
    }
}
