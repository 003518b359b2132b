package org.gan4j.experiments.paper;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.gan.AdversarialLoss;
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
 * @param losses what is compared, by the name in the table; all is every loss that its name alone makes, also those of a
 *     researcher's own module. Each is run with every combination that it says is usual
 */
@About("Every loss of scores with its usual penalty on a ring of eight modes, five paired seeds.")
public record LossesOnRing(
        @Default("3000") int steps,
        @Default("[1, 2, 3, 4, 5]") List<Long> seeds,
        @Default("all") SortedMap<String, AdversarialLoss> losses)
        implements Experiment<TrainingResult> {
    private static final String DIVERGED = "diverged";
    private static final String TIME = "time per step";

    /** Checks the number of steps, that there is a seed, and none twice, and that there is a loss. */
    public LossesOnRing {
        SeedChecks.steps(steps);
        SeedChecks.seeds(seeds);
        losses = Collections.unmodifiableSortedMap(new TreeMap<>(losses));
        if (losses.isEmpty()) {
            throw new IllegalArgumentException("losses must name at least one, or be all");
        }
    }

    @Override
    public List<TrainingJob> jobs() {
        return RingContender.jobs(RingContender.of(losses), steps, seeds, Modes.DEFAULTS);
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
        List<RingContender> contenders = RingContender.of(losses);
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
        List<RingContender> contenders = RingContender.of(losses);
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
