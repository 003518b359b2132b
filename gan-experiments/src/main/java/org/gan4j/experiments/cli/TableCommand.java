package org.gan4j.experiments.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gan4j.core.config.Json;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.listing.RunTable;
import org.gan4j.experiments.store.DamagedFile;
import org.gan4j.experiments.store.ExperimentDirectory;
import org.gan4j.experiments.store.RunReference;
import org.gan4j.experiments.store.RunVerification;
import org.gan4j.experiments.table.ResultTable;
import org.gan4j.experiments.table.TableJoin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints the table of an experiment that has been run. */
@Command(name = "table", description = "Print the table of an experiment or a run, or join those of several.")
final class TableCommand implements Callable<Integer> {
    /** The forms of a table. */
    enum Format {
        MARKDOWN,
        CSV,
        LATEX
    }

    @ParentCommand
    @Nullable
    GanCommand gan;

    @Mixin
    Output output = new Output();

    @Parameters(
            paramLabel = "EXPERIMENT|RUN",
            arity = "1..*",
            description = "an experiment's name or directory, or a run's directory; the tables of several are joined")
    List<String> experiments = new ArrayList<>();

    @Option(names = "--again", description = "make the table again from the finished runs")
    boolean again;

    @Option(
            names = "--format",
            defaultValue = "markdown",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    Format format = Format.MARKDOWN;

    @Override
    public Integer call() {
        ResultTable table = joined();
        output.print(table, () -> switch (format) {
            case MARKDOWN -> table.toMarkdown();
            case CSV -> table.toCsv();
            case LATEX -> table.toLatex();
        });
        return 0;
    }

    private ResultTable joined() {
        Map<String, ResultTable> tables = new LinkedHashMap<>();
        for (String given : new LinkedHashSet<>(experiments)) {
            tables.put(given, run(given).map(RunTable::of).orElseGet(() -> table(given)));
        }
        try {
            TableJoin join = new TableJoin();
            tables.forEach(join::with);
            return join.table();
        } catch (IllegalArgumentException differing) {
            throw new UserError(
                    ExitCode.USAGE,
                    String.valueOf(differing.getMessage()),
                    String.join(" ", experiments),
                    "Print them one by one.");
        }
    }

    /** Returns the run that a word means, if it is a run's directory or EXPERIMENT/PART. */
    private Optional<Path> run(String given) {
        Path runs = Objects.requireNonNull(gan).runsDirectory;
        if (RunVerification.holdsRun(Path.of(given))) {
            return Optional.of(Path.of(given));
        }
        boolean part = given.indexOf('/') > 0
                && !Files.isDirectory(Path.of(given))
                && ExperimentDirectory.latest(runs, given).isEmpty()
                && ExperimentDirectory.latest(runs, given.substring(0, given.indexOf('/')))
                        .isPresent();
        return part ? Optional.of(RunReference.find(given, runs)) : Optional.empty();
    }

    /** Returns the table that is there, or makes it of the finished runs. */
    private ResultTable table(String experiment) {
        GanCommand command = Objects.requireNonNull(gan);
        ExperimentDirectory home = ExperimentDirectory.find(command.runsDirectory, experiment);
        boolean planned = Files.isRegularFile(home.plan());
        if (planned && (again || !Files.isRegularFile(home.table()))) {
            command.addModulesOf(home.plan());
            new Session(command, output).reporter(home.runs()).report(home);
        }
        if (!Files.isRegularFile(home.table())) {
            throw new UserError(
                    ExitCode.DATA,
                    "there is no table of " + experiment,
                    home.table().toString(),
                    "Run it first: gan run " + experiment + ", or name its runs with --runs-dir.");
        }
        return table(home.table());
    }

    private static ResultTable table(Path file) {
        try {
            return Json.read(text(file), file.toString(), ResultTable.class);
        } catch (ConfigurationException damaged) {
            throw DamagedFile.error(
                    file,
                    ExitCode.DATA,
                    damaged,
                    "Make it again with gan run; runs that are finished are not run again.");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw InputErrors.cannotRead(file, ExitCode.DATA, e);
        }
    }
}
