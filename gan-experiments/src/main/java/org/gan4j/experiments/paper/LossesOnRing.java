package org.gan4j.experiments.paper;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.eval.coverage.Modes;
import org.gan4j.eval.statistics.Summary;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.FinishedRun;
import org.gan4j.experiments.store.TrainingTime;
import org.gan4j.experiments.table.Cell;
import org.gan4j.experiments.table.Column;
import org.gan4j.experiments.table.ResultTable;
import org.gan4j.experiments.table.Row;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingResult;

/**
 * Every loss of scores with its usual penalty on the ring of eight, under the same seeds.
 *
 * <p>Runs of one seed are paired: they begin with the same generator and see the same data and latents. All use the same
 * networks, Adam(1e-3, 0.5, 0.999), batches of 256 and one step of each player in turn: settings that no loss was given a
 * chance to choose, so the table compares losses as they come and says nothing about the best that each can do.
 *
 * @param steps of each run: one of the discriminator, then one of the generator
 * @param seeds of the runs of each loss
 */
@About("Every loss of scores with its usual penalty on a ring of eight modes, five paired seeds.")
public record LossesOnRing(int steps, List<Long> seeds) implements Experiment<TrainingResult> {
    /** Three thousand steps, five seeds. */
    public static final LossesOnRing DEFAULTS = new LossesOnRing(3000, List.of(1L, 2L, 3L, 4L, 5L));

    private static final String DIVERGED = "diverged";
    private static final String TIME = "time per step";

    /** Checks the number of steps and that there is a seed, and none twice. */
    public LossesOnRing {
        SeedChecks.steps(steps);
        SeedChecks.seeds(seeds);
    }

    @Override
    public List<TrainingJob> jobs() {
        return RingContender.jobs(RingContender.all(), steps, seeds, Modes.DEFAULTS);
    }

    @Override
    public ResultTable tabulate(List<TrainingResult> results) {
        SeedTable estimates = SeedTable.of(
                "Ring of 8: every loss, " + seeds.size() + " paired seeds, " + steps + " steps",
                "loss",
                jobs(),
                results);
        ResultTable table =
                estimates.table().withColumn(new Column(DIVERGED, "of " + seeds.size(), Column.Better.LOWER));
        List<RingContender> contenders = RingContender.all();
        for (int i = 0; i < contenders.size(); i++) {
            List<TrainingResult> own = RingContender.part(results, i, seeds);
            long diverged = own.stream().filter(r -> r.divergence().isPresent()).count();
            table = table.with(estimates
                    .row(contenders.get(i).label(), own, Evaluation.LAST)
                    .with(DIVERGED, Cell.of((double) diverged)));
        }
        return table.withNote("Mean ± standard deviation over those of the seeds " + seeds + " that did not diverge; "
                + Modes.DEFAULTS.samples() + " samples each. "
                + estimates.columns().perfectSampler(results)
                + " Where a run has no sample near a mode, its reverse KL is undefined and not in the mean.");
    }

    @Override
    public Optional<ResultTable> timings(List<FinishedRun<TrainingResult>> runs) {
        ResultTable table = ResultTable.of("Wall time", "loss", new Column(TIME, "ms", Column.Better.LOWER));
        List<RingContender> contenders = RingContender.all();
        for (int i = 0; i < contenders.size(); i++) {
            double[] times = RingContender.part(runs, i, seeds).stream()
                    .map(run -> TrainingTime.of(run.directory()).millisecondsPerStep())
                    .flatMapToDouble(time -> time.stream())
                    .toArray();
            Cell cell = times.length == 0 ? Cell.missing("no step was timed") : Cell.deviation(Summary.of(times));
            table = table.with(Row.of(contenders.get(i).label()).with(TIME, cell));
        }
        return Optional.of(table.withNote(String.format(
                Locale.ROOT,
                "Both players' steps, batches of %d; whatever else the machine was doing is in it.",
                RingContender.BATCH)));
    }
}
