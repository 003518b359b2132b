package org.gan4j.experiments.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.core.io.FileStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTimeTest {
    @TempDir
    Path folder;

    /** 200 steps in 0.6 s, then, resumed from step 200, 400 steps in 1.4 s: the last line of each session counts. */
    @Test
    void addsTheSessionsOfAResumedRun() throws IOException {
        Files.writeString(folder.resolve("timing.jsonl"), """
                {"step":100,"session-first-step":0,"session-seconds":0.25}
                {"step":200,"session-first-step":0,"session-seconds":0.6}
                {"step":300,"session-first-step":200,"session-seconds":0.5}
                {"step":600,"session-first-step":200,"session-seconds":1.4}
                """);
        TrainingTime time = TrainingTime.of(new RunDirectory(folder, new FileStore()));
        assertThat(time.steps()).isEqualTo(600);
        assertThat(time.seconds()).isCloseTo(2, within(1e-12));
        assertThat(time.millisecondsPerStep().orElseThrow()).isCloseTo(2000 / 600.0, within(1e-12));
    }

    @Test
    void knowsNothingOfARunWithoutMetrics() {
        TrainingTime time = TrainingTime.of(new RunDirectory(folder, new FileStore()));
        assertThat(time.steps()).isZero();
        assertThat(time.millisecondsPerStep()).isEmpty();
    }
}
