package org.gan4j.experiments.paper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.gan4j.core.config.About;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Decoder;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.neighbour.BlockSearch;
import org.gan4j.experiments.job.Artifact;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.FinishedRun;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.plot.Color;
import org.gan4j.experiments.plot.Figure;
import org.gan4j.experiments.plot.Images;
import org.gan4j.experiments.plot.LineChart;
import org.gan4j.experiments.plot.Range;
import org.gan4j.experiments.plot.SampleGrid;
import org.gan4j.experiments.plot.Series;
import org.gan4j.experiments.table.Cell;
import org.gan4j.experiments.table.Column;
import org.gan4j.experiments.table.ResultTable;
import org.gan4j.experiments.table.Row;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.SamplePictures;
import org.gan4j.experiments.training.TrainedRun;

/**
 * Figures 1, 2 and 3 of the 2014 paper as PNG files, with a table of what can be read off them.
 *
 * @param steps of the training on the line for figure 1
 * @param epochs of the training on MNIST for figures 2 and 3
 * @param seed of both
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al., Generative Adversarial Nets, 2014</a>
 */
@About(
        value = "Figures 1 to 3 of the 2014 paper: densities on the line, MNIST samples, lines in latent space.",
        paper = "Goodfellow et al., Generative Adversarial Nets, 2014, https://arxiv.org/abs/1406.2661")
public record Goodfellow2014Figures(int steps, int epochs, long seed) implements Experiment<FigureData> {
    /** 5 000 steps on the line; MNIST as in table 1. */
    public static final Goodfellow2014Figures DEFAULTS = new Goodfellow2014Figures(
            5000, Goodfellow2014Table1.DEFAULTS.epochs(), Goodfellow2014Table1.DEFAULTS.seed());

    static final String DIVERGENCE = "JSD(p, q)";
    static final String GAP = "E |D - p/(p+q)|";
    static final String DISTANCE = "distance to nearest training image";

    private static final int PAIRS = 20;
    private static final int LINES = 8;
    private static final int POINTS = 12;

    /** Checks both lengths. */
    public Goodfellow2014Figures {
        if (steps < Figure1Job.LEAST_STEPS) {
            throw new IllegalArgumentException(
                    "steps must be at least " + Figure1Job.LEAST_STEPS + " for four snapshots, but is " + steps);
        }
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, but is " + epochs);
        }
    }

    @Override
    public List<Job<FigureData>> jobs() {
        return List.of(new Figure1Job(steps, seed), new MnistFiguresJob(epochs, seed));
    }

    @Override
    public ResultTable tabulate(List<FigureData> results) {
        ResultTable table = ResultTable.of(
                "Figures of Goodfellow et al. 2014",
                "figure",
                new Column(DIVERGENCE, "nats", Column.Better.LOWER),
                new Column(GAP, "", Column.Better.LOWER),
                new Column(DISTANCE, "", Column.Better.NEITHER));
        for (FigureData result : results) {
            for (var entry : result.rows().entrySet()) {
                Row row = Row.of(entry.getKey());
                SortedMap<String, Double> numbers = entry.getValue();
                for (Column column : table.columns()) {
                    Double number = numbers.get(column.name());
                    Cell cell = number == null ? Cell.missing("belongs to another figure") : Cell.of(number);
                    row = row.with(column.name(), cell);
                }
                table = table.with(row);
            }
        }
        return table.withNote("Figure 1: p is the data's exact density, q a kernel estimate from 50 000 samples with"
                        + " bandwidth 0.05; the expectation is over (p + q) / 2.")
                .withNote("Figure 2: mean Euclidean distance over 784 pixels in [0, 1]; a generator that copied the"
                        + " training images would be at 0, far below fresh test images.");
    }

    @Override
    public List<Artifact> artifacts(List<FinishedRun<FigureData>> runs, DataDirectory data) {
        List<Artifact> pictures = new ArrayList<>();
        FinishedRun<FigureData> line = runs.get(0);
        if (line.result().divergence().isEmpty()) {
            pictures.add(new Artifact("figure1.png", figure1(line.result(), (Figure1Job) line.job())));
        }
        FinishedRun<FigureData> mnist = runs.get(1);
        Optional<String> directory = mnist.result().run();
        if (mnist.result().divergence().isEmpty() && directory.isPresent()) {
            TrainedRun run = TrainedRun.of(((MnistFiguresJob) mnist.job()).training(), Path.of(directory.get()), data);
            pictures.add(new Artifact("figure2.png", figure2(run)));
            pictures.add(new Artifact("figure3.png", figure3(run)));
        }
        return pictures;
    }

    private static byte[] figure1(FigureData result, Figure1Job job) {
        double[] x = array(result, Figure1Job.AXIS);
        double[] p = array(result, Figure1Job.DATA);
        List<LineChart> panels = new ArrayList<>();
        for (long step : job.snapshots()) {
            double[] q = array(result, Figure1Job.GENERATOR + step);
            double[] optimal = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                optimal[i] = p[i] + q[i] > 1e-4 ? p[i] / (p[i] + q[i]) : Double.NaN;
            }
            panels.add(LineChart.of(
                            "step " + step,
                            "x",
                            "density, probability",
                            new Series("data p(x)", x, p, Series.Style.DOTTED, Color.BLACK),
                            Series.line("generator q(x)", x, q, Color.GREEN),
                            new Series("p / (p + q)", x, optimal, Series.Style.SOLID, Color.ORANGE),
                            new Series(
                                    "D(x)",
                                    x,
                                    array(result, Figure1Job.DISCRIMINATOR + step),
                                    Series.Style.DASHED,
                                    Color.BLUE))
                    .within(new Range(x[0], x[x.length - 1]), new Range(0, 1.2)));
        }
        return new Figure("Figure 1: generator and discriminator learn a normal distribution", 2, panels)
                .pngOfPanels(560, 400);
    }

    private byte[] figure2(TrainedRun run) {
        Dataset mnist = run.dataset();
        Tensor samples = run.sampler(Evaluation.SELECTED)
                .sample(PAIRS, RandomStream.of(seed).split("figure2"))
                .values();
        int[] rows = BlockSearch.nearest(samples, mnist.train()).rows();
        Tensor nearest = mnist.train().rows(rows).values();
        return SampleGrid.beside(pictures(samples, mnist), pictures(nearest, mnist), 5, new Range(0, 1))
                .png();
    }

    /** Rows: from one latent vector to another in equal steps. */
    private byte[] figure3(TrainedRun run) {
        Decoder decoder = (Decoder) run.sampler(Evaluation.SELECTED);
        RandomStream random = RandomStream.of(seed).split("figure3");
        try (Scope scope = Scope.open()) {
            Tensor from = decoder.latent().sample(LINES, random.split("from")).values();
            Tensor to = decoder.latent().sample(LINES, random.split("to")).values();
            List<Tensor> rows = new ArrayList<>();
            for (int line = 0; line < LINES; line++) {
                for (int point = 0; point < POINTS; point++) {
                    double share = (double) point / (POINTS - 1);
                    rows.add(from.slice(0, line, line + 1)
                            .times(1 - share)
                            .plus(to.slice(0, line, line + 1).times(share)));
                }
            }
            Tensor samples =
                    decoder.decode(Samples.of(Tensor.concatenate(0, rows)), decoder.pass(random.split("pass")));
            return new SampleGrid(pictures(samples, run.dataset()), POINTS, 2, new Range(0, 1), List.of()).png();
        }
    }

    private static Images pictures(Tensor samples, Dataset mnist) {
        return SamplePictures.images(samples, mnist.spec().shape()).orElseThrow();
    }

    private static double[] array(FigureData result, String name) {
        return result.curves().getOrDefault(name, List.of()).stream()
                .mapToDouble(value -> value)
                .toArray();
    }
}
