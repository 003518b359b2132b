package org.gan4j.experiments.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gan4j.core.config.Json;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.store.DamagedFile;
import org.gan4j.experiments.store.ExperimentDirectory;
import org.gan4j.experiments.table.ResultTable;
import org.gan4j.experiments.table.TableJoin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints the table of an experiment that has been run. */
@Command(name = "table", description = "Print the table of an experiment that has been run, or join those of several.")
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
            paramLabel = "EXPERIMENT",
            arity = "1..*",
            description = "its name, or its directory; the tables of several are joined")
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
        TableJoin join = new TableJoin();
        experiments.forEach(experiment -> join.with(experiment, table(experiment)));
        ResultTable table = joined(join);
        output.print(table, () -> switch (format) {
            case MARKDOWN -> table.toMarkdown();
            case CSV -> table.toCsv();
            case LATEX -> table.toLatex();
        });
        return 0;
    }

    private ResultTable joined(TableJoin join) {
        try {
            return join.table();
        } catch (IllegalArgumentException differing) {
            throw new UserError(
                    ExitCode.USAGE,
                    String.valueOf(differing.getMessage()),
                    String.join(" ", experiments),
                    "Print them one by one.");
        }
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
