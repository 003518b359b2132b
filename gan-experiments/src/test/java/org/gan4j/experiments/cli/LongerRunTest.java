package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.gan4j.core.io.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A finished run trained longer has the bytes of one that was that long. */
class LongerRunTest {
    private static final String RUN = """
            type: training
            seeds: [7]
            run:
              data: {type: ring, standardDeviation: 0.05}
              game:
                type: adversarial
                generator: {type: mlp, hidden: [2]}
                discriminator: {type: mlp, hidden: [2]}
                loss: non-saturating
              optimizers:
                d: {type: adam, rate: {type: geometric, start: 1e-2, factor: 0.99, floor: 1e-4}}
                g: {type: adam, rate: 1e-2}
              averages: {g: {type: exponential, decay: 0.9}}
              batchSize: 4
              length: 11
              intervals: {metrics: 4, samples: 5, checkpoints: 4}
              evaluators: [{type: modes, samples: 50}]
              selection: {every: 3, measure: {type: parzen, samples: 20, validationPoints: 20, testPoints: 20}}
            """;

    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        desk = new Desk(directory);
        desk.write("own.yaml", RUN);
    }

    /** The shorter length lies on an interval or not, is below all intervals, and is near the longer one or far from it. */
    @ParameterizedTest
    @CsvSource({"11, 12", "11, 13", "11, 31", "12, 13", "12, 24", "3, 4", "3, 30", "1, 2", "20, 21"})
    void aRunTrainedLongerIsOneThatWasThatLong(int shorter, int longer) throws IOException {
        desk.gan("run", "DIR/own.yaml", "run.length=" + shorter).isDone();
        SortedMap<String, String> before = Desk.content(desk.home("own"));
        Desk.Outcome resumed =
                desk.gan("resume", "own/s7", "run.length=" + longer).isDone();
        assertThat(resumed.err()).contains("The run is DIR/runs/own-HASH/non-saturating-ring-s7-HASH. To make a table");
        assertThat(Desk.content(desk.home("own"))).isEqualTo(before);
        desk.gan("run", "DIR/own.yaml", "run.length=" + longer, "--runs-dir", "DIR/whole")
                .isDone();
        Desk.Outcome table =
                desk.gan("run", "DIR/own.yaml", "run.length=" + longer).isDone();
        assertThat(table.err()).contains("finished before");
        assertThat(Desk.content(desk.home("own")))
                .isEqualTo(
                        Desk.content(desk.path("whole").resolve(desk.home("own").getFileName())));
        assertThat(desk.gan("verify", desk.home("own").toString()).isDone().out())
                .contains("finished; ");
        assertThat(desk.gan("resume", "own/s7", "run.length=" + longer).isDone().err())
                .contains("finished before");
    }

    @Test
    void whatCannotBeTrainedLongerIsRefused() throws IOException {
        desk.gan("run", "DIR/own.yaml").isDone();
        Path run = desk.onlyRun("own");
        SortedMap<String, String> before = Desk.content(directory);
        String name = "DIR/runs/own-HASH/non-saturating-ring-s7-HASH: ";
        desk.gan("resume", "own/s7", "run.length=5")
                .isRefused(
                        ExitCode.USAGE,
                        name + "it has taken 11 steps, and the length wanted is 5. Give a greater length.\n");
        desk.gan("resume", "own/s7", "run.length=20", "run.batchSize=8")
                .isRefused(
                        ExitCode.USAGE,
                        name
                                + "a run that goes on may have another length, and nothing else that is another. Start a new"
                                + " run for other settings: from its weights with run.from, or from the beginning.\n");
        assertThat(desk.gan("resume", "own/s7", "run.lenght=20").err()).contains("did you mean \"length\"?");
        assertThat(Desk.content(directory)).isEqualTo(before);
        Files.writeString(run.resolve("metrics.jsonl"), "");
        assertThat(desk.gan("resume", "own/s7", "run.length=20").err())
                .contains("/metrics.jsonl: it is not what the run has left: ");
        assertThat(desk.path("runs").toFile().list()).hasSize(2);
        Files.delete(run.resolve("manifest.json"));
        desk.gan("resume", "own/s7", "run.length=20")
                .isRefused(
                        ExitCode.CHECKPOINT,
                        name + "this run is not finished. Finish it first: gan resume"
                                + " DIR/runs/own-HASH/non-saturating-ring-s7-HASH.\n");
    }
}
