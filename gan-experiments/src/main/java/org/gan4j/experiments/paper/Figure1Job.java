package org.gan4j.experiments.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.synthetic.Gaussian;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.UniformLatent;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingListener;
import org.gan4j.core.training.TrainingOutcome;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.scheme.Alternating;
import org.gan4j.experiments.job.InterruptedRun;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.job.JobContext;
import org.gan4j.experiments.store.RunInputs;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.models.Mlp.MlpDiscriminator;
import org.gan4j.models.Mlp.MlpGenerator;

/**
 * Figure 1: a generator on the line learns a normal distribution; the discriminator approaches p / (p + q).
 *
 * <p>p is the data's exact density. q, the generator's, is a Gaussian kernel estimate from 50 000 samples with a
 * bandwidth of 0.05. Snapshots are taken early, when the discriminator has hardly learned, and later.
 *
 * @param steps of the training, one update of each player
 * @param seed of the run
 */
@About("Figure 1 of the 2014 paper: a GAN on the line, its densities and its discriminator at four steps.")
public record Figure1Job(int steps, long seed) implements Job<FigureData> {
    /** The names of the curves: the axis, the data's density, and per snapshot q and D. */
    static final String AXIS = "x";

    static final String DATA = "data";
    static final String GENERATOR = "generator@";
    static final String DISCRIMINATOR = "discriminator@";

    /** Fewer steps have no room for four snapshots. */
    static final int LEAST_STEPS = 100;

    private static final int POINTS = 241;
    private static final double EDGE = 6;
    private static final int SAMPLES = 50_000;
    private static final double BANDWIDTH = 0.05;
    private static final int BATCH = 256;

    /** Checks that there is room for four snapshots. */
    public Figure1Job {
        if (steps < LEAST_STEPS) {
            throw new IllegalArgumentException(
                    "steps must be at least " + LEAST_STEPS + " for four snapshots, but is " + steps);
        }
    }

    @Override
    public String name() {
        return "figure1-s" + seed;
    }

    @Override
    public Class<FigureData> resultType() {
        return FigureData.class;
    }

    /** Returns the steps at which pictures are taken. */
    List<Long> snapshots() {
        return List.of(steps / 100L, steps / 20L, steps / 4L, (long) steps);
    }

    @Override
    public FigureData run(JobContext context) {
        Dataset data = new Gaussian(2, 1).open(context.data());
        context.inputs().accept(RunInputs.of(data.name(), data.checksum(), seed));
        MlpGenerator generator = MlpGenerator.DEFAULTS.with(UniformLatent.ofUnitVariance(1));
        PlayableGame game = AdversarialGame.of(generator, MlpDiscriminator.DEFAULTS, new NonSaturating())
                .open(data);
        TreeMap<String, Optimizer> optimizers = new TreeMap<>();
        game.players().forEach(player -> optimizers.put(player, Adam.of(1e-3, 0.5, 0.999)));
        RandomStream random = RandomStream.of(seed);
        Trainer trainer = Trainer.of(
                game, Alternating.of(AdversarialGame.DISCRIMINATOR, 1, AdversarialGame.GENERATOR), optimizers);
        Snapshots taken = new Snapshots(game, data, random.split("figure1"));
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onStep(GameState state) {
                context.progress().step(state.step(), new TreeMap<>());
                if (snapshots().contains(state.step())) {
                    taken.take(state);
                }
            }
        };
        context.progress().begin(name(), 0, steps);
        TrainingPlan plan = TrainingPlan.of(steps, steps, List.of(listener), context.stop());
        TrainingOutcome outcome =
                trainer.train(trainer.start(random), data.batches(BATCH, random.split("data")), random, plan);
        context.progress().end("done");
        if (outcome instanceof TrainingOutcome.Interrupted) {
            throw new InterruptedRun(0);
        }
        Optional<String> divergence = outcome instanceof TrainingOutcome.Diverged diverged
                ? Optional.of(diverged.message())
                : Optional.empty();
        return new FigureData(taken.rows, taken.curves, Optional.empty(), divergence);
    }

    /** Collects curves and numbers while the networks learn. */
    private static final class Snapshots {
        private final PlayableGame game;
        private final RandomStream random;
        private final double[] axis = new double[POINTS];
        private final double[] density;
        private final SortedMap<String, List<Double>> curves = new TreeMap<>();
        private final SortedMap<String, SortedMap<String, Double>> rows = new TreeMap<>();

        Snapshots(PlayableGame game, Dataset data, RandomStream random) {
            this.game = game;
            this.random = random;
            float[] points = new float[POINTS];
            for (int i = 0; i < POINTS; i++) {
                axis[i] = -EDGE + 2 * EDGE * i / (POINTS - 1) + 1;
                points[i] = (float) axis[i];
            }
            double[] logs = data.density().orElseThrow().logDensity(Tensor.of(Shape.of(POINTS, 1), points));
            density = Arrays.stream(logs).map(Math::exp).toArray();
            curves.put(AXIS, list(axis));
            curves.put(DATA, list(density));
        }

        void take(GameState state) {
            double[] q = generated(state);
            double[] d = judged(state);
            curves.put(GENERATOR + state.step(), list(q));
            curves.put(DISCRIMINATOR + state.step(), list(d));
            double width = 2 * EDGE / (POINTS - 1);
            double divergence = 0;
            double gap = 0;
            for (int i = 0; i < POINTS; i++) {
                double middle = (density[i] + q[i]) / 2;
                divergence += width * (term(density[i], middle) + term(q[i], middle)) / 2;
                gap += middle == 0 ? 0 : width * middle * Math.abs(d[i] - density[i] / (density[i] + q[i]));
            }
            SortedMap<String, Double> row = new TreeMap<>();
            row.put(Goodfellow2014Figures.DIVERGENCE, divergence);
            row.put(Goodfellow2014Figures.GAP, gap);
            rows.put(String.format(Locale.ROOT, "figure 1, step %06d", state.step()), row);
        }

        private static double term(double value, double middle) {
            return value > 0 ? value * Math.log(value / middle) : 0;
        }

        private double[] generated(GameState state) {
            float[] samples;
            try (Scope scope = Scope.open()) {
                samples = game.sampler(state)
                        .sample(SAMPLES, random.split(state.step()))
                        .values()
                        .toFloats();
            }
            double[] q = new double[POINTS];
            double factor = 1 / (SAMPLES * BANDWIDTH * Math.sqrt(2 * Math.PI));
            for (float sample : samples) {
                for (int i = 0; i < POINTS; i++) {
                    double z = (axis[i] - sample) / BANDWIDTH;
                    if (Math.abs(z) < 8) {
                        q[i] += factor * Math.exp(-z * z / 2);
                    }
                }
            }
            return q;
        }

        private double[] judged(GameState state) {
            float[] points = new float[POINTS];
            for (int i = 0; i < POINTS; i++) {
                points[i] = (float) axis[i];
            }
            try (Scope scope = Scope.open()) {
                Samples line = Samples.of(Tensor.of(Shape.of(POINTS, 1), points));
                RandomStream own = random.split("d").split(state.step());
                Tensor scores = game.score(state, line, own);
                return scores.sigmoid().toDoubles();
            }
        }

        private static List<Double> list(double... values) {
            List<Double> list = new ArrayList<>();
            for (double value : values) {
                list.add(value);
            }
            return list;
        }
    }
}
