package org.gan4j.experiments.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.random.RandomStream;
import org.gan4j.eval.coverage.Modes;
import org.gan4j.eval.density.Parzen;
import org.gan4j.experiments.job.Artifact;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.FinishedRun;
import org.gan4j.experiments.plot.Figure;
import org.gan4j.experiments.plot.Plot;
import org.gan4j.experiments.table.ResultTable;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.SamplePictures;
import org.gan4j.experiments.training.TrainedRun;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingResult;

/**
 * Four losses on the ring of eight, under the same seeds: which of them cover the modes?
 *
 * <p>Runs of one seed are paired: they begin with the same generator and see the same latents. The weights of the
 * Wasserstein critic are clipped at 0.1 after each of its steps (three layers clipped at 0.01 pass hardly any gradient).
 * So are those of the energy: unclipped, its scores rise without bound on data and samples alike, where the softplus link
 * has no gradient left, and no mode is found.
 *
 * @param steps of each run: one of the discriminator, then one of the generator
 * @param seeds of the runs of each loss
 */
@About("Four losses on a ring of eight modes, three paired seeds; no data needed, about a minute.")
public record Quickstart(int steps, List<Long> seeds) implements Experiment<TrainingResult> {
    /** As in the README. */
    public static final Quickstart DEFAULTS = new Quickstart(2000, List.of(1L, 2L, 3L));

    /** Checks the number of steps and that there is a seed, and none twice. */
    public Quickstart {
        SeedChecks.steps(steps);
        SeedChecks.seeds(seeds);
    }

    @Override
    public List<TrainingJob> jobs() {
        return RingContender.jobs(
                RingContender.first(), steps, seeds, Modes.DEFAULTS, new Parzen(2_500, 1_000, 2_500, Optional.empty()));
    }

    @Override
    public ResultTable tabulate(List<TrainingResult> results) {
        SeedTable table = SeedTable.of(
                "Ring of 8: four losses, " + seeds.size() + " paired seeds, " + steps + " steps",
                "loss",
                jobs(),
                results);
        ResultTable filled = table.table();
        List<RingContender> contenders = RingContender.first();
        for (int i = 0; i < contenders.size(); i++) {
            List<TrainingResult> own = RingContender.part(results, i, seeds);
            filled = filled.with(table.row(contenders.get(i).label(), own, Evaluation.LAST));
        }
        return filled.withNote("Mean ± standard deviation over seeds " + seeds + "; 2 500 samples each. "
                + table.columns().perfectSampler(results)
                + " The exact log density is what the data's own density gives the test points of the Parzen column.");
    }

    @Override
    public List<Artifact> artifacts(List<FinishedRun<TrainingResult>> runs, DataDirectory data) {
        List<Plot> plots = new ArrayList<>();
        List<RingContender> contenders = RingContender.first();
        for (int i = 0; i < contenders.size(); i++) {
            FinishedRun<TrainingResult> run = RingContender.part(runs, i, seeds).get(0);
            if (run.result().divergence().isPresent()) {
                continue;
            }
            TrainedRun trained =
                    TrainedRun.of((TrainingJob) run.job(), run.directory().path(), data);
            Dataset ring = trained.dataset();
            plots.add(SamplePictures.scatter(
                    contenders.get(i).label() + ", seed " + seeds.get(0),
                    trained.sampler(Evaluation.LAST)
                            .sample(1000, RandomStream.of(seeds.get(0)).split("quickstart"))
                            .values(),
                    ring));
        }
        return plots.isEmpty()
                ? List.of()
                : List.of(new Artifact(
                        "samples.png",
                        new Figure("Ring of 8 after " + steps + " steps", 2, plots).pngOfPanels(440, 460)));
    }
}
