package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.KilledDisk;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.training.StopRequest;
import org.gan4j.experiments.cli.Framework;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.Progress;
import org.gan4j.experiments.plan.RunningCode;
import org.gan4j.experiments.store.CodeFingerprint;
import org.gan4j.experiments.store.Manifest;
import org.gan4j.experiments.store.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed at any operation of a rerun: the next one goes on from the old run, whole, or from none of it. */
class KilledExperimentTest {
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

    /** Result of the run that is thrown away: no run of this configuration can have it. */
    private static final String OLD = "{\n  \"steps\": 99,";

    @TempDir
    private Path directory;

    private final ConfigurationReader reader =
            Framework.of(List.of(), List.of()).reader();

    @SuppressWarnings("unchecked")
    private final Configuration<Experiment<Record>> experiment =
            reader.parse(TINY, "tiny.yaml", List.of(), (Class<Experiment<Record>>) (Class<?>) Experiment.class);

    private void run(Path runs, KilledDisk disk, ResumePolicy policy) {
        Surroundings surroundings = new Surroundings(
                new FileStore(disk),
                runs,
                new DataDirectory(directory.resolve("data")),
                Progress.silent(),
                new StopRequest());
        RunningCode code = RunningCode.of(new CodeFingerprint(Collections.emptySortedMap()));
        new ExperimentRunner(reader, surroundings, code).run("tiny", experiment, policy);
    }

    private static KilledDisk never() {
        return new KilledDisk(Long.MAX_VALUE);
    }

    /** Whatever is there afterwards is the old run, whole, or a part of the new one; never a part of the old one. */
    @Test
    void aRerunKilledAtAnyOperation() throws IOException {
        Path whole = directory.resolve("whole");
        run(whole, never(), ResumePolicy.STRICT);
        SortedMap<String, String> expected = content(whole);
        ResumePolicy rerun = new ResumePolicy(true, false);
        Path counted = old("counted");
        KilledDisk counting = never();
        run(counted, counting, rerun);
        int resurrected = 0;
        for (long at = 0; at < counting.operations(); at++) {
            Path runs = old("killed-" + at);
            killed(runs, at, rerun);
            boolean isOld = isOld(runs);
            run(runs, never(), ResumePolicy.STRICT);
            assertThat(isOld(runs)).as("killed at operation %d", at).isEqualTo(isOld);
            if (isOld) {
                resurrected++;
            } else {
                assertThat(content(runs)).as("killed at operation %d", at).isEqualTo(expected);
            }
            delete(runs);
        }
        assertThat(resurrected)
                .as("kills before the old run was renamed away")
                .isPositive()
                .isLessThan((int) counting.operations() / 2);
    }

    /** A finished run of which can be told that it is not a new one. */
    private Path old(String name) throws IOException {
        Path runs = directory.resolve(name);
        run(runs, never(), ResumePolicy.STRICT);
        Path result = result(runs);
        Files.writeString(result, Files.readString(result).replace("{\n  \"steps\": 2,", OLD));
        Manifest.write(new RunDirectory(Objects.requireNonNull(result.getParent()), new FileStore()));
        return runs;
    }

    private static boolean isOld(Path runs) throws IOException {
        Path result = result(runs);
        return Files.exists(result) && Files.readString(result).startsWith(OLD);
    }

    private static Path result(Path runs) throws IOException {
        try (Stream<Path> files = Files.walk(runs, 3)) {
            return files.filter(file ->
                            file.endsWith("result.json") && !file.toString().contains(".discarded-"))
                    .findFirst()
                    .orElse(runs.resolve("no result"));
        }
    }

    private void killed(Path runs, long at, ResumePolicy policy) {
        assertThat(catchThrowable(() -> run(runs, new KilledDisk(at), policy)))
                .as("killed at operation %d", at)
                .isInstanceOf(KilledDisk.Killed.class);
    }

    /** Every file, leftovers too; of those that tell times the name only. */
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

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
