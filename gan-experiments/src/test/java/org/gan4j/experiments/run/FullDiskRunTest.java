package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.FullDisk;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.io.UserError;
import org.gan4j.core.training.StopRequest;
import org.gan4j.experiments.cli.Framework;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.Progress;
import org.gan4j.experiments.plan.RunningCode;
import org.gan4j.experiments.store.CodeFingerprint;
import org.gan4j.experiments.training.TrainingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full somewhere in a whole run: the run says so, and goes on to the same bytes when there is room. */
class FullDiskRunTest {
    private static final String TINY = """
            type: training
            seeds: [7]
            run:
              data: {type: gaussian, mean: 0.5}
              game:
                type: adversarial
                generator: {type: mlp, hidden: [1]}
                discriminator: {type: mlp, hidden: [1]}
                loss: non-saturating
              scheme: simultaneous
              optimizers: {d: {type: sgd, rate: 0.01}, g: {type: sgd, rate: 0.01}}
              batchSize: 2
              length: 2
              intervals: {metrics: 1, samples: 100, checkpoints: 1}
            """;

    /** Wall times in timing.jsonl have more digits in one run than in another. */
    private static final int SLACK = 256;

    /** Bytes between two attempts; a prime, so that no file's length hides a place from it. */
    private static final int STRIDE = 211;

    /** How often the run is finished after a failure. */
    private static final int EVERY = 5 * STRIDE;

    @TempDir
    private Path directory;

    private final ConfigurationReader reader =
            Framework.of(List.of(), List.of()).reader();

    @SuppressWarnings("unchecked")
    private final Configuration<Experiment<TrainingResult>> experiment =
            reader.parse(TINY, "tiny.yaml", List.of(), (Class<Experiment<TrainingResult>>) (Class<?>) Experiment.class);

    private final FullDisk disk = new FullDisk(FullDisk.NO_LIMIT, false);

    private ExperimentRunner runner(Path runs) {
        Surroundings surroundings = new Surroundings(
                new FileStore(disk),
                runs,
                new DataDirectory(directory.resolve("data")),
                Progress.silent(),
                new StopRequest());
        return new ExperimentRunner(
                reader, surroundings, RunningCode.of(new CodeFingerprint(Collections.emptySortedMap())));
    }

    private void run(ExperimentRunner runner, long room) {
        disk.setRoom(room);
        runner.run("tiny", experiment, ResumePolicy.STRICT);
    }

    @Test
    void aDiskThatIsFullAnywhereInARun() throws IOException {
        Path whole = directory.resolve("whole");
        run(runner(whole), FullDisk.NO_LIMIT);
        long total = FullDisk.NO_LIMIT - disk.room();
        SortedMap<String, String> expected = content(whole);
        assertThat(expected).hasSizeGreaterThan(10);
        assertThat(total).isGreaterThan(5000);
        Path runs = directory.resolve("runs");
        ExperimentRunner runner = runner(runs);
        for (long room = 0; room < total - SLACK; room += STRIDE) {
            long bytes = room;
            UserError error = catchThrowableOfType(UserError.class, () -> run(runner, bytes));
            assertThat(error).as("with room for %d bytes", room).isNotNull();
            assertThat(error.exitCode()).isEqualTo(ExitCode.OUTPUT);
            assertThat(error.getMessage())
                    .endsWith(": cannot be written: no space left on the device. Free some space and give the same"
                            + " command again; what was there before is intact.");
            if (room % EVERY == 0) {
                run(runner, FullDisk.NO_LIMIT);
                assertThat(content(runs)).as("after room for %d bytes", room).isEqualTo(expected);
            }
            delete(runs);
        }
    }

    private static SortedMap<String, String> content(Path runs) throws IOException {
        SortedMap<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(runs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                boolean timed = List.of("run.json", "report.html", "log.txt", ".lock", "timing.jsonl")
                                .contains(name)
                        || name.startsWith("manifest.")
                        || name.endsWith(".times.json");
                content.put(runs.relativize(file).toString(), timed ? "" : Sha256.of(file));
            }
        }
        return content;
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
