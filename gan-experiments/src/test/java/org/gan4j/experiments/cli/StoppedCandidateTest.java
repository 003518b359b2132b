package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.training.StopRequest;
import org.gan4j.eval.EvaluationStopped;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.InterruptedRun;
import org.gan4j.experiments.job.Progress;
import org.gan4j.experiments.plan.RunningCode;
import org.gan4j.experiments.run.ExperimentRunner;
import org.gan4j.experiments.run.ResumePolicy;
import org.gan4j.experiments.run.Surroundings;
import org.gan4j.experiments.store.CodeFingerprint;
import org.gan4j.experiments.training.TrainingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stop cuts a candidate short; its step is kept, and the run goes on to the bytes of one that was never stopped. */
class StoppedCandidateTest {
    private static final int LENGTH = 12;
    private static final String CONFIGURATION = Desk.TINY
                    .replace("length: 3", "length: " + LENGTH)
                    .replace("metrics: 1, samples: 100, checkpoints: 2", "metrics: 1, samples: 3, checkpoints: 6")
            + "  selection: {every: 2, patience: 5, measure: {type: parzen, samples: 50, validationPoints: 50,"
            + " testPoints: 50}}\n";

    @TempDir
    private Path directory;

    /** Of these steps one has a candidate only, one a picture and a checkpoint as well, one is the last. */
    @ParameterizedTest
    @ValueSource(ints = {4, 6, LENGTH})
    void aRunStoppedAtACandidateGoesOnToTheSameBytes(int step) throws IOException {
        run("whole", LENGTH + 1);
        InterruptedRun interrupted = catchThrowableOfType(InterruptedRun.class, () -> run("stopped", step));
        assertThat(interrupted.step()).isEqualTo(step);
        assertThat(interrupted).hasCauseInstanceOf(EvaluationStopped.class);
        Path run = only("stopped");
        assertThat(Files.readAllLines(run.resolve("selection.jsonl"))).hasSize(step / 2 - 1);
        assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(step);
        assertThat(run.resolve("checkpoints").resolve(String.format("step-%010d.npz", step)))
                .exists();

        assertThat(catchThrowableOfType(InterruptedRun.class, () -> run("stopped", 0))
                        .step())
                .isGreaterThanOrEqualTo(step);
        run("stopped", LENGTH + 1);

        assertThat(Files.readAllLines(run.resolve("selection.jsonl"))).hasSize(LENGTH / 2);
        SortedMap<String, String> whole = Desk.content(directory.resolve("whole"));
        assertThat(Desk.content(directory.resolve("stopped")))
                .hasSizeGreaterThan(8)
                .isEqualTo(whole);
    }

    @Test
    void aStopBetweenCandidatesIsAsBefore() throws IOException {
        InterruptedRun interrupted = catchThrowableOfType(InterruptedRun.class, () -> run("stopped", 5));
        assertThat(interrupted.step()).isEqualTo(5);
        assertThat(interrupted).hasNoCause();
        assertThat(Files.readAllLines(only("stopped").resolve("selection.jsonl")))
                .hasSize(2);
    }

    private Path only(String runs) throws IOException {
        try (Stream<Path> found = Files.walk(directory.resolve(runs))) {
            return found.filter(file -> file.endsWith("selection.jsonl"))
                    .map(Path::getParent)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Runs the experiment, and asks it to stop after a step, before the candidate of that step. */
    @SuppressWarnings("unchecked")
    private void run(String runs, long last) {
        ConfigurationReader reader = Framework.of(List.of(), List.of()).reader();
        Configuration<Experiment<TrainingResult>> experiment =
                reader.parse(CONFIGURATION, "stopped.yaml", List.of(), (Class<Experiment<TrainingResult>>)
                        (Class<?>) Experiment.class);
        StopRequest stop = new StopRequest();
        Surroundings surroundings = new Surroundings(
                new FileStore(),
                directory.resolve(runs),
                new DataDirectory(directory.resolve("data")),
                new Stopping(stop, last),
                stop);
        new ExperimentRunner(reader, surroundings, RunningCode.of(new CodeFingerprint(Collections.emptySortedMap())))
                .run("stopped", experiment, ResumePolicy.STRICT);
    }

    private record Stopping(StopRequest stop, long last) implements Progress {
        @Override
        public void begin(String what, long fromStep, long toStep) {
            if (last == 0) {
                stop.request();
            }
        }

        @Override
        public void step(long step, SortedMap<String, Double> numbers) {
            if (step >= last) {
                stop.request();
            }
        }

        @Override
        public void end(String outcome) {}

        @Override
        public void message(String line) {}
    }
}
