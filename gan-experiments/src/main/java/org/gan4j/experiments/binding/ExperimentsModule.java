package org.gan4j.experiments.binding;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.paper.ConditionalGames;
import org.gan4j.experiments.paper.ConditionalMnist;
import org.gan4j.experiments.paper.DcganMnist;
import org.gan4j.experiments.paper.Figure1Job;
import org.gan4j.experiments.paper.Goodfellow2014Figures;
import org.gan4j.experiments.paper.Goodfellow2014Table1;
import org.gan4j.experiments.paper.LossesOnRing;
import org.gan4j.experiments.paper.MnistFiguresJob;
import org.gan4j.experiments.paper.MultiSeedTraining;
import org.gan4j.experiments.paper.Quickstart;
import org.gan4j.experiments.paper.WganGpMnist;
import org.gan4j.experiments.training.Epochs;
import org.gan4j.experiments.training.Steps;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingLength;

/** Names of everything in gan-experiments: experiments, their jobs, and lengths of trainings. */
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
    }
}
