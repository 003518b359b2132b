package org.gan4j.experiments.paper;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.experiments.job.Artifact;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.FinishedRun;
import org.gan4j.experiments.table.ResultTable;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingResult;

/** An experiment that trains one pair of networks on images, and what it reports. */
interface ImageExperiment extends Experiment<TrainingResult> {
    /** Returns what the table is about. */
    String title();

    /** Returns the name of the table's row. */
    String label();

    /** Returns how many passes through the training images there are. */
    int epochs();

    /** Returns the seed of the run. */
    long seed();

    private ImageTraining report() {
        String passes = epochs() + (epochs() == 1 ? " epoch" : " epochs");
        return new ImageTraining(title() + ", " + passes + ", seed " + seed(), label());
    }

    @Override
    default ResultTable tabulate(List<TrainingResult> results) {
        return report().table(jobs().stream().map(job -> (TrainingJob) job).toList(), results.get(0));
    }

    @Override
    default Optional<ResultTable> timings(List<FinishedRun<TrainingResult>> runs) {
        return report().timings(runs);
    }

    @Override
    default List<Artifact> artifacts(List<FinishedRun<TrainingResult>> runs, DataDirectory directory) {
        return report().pictures(runs, directory, seed());
    }
}
