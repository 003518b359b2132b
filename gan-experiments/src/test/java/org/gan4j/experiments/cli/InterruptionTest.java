package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gan4j.core.io.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run that is asked to stop saves its state, says so, and goes on to the bytes of one that was never stopped. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "SIGTERM")
class InterruptionTest {
    private static final int STEPS = 1000;

    @TempDir
    private Path directory;

    @Test
    void aTerminatedRunSavesItsStateAndGoesOn() throws IOException, InterruptedException {
        Desk desk = new Desk(directory);
        String text = Desk.TINY
                .replace("length: 3", "length: " + STEPS)
                .replace("metrics: 1, samples: 100, checkpoints: 2", "metrics: 10, samples: 9999, checkpoints: 9999");
        desk.write("long.yaml", text);
        Path out = desk.path("out");
        Path err = desk.path("err");
        Process process = Desk.process(
                        "run", desk.path("long.yaml").toString(), "--json", "--runs-dir=" + desk.path("runs"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        while (process.isAlive() && !hasMetrics(desk.path("runs"))) {
            Thread.sleep(2);
        }
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(err))
                .containsPattern("\ninterrupted; the checkpoint of step [0-9]+ is saved\\. Give the same command again"
                        + " to go on\\.\n$");
        assertThat(out).isEmptyFile();
        assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED.code());
        assertThat(Files.readString(desk.onlyRun("long").resolve("run.json"))).contains("\"interrupted\"");

        Desk.Outcome resumed = desk.gan("run", "DIR/long.yaml").isDone();
        assertThat(resumed.err()).contains("(resuming at step ");
        desk.gan("run", "DIR/long.yaml", "--runs-dir", "DIR/whole").isDone();
        assertThat(Desk.content(desk.path("runs")))
                .as("all files, the checkpoint before the last included")
                .isEqualTo(Desk.content(desk.path("whole")));
    }

    /** A stop while evaluators measure ends at once; going on evaluates anew, without a step more. */
    @Test
    void aStopWhileEvaluatingEndsAtOnceAndIsMadeGood() throws IOException, InterruptedException {
        Desk desk = new Desk(directory);
        String measure = "{type: parzen, samples: 4000, validationPoints: 1000, testPoints: 4000}";
        String evaluators = String.join(", ", Collections.nCopies(30, measure));
        desk.write("long.yaml", Desk.TINY.replace("{type: modes, samples: 50}", evaluators));
        Path err = desk.path("err");
        Process process = Desk.process("run", desk.path("long.yaml").toString(), "--runs-dir=" + desk.path("runs"))
                .redirectOutput(desk.path("out").toFile())
                .redirectError(err.toFile())
                .start();
        while (process.isAlive() && !evaluates(desk.path("runs"))) {
            Thread.sleep(2);
        }
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(ExitCode.INTERRUPTED.code());
        assertThat(Files.readString(err)).contains("\ninterrupted; the checkpoint of step 3 is saved.");
        Path run = desk.onlyRun("long");
        assertThat(Files.readString(run.resolve("run.json"))).contains("\"interrupted\"");
        assertThat(run.resolve("result.json")).doesNotExist();

        assertThat(desk.gan("run", "DIR/long.yaml").isDone().err()).contains("(resuming at step 3");
        desk.gan("run", "DIR/long.yaml", "--runs-dir", "DIR/whole").isDone();
        assertThat(run.resolve("result.json")).exists();
        assertThat(Desk.content(desk.path("runs"))).isEqualTo(Desk.content(desk.path("whole")));
    }

    private static boolean evaluates(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(runs)) {
            for (Path log : files.filter(file -> file.endsWith("log.txt")).toList()) {
                if (Files.readString(log).contains("evaluating")) {
                    return true;
                }
            }
            return false;
        } catch (UncheckedIOException | NoSuchFileException vanished) {
            return false; // a temporary file was renamed while the tree was read
        }
    }

    private static boolean hasMetrics(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(runs)) {
            List<Path> metrics =
                    files.filter(file -> file.endsWith("metrics.jsonl")).toList();
            return !metrics.isEmpty() && Files.size(metrics.get(0)) > 0;
        } catch (UncheckedIOException | NoSuchFileException vanished) {
            return false; // a temporary file was renamed while the tree was read
        }
    }
}
