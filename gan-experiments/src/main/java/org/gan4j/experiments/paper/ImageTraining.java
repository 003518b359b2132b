package org.gan4j.experiments.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.game.Game;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.optim.Schedule;
import org.gan4j.core.optim.WeightDecay;
import org.gan4j.core.random.RandomStream;
import org.gan4j.eval.Estimate;
import org.gan4j.experiments.job.Artifact;
import org.gan4j.experiments.job.FinishedRun;
import org.gan4j.experiments.store.TrainingTime;
import org.gan4j.experiments.table.Cell;
import org.gan4j.experiments.table.Column;
import org.gan4j.experiments.table.ResultTable;
import org.gan4j.experiments.table.Row;
import org.gan4j.experiments.training.Epochs;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.Intervals;
import org.gan4j.experiments.training.SamplePictures;
import org.gan4j.experiments.training.TrainedRun;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingResult;

/**
 * What experiments that train one pair of networks on images have in common: a picture and a checkpoint per epoch, a table
 * of one row, seconds per epoch, and the last picture.
 *
 * @param title of the table
 * @param label of the table's row
 */
record ImageTraining(String title, String label) {
    /** How many images MNIST has to train on; other data have their pictures as often. */
    private static final int IMAGES = 50_000;

    private static final double DECAY = 2.5e-5;
    private static final int STEPS_PER_LINE = 10;
    private static final String SECONDS = "time per epoch";
    private static final String MILLISECONDS = "time per step";
    private static final String WHOLE = "training";
    /** Returns how often a training of so many images per step writes something down. */
    static Intervals intervals(int imagesPerStep) {
        long epoch = Math.max(1, Math.round((double) IMAGES / imagesPerStep));
        return new Intervals(STEPS_PER_LINE, epoch, epoch);
    }

    /**
     * Returns the training of the DCGAN paper's code for digits: one step of the discriminator, then one of the generator; Adam
     * with rate 2e-4 and beta1 0.5, and 2.5e-5 times the weights added to their gradient.
     */
    static TrainingJob dcgan(DataSource data, Game game, int batchSize, int epochs) {
        WeightDecay adam = new WeightDecay(Adam.of(2e-4, 0.5, 0.999), Schedule.constant(DECAY), WeightDecay.Form.L2);
        return TrainingJob.of(data, game, adam, batchSize, Epochs.of(epochs)).withIntervals(intervals(batchSize));
    }

    /** Returns the table of what the evaluators found after the last step. */
    ResultTable table(List<TrainingJob> jobs, TrainingResult result) {
        List<Estimate> estimates =
                result.evaluation(Evaluation.LAST).map(Evaluation::estimates).orElse(List.of());
        MeasureColumns columns = MeasureColumns.of(jobs, List.of(result));
        Cell none = result.divergence().map(Cell::diverged).orElseGet(() -> Cell.missing("no evaluator"));
        Row row = Row.of(label);
        for (Column column : columns.headings()) {
            row = row.with(column.name(), none);
        }
        for (Estimate estimate : estimates) {
            row = row.with(columns.column(estimate.measure()).name(), Cell.of(estimate));
        }
        ResultTable table = ResultTable.of(title, "game", columns.headings()).with(row);
        for (Estimate estimate : estimates) {
            table = table.withNote(madeWith(columns.column(estimate.measure()).name(), estimate));
        }
        String perfect = columns.perfectSampler(List.of(result));
        return perfect.isEmpty() ? table : table.withNote(perfect);
    }

    /** Says what a number was made with. */
    private static String madeWith(String name, Estimate estimate) {
        List<String> facts = new ArrayList<>();
        estimate.sizes().forEach((key, size) -> facts.add(key + " " + size));
        estimate.parameters().forEach((key, value) -> {
            if (!(value instanceof List<?> list && list.size() > 2)) {
                facts.add(key + " " + text(value));
            }
        });
        return name + ": " + String.join(", ", facts) + ".";
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ImageTraining::text).toList().toString();
        }
        return value instanceof Double number ? String.format(Locale.ROOT, "%.4g", number) : value.toString();
    }

    /** Returns the wall time of the run. */
    Optional<ResultTable> timings(List<FinishedRun<TrainingResult>> runs) {
        FinishedRun<TrainingResult> run = runs.get(0);
        TrainingTime time = TrainingTime.of(run.directory());
        ResultTable table = ResultTable.of(
                "Wall time",
                "game",
                new Column(SECONDS, "s", Column.Better.LOWER),
                new Column(MILLISECONDS, "ms", Column.Better.LOWER),
                new Column(WHOLE, "s", Column.Better.LOWER));
        OptionalDouble step = time.millisecondsPerStep();
        double stepsPerEpoch = run.result().stepsPerEpoch().orElse(Double.NaN);
        return Optional.of(table.with(Row.of(label)
                        .with(SECONDS, timed(step, 1e-3 * stepsPerEpoch))
                        .with(MILLISECONDS, timed(step, 1))
                        .with(WHOLE, timed(step, 1e-3 * run.result().steps())))
                .withNote(
                        "An epoch is one pass through the training images of the player that learns most often; a step is"
                                + " one of the scheme, with all its turns. Pictures and checkpoints are in it, and so is whatever else"
                                + " the machine was doing."));
    }

    private static Cell timed(OptionalDouble time, double factor) {
        double value = time.orElse(Double.NaN) * factor;
        return Double.isNaN(value) ? Cell.missing("no step was timed") : Cell.of(value);
    }

    /** Returns the picture of samples after the last step. */
    List<Artifact> pictures(List<FinishedRun<TrainingResult>> runs, DataDirectory data, long seed) {
        FinishedRun<TrainingResult> run = runs.get(0);
        if (run.result().divergence().isPresent()) {
            return List.of();
        }
        TrainedRun trained =
                TrainedRun.of((TrainingJob) run.job(), run.directory().path(), data);
        return SamplePictures.picture(
                        "samples",
                        SamplePictures.samples(
                                        trained.sampler(Evaluation.LAST),
                                        100,
                                        RandomStream.of(seed).split("samples"))
                                .values(),
                        trained.dataset())
                .map(png -> List.of(new Artifact("samples.png", png)))
                .orElse(List.of());
    }
}
