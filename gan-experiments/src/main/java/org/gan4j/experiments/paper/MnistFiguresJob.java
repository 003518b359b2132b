package org.gan4j.experiments.paper;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.neighbour.BlockSearch;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.job.JobContext;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunInputs;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.TrainedRun;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingResult;

/**
 * Figures 2 and 3: samples beside the nearest training images, and straight lines in latent space.
 *
 * <p>The networks are those of the run for table 1 with the same epochs and seed, wherever it was finished; where there is
 * none, that run is one of this plan's.
 *
 * @param epochs of the training
 * @param seed of the run
 */
@About("Figures 2 and 3 of the 2014 paper, from the networks of the run for table 1.")
public record MnistFiguresJob(int epochs, long seed) implements Job<FigureData> {
    private static final int SAMPLES = 1000;

    @Override
    public String name() {
        return "figures2-3-mnist-s" + seed;
    }

    @Override
    public Class<FigureData> resultType() {
        return FigureData.class;
    }

    TrainingJob training() {
        return Goodfellow2014Mnist.job(epochs, seed);
    }

    @Override
    public List<Job<?>> needs() {
        return List.of(training());
    }

    private static Optional<String> divergence(Path run) {
        RunDirectory directory = new RunDirectory(run, new FileStore());
        return directory.read(directory.result(), TrainingResult.class).divergence();
    }

    @Override
    public FigureData run(JobContext context) {
        Path run = context.needed().directory(training());
        Optional<String> divergence = divergence(run);
        SortedMap<String, SortedMap<String, Double>> rows = new TreeMap<>();
        if (divergence.isEmpty()) {
            TrainedRun trained = TrainedRun.of(training(), run, context.data());
            Dataset mnist = trained.dataset();
            context.inputs().accept(RunInputs.of(mnist.name(), mnist.checksum(), seed));
            rows.putAll(distances(trained));
        }
        return new FigureData(rows, new TreeMap<>(), Optional.of(run.toString()), divergence);
    }

    private SortedMap<String, SortedMap<String, Double>> distances(TrainedRun run) {
        Dataset mnist = run.dataset();
        Tensor samples = run.sampler(Evaluation.SELECTED)
                .sample(SAMPLES, RandomStream.of(seed).split("figure2-distances"))
                .values();
        SortedMap<String, SortedMap<String, Double>> rows = new TreeMap<>();
        rows.put("figure 2, 1 000 samples", nearest(samples, mnist));
        rows.put(
                "figure 2, 1 000 test images",
                nearest(mnist.test().range(0, SAMPLES).values(), mnist));
        return rows;
    }

    private static SortedMap<String, Double> nearest(Tensor images, Dataset mnist) {
        double[] distances = BlockSearch.nearest(images, mnist.train()).distances();
        SortedMap<String, Double> row = new TreeMap<>();
        row.put(
                Goodfellow2014Figures.DISTANCE,
                Arrays.stream(distances).average().orElseThrow());
        return row;
    }
}
