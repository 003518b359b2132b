package org.gan4j.experiments.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.table.ResultTable;
import org.gan4j.experiments.table.Row;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingResult;

/**
 * One configuration under several seeds: what a YAML file of one's own usually is.
 *
 * @param run the training; its seed is replaced by each of the seeds
 * @param seeds of the runs, at least one
 */
@About("One configuration of your own under several seeds.")
public record MultiSeedTraining(
        TrainingJob run, @Default("[1]") List<Long> seeds) implements Experiment<TrainingResult> {
    /** Checks that there is a seed, and none twice. */
    public MultiSeedTraining {
        SeedChecks.seeds(seeds);
    }

    @Override
    public List<TrainingJob> jobs() {
        return seeds.stream().map(run::withSeed).toList();
    }

    @Override
    public ResultTable tabulate(List<TrainingResult> results) {
        List<Evaluation> all = new ArrayList<>();
        results.forEach(result -> all.addAll(result.evaluations()));
        SeedTable seedTable = SeedTable.of("Training", "state", jobs(), results);
        ResultTable table = seedTable.table();
        for (String state : all.stream().map(Evaluation::state).distinct().toList()) {
            Row row = seedTable.row(state, results, state);
            table = table.with(row);
        }
        if (all.isEmpty()) {
            table = table.with(seedTable.row("none", results, Evaluation.LAST));
        }
        ResultTable noted = table.withNote("Seeds " + seeds + "; "
                + results.stream()
                        .map(TrainingResult::divergence)
                        .filter(Optional::isPresent)
                        .count()
                + " of " + results.size() + " runs diverged.");
        return SeedTable.stoppedEarly(seeds, results).map(noted::withNote).orElse(noted);
    }
}
