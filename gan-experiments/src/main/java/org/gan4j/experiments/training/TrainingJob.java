package org.gan4j.experiments.training;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Names;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.game.Game;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.optim.ParameterAverage;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.training.GameTraining;
import org.gan4j.core.training.StopRequest;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingScheme;
import org.gan4j.core.training.scheme.Alternating;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.SampleContext;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.job.JobContext;

/**
 * The standard run: trains a game on a data set, writes metrics, pictures and checkpoints, and evaluates what came out.
 *
 * <p>All randomness comes from {@code seed}: initial weights from its stream {@code init}, data order from
 * {@code data}, latents and masks from {@code train}, evaluations from {@code evaluation}. So two runs that differ in
 * the loss alone start from the same generator and see the same data and latents.
 *
 * @param data the data set; none for a game that needs none
 * @param game players, networks and losses
 * @param scheme who learns when; left out, the players alternate with the turns that the game gives them, and the resolved
 *     configuration says so
 * @param optimizers one per player, by the player's name ({@code d}, {@code g})
 * @param averages which running averages of parameters to keep, by the player's name
 * @param batchSize rows per batch
 * @param length how long
 * @param seed of all randomness
 * @param intervals how often something is written down
 * @param evaluators what to measure at the end
 * @param selection how to choose the state to report, besides the last one, and when to stop early
 * @param from weights of another run to start from, in place of initial ones; the resolved configuration has their digest
 */
@About("The standard run: trains a game on a data set, writes metrics and pictures, and evaluates what came out.")
public record TrainingJob(
        @Default("none") DataSource data,
        Game game,
        Optional<TrainingScheme> scheme,
        SortedMap<String, Optimizer> optimizers,
        @Default("{}") SortedMap<String, ParameterAverage> averages,
        int batchSize,
        TrainingLength length,
        @Default("1") long seed,
        @Default("{}") Intervals intervals,
        @Default("[]") List<Evaluator> evaluators,
        Optional<CheckpointSelection> selection,
        Optional<FromRun> from)
        implements Job<TrainingResult>, GameTraining {

    /** Checks the batch size and that every player has an optimizer. */
    public TrainingJob {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1, but is " + batchSize);
        }
        scheme = Optional.of(scheme.orElseGet(() -> Alternating.of(game)));
        optimizers = Collections.unmodifiableSortedMap(new TreeMap<>(optimizers));
        averages = Collections.unmodifiableSortedMap(new TreeMap<>(averages));
        evaluators = Collections.unmodifiableList(evaluators);
        if (data.isNone() && game.needsData()) {
            throw new IllegalArgumentException("data must be given, because the game compares its samples with them");
        }
        if (!evaluators.isEmpty() || selection.isPresent()) {
            requireSamples(data, game);
        }
        for (String player : game.players()) {
            if (!optimizers.containsKey(player)) {
                throw new IllegalArgumentException("optimizers must name one for each player of " + game.players()
                        + ", but has " + optimizers.keySet());
            }
        }
        game.requireBatchSize(batchSize);
        requirePlayers("optimizers", optimizers.keySet(), game);
        requirePlayers("averages", averages.keySet(), game);
        from = from.map(weights -> weights.resolved(game));
    }

    /** Evaluators and selections compare samples with data. */
    private static void requireSamples(DataSource data, Game game) {
        if (game.sampledPlayers().isEmpty()) {
            throw new IllegalArgumentException(
                    "game must have something to take samples from, such as a generator, because"
                            + " evaluators or a selection are given; leave these out otherwise");
        }
        if (data.isNone()) {
            throw new IllegalArgumentException(
                    "data must be given, because evaluators or a selection compare samples with"
                            + " them; leave these out otherwise");
        }
    }

    private static void requirePlayers(String component, Set<String> named, Game game) {
        for (String name : named) {
            if (!game.players().contains(name)) {
                throw new IllegalArgumentException(
                        component + " has \"" + name + "\", but the players are " + game.players());
            }
        }
    }

    /**
     * Returns a run in which the players take turns of one step each, all with the same optimizer, with seed 1 and
     * without evaluators; the methods that begin with "with" change it.
     */
    public static TrainingJob of(
            DataSource data, Game game, Optimizer optimizer, int batchSize, TrainingLength length) {
        TreeMap<String, Optimizer> optimizers = new TreeMap<>();
        game.players().forEach(player -> optimizers.put(player, optimizer));
        return new TrainingJob(
                data,
                game,
                Optional.empty(),
                optimizers,
                new TreeMap<>(),
                batchSize,
                length,
                1,
                Intervals.DEFAULTS,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the same run with another scheme. */
    public TrainingJob withScheme(TrainingScheme other) {
        return new TrainingJob(
                data,
                game,
                Optional.of(other),
                optimizers,
                averages,
                batchSize,
                length,
                seed,
                intervals,
                evaluators,
                selection,
                from);
    }

    /** Returns the same run with another optimizer for one player. */
    public TrainingJob withOptimizer(String player, Optimizer other) {
        TreeMap<String, Optimizer> others = new TreeMap<>(optimizers);
        others.put(player, other);
        return new TrainingJob(
                data, game, scheme, others, averages, batchSize, length, seed, intervals, evaluators, selection, from);
    }

    /** Returns the same run measured by these at its end. */
    public TrainingJob withEvaluators(Evaluator... others) {
        return withEvaluators(List.of(others));
    }

    /** Returns the same run measured by these at its end. */
    public TrainingJob withEvaluators(List<Evaluator> measures) {
        return new TrainingJob(
                data,
                game,
                scheme,
                optimizers,
                averages,
                batchSize,
                length,
                seed,
                intervals,
                measures,
                selection,
                from);
    }

    /** Returns the same run with another seed. */
    public TrainingJob withSeed(long other) {
        return new TrainingJob(
                data,
                game,
                scheme,
                optimizers,
                averages,
                batchSize,
                length,
                other,
                intervals,
                evaluators,
                selection,
                from);
    }

    /** Returns the same run of another length. */
    public TrainingJob withLength(TrainingLength other) {
        return new TrainingJob(
                data,
                game,
                scheme,
                optimizers,
                averages,
                batchSize,
                other,
                seed,
                intervals,
                evaluators,
                selection,
                from);
    }

    /** Returns the same run that writes something down at other intervals. */
    public TrainingJob withIntervals(Intervals others) {
        return new TrainingJob(
                data, game, scheme, optimizers, averages, batchSize, length, seed, others, evaluators, selection, from);
    }

    /** Returns the same run with another selection. */
    public TrainingJob withSelection(CheckpointSelection other) {
        return new TrainingJob(
                data,
                game,
                scheme,
                optimizers,
                averages,
                batchSize,
                length,
                seed,
                intervals,
                evaluators,
                Optional.of(other),
                from);
    }

    /**
     * Returns the same run that starts from the weights of another.
     *
     * @throws IllegalArgumentException if there is no such run, state or player
     */
    public TrainingJob withWeights(FromRun other) {
        return new TrainingJob(
                data,
                game,
                scheme,
                optimizers,
                averages,
                batchSize,
                length,
                seed,
                intervals,
                evaluators,
                selection,
                Optional.of(other));
    }

    @Override
    public String name() {
        return game.displayName() + "-" + Names.kebab(data.getClass()) + "-s" + seed;
    }

    @Override
    public Class<TrainingResult> resultType() {
        return TrainingResult.class;
    }

    @Override
    public TrainingResult run(JobContext context) {
        return new TrainingSession(this, context).run();
    }

    /** Tells whether the run makes samples that can be looked at beside data. */
    boolean makesSamples() {
        return !game.sampledPlayers().isEmpty() && !data.isNone();
    }

    /**
     * Returns what evaluators may know of a state. Every state draws from a stream of its own name: evaluating one more changes
     * no other's numbers, and an evaluator that comes later finds what it would have found.
     */
    SampleContext evaluated(String state, Sampler sampler, Dataset dataset, StopRequest stop, Path cache) {
        RandomStream own = RandomStream.of(seed).split("evaluation").split(state);
        return new SampleContext(sampler, dataset, own, stop, Optional.of(cache));
    }

    /** Returns the trainer of this run on its data. */
    public Trainer trainer(Dataset dataset) {
        return new Trainer(game.open(dataset), scheme.orElseThrow(), optimizers, averages);
    }
}
