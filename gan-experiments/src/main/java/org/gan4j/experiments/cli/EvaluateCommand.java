package org.gan4j.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.training.StopRequest;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.SampleContext;
import org.gan4j.eval.density.CalibrationLadder;
import org.gan4j.experiments.cli.text.EstimateText;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.cli.text.Unknown;
import org.gan4j.experiments.run.LaterEvaluation;
import org.gan4j.experiments.store.RunReference;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.TrainedRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Measures samples: of a run, or from a file that anything may have written. */
@Command(
        name = "evaluate",
        description = "Measure the samples of a run, or of an npz file.",
        footer = {
            "",
            "Examples:",
            "  gan evaluate parzen --samples samples.npz --dataset mnist",
            "  gan evaluate parzen --run quickstart/minimax-ring-s1 samples=2500",
            "  gan evaluate parzen --run quickstart/minimax-ring-s1 --add",
            "  gan evaluate parzen --ladder --dataset mnist"
        })
final class EvaluateCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    GanCommand gan;

    @Mixin
    Output output = new Output();

    @Parameters(index = "0", paramLabel = "EVALUATOR", description = "see gan list evaluators")
    String evaluator = "";

    @Parameters(
            index = "1..*",
            paramLabel = "KEY=VALUE",
            description = "settings of the evaluator, such as samples=2500")
    List<String> overrides = new ArrayList<>();

    @Option(names = "--samples", paramLabel = "FILE", description = "an npz or npy file with the samples [N, ...]")
    @Nullable
    Path samples;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description =
                    "a finished or stopped training run: its directory, or EXPERIMENT/PART with a part of its name")
    @Nullable
    String run;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = Evaluation.LAST,
            description = "of a run: last, selected or average (default: ${DEFAULT-VALUE})")
    String state = Evaluation.LAST;

    @Option(
            names = "--dataset",
            paramLabel = "DATASET",
            description = "what the samples should resemble, such as mnist")
    @Nullable
    String dataset;

    @Option(names = "--ladder", description = "of parzen: score the data themselves, class means and centroids")
    boolean ladder;

    @Option(names = "--many-centroids", description = "with --ladder: the row of 10 000 centroids too, which is slow")
    boolean manyCentroids;

    @Option(names = "--add", description = "with --run: keep the estimates in the finished run, as if it had made them")
    boolean add;

    @Option(names = "--accept", description = "with --add: also if other code made the run")
    boolean accept;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "of the samples drawn; with --add those of the run (default: ${DEFAULT-VALUE})")
    long seed = 1;

    /** What is printed as JSON. */
    record Result(String dataset, String checksum, String samples, List<Estimate> evaluations) {}

    @Override
    public Integer call() {
        if (add && run != null) {
            addModulesOf(run);
        }
        Framework framework = Objects.requireNonNull(gan).framework();
        StrategyRegistry registry = framework.registry();
        if (registry.find(Evaluator.class, evaluator).isEmpty()) {
            throw Unknown.name("evaluator", evaluator, registry.names(Evaluator.class), "gan list evaluators");
        }
        Configuration<Evaluator> chosen =
                framework.reader().parse(evaluator, "evaluator " + evaluator, overrides, Evaluator.class);
        if (ladder) {
            return climb();
        }
        if ((samples == null) == (run == null)) {
            throw usage("it is not said which samples to measure", "Give either --samples FILE or --run DIR.");
        }
        if (add) {
            return added(chosen);
        }
        if (accept) {
            throw usage("--accept belongs to --add", "Leave it out, or give --add too.");
        }
        String what = run == null ? String.valueOf(samples) : run + ", state " + state;
        try (SampleContext context = run == null ? fromFile(Objects.requireNonNull(samples)) : fromRun(run)) {
            List<Estimate> estimates = measure(chosen.value(), context);
            Dataset data = context.dataset();
            output.print(
                    new Result(data.name(), data.checksum(), what, estimates),
                    () -> "samples: " + what + "\ndata: " + data.description() + "\n\n" + EstimateText.of(estimates));
        }
        return 0;
    }

    /** What made the run is known from the plan beside it: modules, and the classes of a single source. */
    private void addModulesOf(String named) {
        GanCommand command = Objects.requireNonNull(gan);
        Path home = RunReference.find(named, command.runsDirectory)
                .toAbsolutePath()
                .normalize()
                .getParent();
        command.addModulesOf(
                Objects.requireNonNull(home, "a run has a directory around it").resolve("plan.jsonl"));
    }

    private int added(Configuration<Evaluator> chosen) {
        if (run == null) {
            throw usage("--add keeps estimates in a run, and no run is named", "Give --run RUN.");
        }
        if (dataset != null) {
            throw usage("--add measures a run by its own data", "Leave --dataset out, or leave --add out.");
        }
        GanCommand command = Objects.requireNonNull(gan);
        Path path = RunReference.find(run, command.runsDirectory);
        Session session = new Session(command, output);
        LaterEvaluation.Outcome outcome = session.guarded(
                () -> session.laterEvaluation().add(path, new LaterEvaluation.Request(chosen, state, accept)));
        output.print(
                outcome,
                () -> (outcome.added() ? "added: " : "it is there already: ") + outcome.file() + "\n\n"
                        + EstimateText.of(outcome.evaluation().estimates()));
        return ExitCode.OK.code();
    }

    private List<Estimate> measure(Evaluator measure, SampleContext context) {
        try {
            return measure.evaluate(context);
        } catch (IllegalArgumentException unfit) {
            throw new UserError(
                            ExitCode.DATA,
                            String.valueOf(unfit.getMessage()),
                            "evaluator " + evaluator,
                            "See gan describe evaluator " + evaluator + " for its settings, such as samples=1000.")
                    .causedBy(unfit);
        }
    }

    private SampleContext fromFile(Path file) {
        Dataset data = data();
        return context(Sampler.of(SampleFile.read(file, data)), data);
    }

    private SampleContext fromRun(String directory) {
        GanCommand command = Objects.requireNonNull(gan);
        TrainedRun trained = TrainedRun.open(
                RunReference.find(directory, command.runsDirectory),
                command.framework().reader(),
                command.data());
        Dataset data = dataset == null ? trained.dataset() : data();
        return context(trained.sampler(state), data);
    }

    private SampleContext context(Sampler sampler, Dataset data) {
        return new SampleContext(
                sampler,
                data,
                RandomStream.of(seed),
                new StopRequest(),
                Optional.of(Objects.requireNonNull(gan).data().cache()));
    }

    private Dataset data() {
        if (dataset == null) {
            throw usage(
                    "it is not said which data the samples should resemble",
                    "Give --dataset NAME; see gan list datasets.");
        }
        GanCommand command = Objects.requireNonNull(gan);
        StrategyRegistry registry = command.framework().registry();
        boolean plainName = dataset.matches("[A-Za-z0-9._-]+");
        if (plainName && registry.find(DataSource.class, dataset).isEmpty()) {
            throw Unknown.name("data set", dataset, registry.names(DataSource.class), "gan list datasets");
        }
        return command.framework()
                .reader()
                .parse(dataset, "--dataset", List.of(), DataSource.class)
                .value()
                .open(command.data());
    }

    private int climb() {
        if (!evaluator.equals("parzen")) {
            throw usage("--ladder belongs to parzen, not to " + evaluator, "Use gan evaluate parzen --ladder.");
        }
        if (dataset == null) {
            dataset = "mnist";
        }
        Dataset data = data();
        Path cache = Objects.requireNonNull(gan).data().cache();
        List<CalibrationLadder.Rung> rungs = new CalibrationLadder(manyCentroids, seed)
                .climb(
                        data,
                        cache,
                        rung -> output.note(String.format(Locale.ROOT, "%s: %.1f s", rung.label(), rung.seconds())));
        output.print(rungs, () -> data.description() + "\n\n" + EstimateText.ladder(rungs));
        return 0;
    }

    private static UserError usage(String what, String fix) {
        return new UserError(ExitCode.USAGE, what, "gan evaluate", fix);
    }
}
