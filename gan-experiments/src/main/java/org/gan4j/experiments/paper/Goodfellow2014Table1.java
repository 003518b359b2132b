package org.gan4j.experiments.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Uncertainty;
import org.gan4j.experiments.job.Artifact;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.FinishedRun;
import org.gan4j.experiments.table.Cell;
import org.gan4j.experiments.table.Column;
import org.gan4j.experiments.table.ResultTable;
import org.gan4j.experiments.table.Row;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.SamplePictures;
import org.gan4j.experiments.training.TrainedRun;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingResult;

/**
 * Table 1 of the 2014 paper: Parzen-window log-likelihoods, the row "Adversarial nets" trained and measured here beside
 * all the published ones.
 *
 * <p>The released settings name no end of training. Here the state with the highest log-likelihood of validation images
 * is selected, one candidate per epoch, and the last state stands beside it.
 *
 * @param epochs how many passes through the 50 000 training images
 * @param seed of the run
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al., Generative Adversarial Nets, 2014, table 1</a>
 */
@About(
        value = "Table 1 of the 2014 paper, row \"Adversarial nets\" on MNIST, Parzen-window log-likelihood.",
        paper = "Goodfellow et al., Generative Adversarial Nets, 2014, https://arxiv.org/abs/1406.2661")
public record Goodfellow2014Table1(int epochs, long seed) implements Experiment<TrainingResult> {
    /** 50 epochs, seed 1. */
    public static final Goodfellow2014Table1 DEFAULTS = new Goodfellow2014Table1(50, 1);

    /** The name it is bound to. */
    public static final String NAME = "goodfellow2014-table1";

    private static final String MNIST = "MNIST";
    private static final String TFD = "TFD";
    private static final String PARZEN = "parzen-log-likelihood";

    /** Checks the number of epochs. */
    public Goodfellow2014Table1 {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, but is " + epochs);
        }
    }

    @Override
    public List<TrainingJob> jobs() {
        return List.of(Goodfellow2014Mnist.job(epochs, seed));
    }

    @Override
    public ResultTable tabulate(List<TrainingResult> results) {
        TrainingResult result = results.get(0);
        ResultTable table = ResultTable.of(
                "Parzen-window log-likelihood estimates (Goodfellow et al. 2014, table 1)",
                "model",
                new Column(MNIST, "nats", Column.Better.HIGHER),
                new Column(TFD, "nats", Column.Better.HIGHER));
        table = table.with(published("DBN", "138", "2", "1909", "66"))
                .with(published("Stacked CAE", "121", "1.6", "2110", "50"))
                .with(published("Deep GSN", "214", "1.1", "1890", "29"));
        table = table.with(published("Adversarial nets", "225", "2", "2057", "26")
                .with(MNIST, measured(result, Evaluation.SELECTED))
                .with(TFD, Cell.missing("The Toronto Face Database is not publicly available.")));
        table = table.with(Row.of("Adversarial nets, last epoch").with(MNIST, measured(result, Evaluation.LAST)));
        for (String note : notes(result)) {
            table = table.withNote(note);
        }
        return table;
    }

    private static Row published(String label, String mnist, String error, String tfd, String foldError) {
        return Row.of(label)
                .withPublished(MNIST, Cell.published(mnist, error, Uncertainty.Kind.STANDARD_ERROR_OVER_TEST_POINTS))
                .withPublished(TFD, Cell.published(tfd, foldError, Uncertainty.Kind.STANDARD_ERROR_OVER_FOLDS));
    }

    private static Cell measured(TrainingResult result, String state) {
        if (result.divergence().isPresent()) {
            return Cell.diverged(result.divergence().get());
        }
        return estimate(result, state)
                .map(Cell::of)
                .orElseGet(() -> Cell.missing("The run was too short for a state to be selected."));
    }

    private static Optional<Estimate> estimate(TrainingResult result, String state) {
        return result.evaluation(state).flatMap(e -> e.estimate(PARZEN));
    }

    private List<String> notes(TrainingResult result) {
        List<String> notes = new ArrayList<>();
        double perEpoch = result.stepsPerEpoch().orElse(1.0);
        result.selection()
                .ifPresent(selected -> notes.add(String.format(
                        Locale.ROOT,
                        "Selected: epoch %.0f of %d candidates, by the highest %s (%.2f nats). Last: epoch %.0f.",
                        selected.step() / perEpoch,
                        selected.candidates(),
                        selected.measure(),
                        selected.value(),
                        result.steps() / perEpoch)));
        for (String state : List.of(Evaluation.SELECTED, Evaluation.LAST)) {
            estimate(result, state)
                    .ifPresent(e -> notes.add(String.format(
                            Locale.ROOT,
                            "Ours, %s: %d samples, sigma %.4g of %s (%s), %d test images; ± is the standard error over test"
                                    + " images of one model.",
                            state,
                            e.sizes().getOrDefault("samples", 0),
                            e.number("sigma"),
                            e.parameters().get("grid"),
                            e.parameters().get("splits"),
                            e.sizes().getOrDefault("test", 0))));
        }
        notes.add("Settings as in the released mnist.yaml; seed " + seed + ", " + epochs
                + " epochs. The paper does not say when training was stopped.");
        return notes;
    }

    @Override
    public List<Artifact> artifacts(List<FinishedRun<TrainingResult>> runs, DataDirectory data) {
        FinishedRun<TrainingResult> run = runs.get(0);
        if (run.result().evaluation(Evaluation.SELECTED).isEmpty()) {
            return List.of();
        }
        TrainedRun trained =
                TrainedRun.of((TrainingJob) run.job(), run.directory().path(), data);
        Tensor samples = trained.sampler(Evaluation.SELECTED)
                .sample(100, RandomStream.of(seed).split("table1"))
                .values();
        return SamplePictures.picture("samples", samples, trained.dataset())
                .map(png -> List.of(new Artifact("samples.png", png)))
                .orElse(List.of());
    }
}
