package org.gan4j.experiments.cli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.bench.BenchCase;
import org.gan4j.experiments.bench.peer.Comparison;
import org.gan4j.experiments.bench.peer.ComparisonReport;
import org.gan4j.experiments.bench.peer.ComparisonTable;
import org.gan4j.experiments.cli.text.Output;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures the same cases here, in PyTorch and in DJL, in turn. */
@Command(
        name = "peers",
        description = "Compare with PyTorch and DJL, run in turn with this framework.",
        footer = {
            "",
            "The peers are in benchmarks/peers of the sources; docs/benchmarks.md says how to install them. A peer that",
            "cannot be run is reported as absent.",
            "",
            "Examples:",
            "  gan bench peers --write comparison",
            "  gan bench peers --quick --case a,e"
        })
final class BenchPeersCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    BenchCommand bench;

    @Mixin
    Output output = new Output();

    @Option(
            names = "--case",
            split = ",",
            paramLabel = "CASE",
            description = "the cases to measure, letters with commas between them; all if not given")
    List<String> cases = new ArrayList<>();

    @Option(names = "--quick", description = "two short repetitions, for a first impression")
    boolean quick;

    @Option(
            names = "--peers",
            paramLabel = "DIR",
            description = "the directory of the peers; benchmarks/peers of the sources if not given")
    @Nullable
    Path directory;

    @Option(
            names = "--python",
            paramLabel = "PROGRAM",
            defaultValue = "/usr/bin/python3",
            description = "the Python that has torch; ${DEFAULT-VALUE} if not given")
    String python = "/usr/bin/python3";

    @Option(names = "--write", paramLabel = "NAME", description = "write the table to NAME.md and NAME.json too")
    @Nullable
    Path file;

    @Override
    public Integer call() {
        List<BenchCase> chosen = BenchCommand.chosen(cases, List.of(BenchCase.values()));
        ComparisonReport report = Comparison.withKnownPeers(
                Objects.requireNonNull(bench).program(),
                peers(),
                python,
                quick ? Comparison.Settings.quick(chosen) : Comparison.Settings.thorough(chosen),
                output::note);
        String table = ComparisonTable.markdown(report);
        if (file != null) {
            FileStore store = new FileStore();
            store.writeText(Path.of(file + ".md"), table);
            store.writeText(Path.of(file + ".json"), Json.pretty(report));
        }
        output.print(report, () -> table);
        return ExitCode.OK.code();
    }

    private Path peers() {
        Path place = directory != null
                ? directory
                : Path.of(System.getProperty("gan4j.home", ""))
                        .resolve("benchmarks")
                        .resolve("peers");
        if (!Files.isDirectory(place)) {
            throw new UserError(
                    ExitCode.USAGE,
                    "there is no directory " + place,
                    "bench peers",
                    "Name benchmarks/peers of the sources with --peers DIR.");
        }
        return place;
    }
}
