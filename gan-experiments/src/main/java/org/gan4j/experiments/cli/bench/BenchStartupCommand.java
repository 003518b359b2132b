package org.gan4j.experiments.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.bench.Startup;
import org.gan4j.experiments.cli.text.BenchText;
import org.gan4j.experiments.cli.text.Columns;
import org.gan4j.experiments.cli.text.Output;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures how long short commands take. */
@Command(name = "startup", description = "Measure how long short commands take, from start to end.")
final class BenchStartupCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    BenchCommand bench;

    @Mixin
    Output output = new Output();

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            defaultValue = "5",
            description = "how often each; ${DEFAULT-VALUE} if not given")
    int repetitions = 5;

    @Override
    public Integer call() {
        if (repetitions < 1) {
            throw new UserError(
                    ExitCode.USAGE, "bench startup: repetitions must be at least 1, but are " + repetitions);
        }
        Startup startup = Startup.measure(Objects.requireNonNull(bench).program(), repetitions);
        output.print(startup, () -> text(startup));
        return ExitCode.OK.code();
    }

    private static String text(Startup startup) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("command", "median", "least", "most"));
        for (Startup.Command command : startup.commands()) {
            rows.add(List.of(
                    command.name(),
                    BenchText.time(command.seconds().median()),
                    BenchText.time(command.seconds().least()),
                    BenchText.time(command.seconds().most())));
        }
        return Columns.of(rows)
                + (startup.launcher()
                        ? ""
                        : "by java itself: this process was not started by ./gan, whose archive of classes halves these times\n");
    }
}
