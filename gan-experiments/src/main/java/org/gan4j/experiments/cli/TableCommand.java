package org.gan4j.experiments.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gan4j.core.config.Json;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.store.DamagedFile;
import org.gan4j.experiments.table.ResultTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints the table of an experiment that has been run. */
@Command(name = "table", description = "Print the table of an experiment that has been run.")
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

    @Parameters(paramLabel = "EXPERIMENT", description = "its name, or its directory below the runs")
    String experiment = "";

    @Option(
            names = "--format",
            defaultValue = "markdown",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    Format format = Format.MARKDOWN;

    @Override
    public Integer call() {
        Path given = Path.of(experiment);
        Path directory = Files.isDirectory(given)
                ? given
                : Objects.requireNonNull(gan).runsDirectory.resolve(experiment);
        Path file = directory.resolve("table.json");
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    ExitCode.DATA,
                    "there is no table of " + experiment,
                    file.toString(),
                    "Run it first: gan run " + experiment + ", or name its runs with --runs-dir.");
        }
        ResultTable table = table(file);
        output.print(table, () -> switch (format) {
            case MARKDOWN -> table.toMarkdown();
            case CSV -> table.toCsv();
            case LATEX -> table.toLatex();
        });
        return 0;
    }

    private ResultTable table(Path file) {
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
