package org.gan4j.experiments.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.cli.text.Columns;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.store.ExperimentDirectory;
import org.gan4j.experiments.store.RunReference;
import org.gan4j.experiments.store.RunVerification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Verification of what runs have left: every file is compared with length and digest of when it was written. */
@Command(
        name = "verify",
        description = "Check that the files of a run, or of all runs of an experiment, are what they were.",
        footer = {
            "",
            "The exit code is 0 if all are, and 6 if one is damaged.",
            "",
            "Examples:",
            "  gan verify quickstart/minimax-ring-s1",
            "  gan verify quickstart"
        })
final class VerifyCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    GanCommand gan;

    @Mixin
    Output output = new Output();

    @Parameters(
            paramLabel = "RUN",
            description = "the directory of a run or of an experiment, an experiment's name, or EXPERIMENT/PART")
    String given = "";

    @Override
    public Integer call() {
        Path directory = directory(Objects.requireNonNull(gan).runsDirectory);
        List<RunVerification> runs =
                runs(directory).stream().map(RunVerification::of).toList();
        output.print(
                runs,
                () -> String.join("\n", runs.stream().map(VerifyCommand::text).toList()));
        long damaged = runs.stream().filter(run -> !run.good()).count();
        if (damaged > 0) {
            output.note(damaged + " of " + runs.size() + (runs.size() == 1 ? " run" : " runs")
                    + (damaged == 1 ? " is" : " are")
                    + " damaged. Restore the files, or make the run again with gan run ... --rerun.");
        }
        return (damaged > 0 ? ExitCode.CHECKPOINT : ExitCode.OK).code();
    }

    /** A directory, the newest one of an experiment, or a run of it. */
    private Path directory(Path runs) {
        if (Files.isDirectory(Path.of(given))) {
            return Path.of(given);
        }
        return ExperimentDirectory.latest(runs, given)
                .map(ExperimentDirectory::path)
                .orElseGet(() -> RunReference.find(given, runs));
    }

    private static List<Path> runs(Path directory) {
        if (RunVerification.holdsRun(directory)) {
            return List.of(directory);
        }
        List<Path> runs = Files.isDirectory(directory) ? below(directory) : List.of();
        if (runs.isEmpty()) {
            throw new UserError(
                    ExitCode.CHECKPOINT,
                    Files.isDirectory(directory) ? "this directory holds no run" : "no such directory",
                    directory.toString(),
                    "Name a directory like runs/EXPERIMENT/RUN or runs/EXPERIMENT.");
        }
        return runs;
    }

    private static List<Path> below(Path directory) {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                    .filter(RunVerification::holdsRun)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw InputErrors.cannotRead(directory, ExitCode.CHECKPOINT, e);
        }
    }

    private static String text(RunVerification run) {
        List<List<String>> rows = new ArrayList<>();
        run.classes()
                .forEach(kind -> rows.add(List.of(
                        "  " + kind.name(),
                        kind.good() + " good" + (kind.damaged() > 0 ? ", " + kind.damaged() + " damaged" : ""))));
        StringBuilder text = new StringBuilder(run.run() + ": " + run.basis() + "\n" + Columns.of(rows));
        run.damages()
                .forEach(damage -> text.append("damaged: ")
                        .append(damage.file())
                        .append("\n  found    ")
                        .append(damage.found())
                        .append("\n  expected ")
                        .append(damage.expected())
                        .append('\n'));
        run.additional()
                .forEach(name ->
                        text.append("not in the manifest: ").append(name).append('\n'));
        return text.toString();
    }
}
