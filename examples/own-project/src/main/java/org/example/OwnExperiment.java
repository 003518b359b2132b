package org.example;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.config.About;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.optim.Adam;
import org.gan4j.eval.coverage.Modes;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.table.Cell;
import org.gan4j.experiments.table.Column;
import org.gan4j.experiments.table.ResultTable;
import org.gan4j.experiments.table.Row;
import org.gan4j.experiments.training.Steps;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingResult;
import org.gan4j.models.Mlp.MlpDiscriminator;
import org.gan4j.models.Mlp.MlpGenerator;

/**
 * Which margin suits the hinge loss on the ring of eight?
 *
 * @param steps of each run
 * @param margins one run each
 */
@About("Which margin suits the hinge loss on the ring of eight?")
public record OwnExperiment(int steps, List<Double> margins) implements Experiment<TrainingResult> {
    public static final OwnExperiment DEFAULTS = new OwnExperiment(2000, List.of(0.5, 1.0, 2.0));

    @Override
    public List<TrainingJob> jobs() {
        List<TrainingJob> jobs = new ArrayList<>();
        for (double margin : margins) {
            var game = AdversarialGame.of(MlpGenerator.DEFAULTS, MlpDiscriminator.DEFAULTS, new Hinge(margin));
            jobs.add(TrainingJob.of(Ring.DEFAULTS, game, Adam.of(1e-3, 0.5, 0.999), 128, new Steps(steps))
                    .withEvaluators(Modes.DEFAULTS));
        }
        return jobs;
    }

    @Override
    public ResultTable tabulate(List<TrainingResult> results) {
        var table = ResultTable.of(
                "Hinge loss on the ring of 8",
                "margin",
                new Column("modes", "of 8", Column.Better.HIGHER),
                new Column("within 3 std", "%", Column.Better.HIGHER));
        for (int i = 0; i < results.size(); i++) {
            table = table.with(Row.of(margins.get(i).toString())
                    .with("modes", cell(results.get(i), "modes-captured"))
                    .with("within 3 std", cell(results.get(i), "high-quality-percent")));
        }
        return table;
    }

    private static Cell cell(TrainingResult result, String estimate) {
        return result.estimate(estimate)
                .map(Cell::of)
                .orElseGet(() -> Cell.diverged(result.divergence().orElse("")));
    }
}
