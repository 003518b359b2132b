package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.KilledDisk;
import org.gan4j.core.io.OutputDevice;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.training.StopRequest;
import org.gan4j.experiments.cli.Framework;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.Progress;
import org.gan4j.experiments.plan.RunningCode;
import org.gan4j.experiments.store.CodeFingerprint;
import org.gan4j.experiments.store.ExperimentDirectory;
import org.gan4j.experiments.store.RunVerification;
import org.gan4j.experiments.training.TrainingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed at any operation on the disk, from its start to its end: the run goes on to the same bytes. */
class KillPointsTest {
    private static final String SELECTING = """
            type: training
            seeds: [7]
            run:
              data: {type: ring, standardDeviation: 0.05}
              game:
                type: adversarial
                generator: {type: mlp, hidden: [2]}
                discriminator: {type: mlp, hidden: [2]}
                loss: non-saturating
              scheme: simultaneous
              optimizers: {d: {type: adam, rate: 0.01}, g: {type: adam, rate: 0.01}}
              batchSize: 4
              length: 5
              intervals: {metrics: 2, samples: 4, checkpoints: 2}
              evaluators: [{type: modes, samples: 10}]
              selection: {every: 1, measure: {type: parzen, samples: 10, validationPoints: 5, testPoints: 5}}
            """;

    @TempDir
    private Path directory;

    private final ConfigurationReader reader =
            Framework.of(List.of(), List.of()).reader();

    @Test
    void aSelectionThatIsKilledAnywhere() throws IOException {
        killedAnywhere(SELECTING, 1, "metrics.jsonl", "selection.jsonl", "result.json", "manifest.json");
    }

    @Test
    void aRunShorterThanItsIntervalsThatIsKilledAnywhere() throws IOException {
        String text = SELECTING
                .replaceFirst(" *selection:.*\n", "")
                .replace("metrics: 2, samples: 4", "metrics: 9, samples: 9");
        assertThat(text).doesNotContain("selection");
        killedAnywhere(text, 3, "metrics.jsonl", "result.json", "manifest.json");
    }

    private void killedAnywhere(String text, int stride, String... files) throws IOException {
        Path whole = directory.resolve("whole");
        KilledDisk disk = new KilledDisk(Long.MAX_VALUE);
        run(text, whole, disk);
        SortedMap<String, String> expected = content(whole);
        for (String file : files) {
            assertThat(expected.keySet()).anyMatch(name -> name.endsWith("/" + file));
        }
        long operations = disk.operations();
        assertThat(operations).isGreaterThan(50);
        for (long killed = 0; killed < operations; killed += stride) {
            Path runs = directory.resolve("killed-" + killed);
            KilledDisk dying = new KilledDisk(killed);
            assertThat(catchThrowable(() -> run(text, runs, dying)))
                    .as("killed at operation %d", killed)
                    .isInstanceOf(KilledDisk.Killed.class);
            run(text, runs, OutputDevice.disk());
            assertThat(content(runs))
                    .as("killed at operation %d of %d, %s", killed, operations, dying.last())
                    .isEqualTo(expected);
            assertThat(RunVerification.of(only(runs)).damages()).isEmpty();
        }
    }

    @SuppressWarnings("unchecked")
    private void run(String text, Path runs, OutputDevice device) {
        Configuration<Experiment<TrainingResult>> experiment = reader.parse(
                text, "tiny.yaml", List.of(), (Class<Experiment<TrainingResult>>) (Class<?>) Experiment.class);
        Surroundings surroundings = new Surroundings(
                new FileStore(device),
                runs,
                new DataDirectory(directory.resolve("data")),
                Progress.silent(),
                new StopRequest());
        new ExperimentRunner(reader, surroundings, RunningCode.of(new CodeFingerprint(Collections.emptySortedMap())))
                .run("tiny", experiment, ResumePolicy.STRICT);
    }

    private static Path only(Path runs) throws IOException {
        try (Stream<Path> found = Files.list(
                ExperimentDirectory.latest(runs, "tiny").orElseThrow().path())) {
            List<Path> directories = found.filter(Files::isDirectory).toList();
            assertThat(directories).hasSize(1);
            return directories.get(0);
        }
    }

    /** Digests of all files, leftovers too; of those that hold wall times, only that they are there. */
    private static SortedMap<String, String> content(Path runs) throws IOException {
        SortedMap<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(runs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                boolean timed =
                        List.of("run.json", "log.txt", ".lock", "timing.jsonl").contains(name)
                                || name.endsWith(".times.json");
                content.put(runs.relativize(file).toString(), timed ? "" : Sha256.of(file));
            }
        }
        return content;
    }
}
