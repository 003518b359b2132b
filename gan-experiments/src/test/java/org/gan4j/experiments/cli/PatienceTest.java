package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.FileStore;
import org.gan4j.experiments.store.ExperimentDirectory;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunStatus;
import org.gan4j.experiments.training.TrainingResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose selection has patience ends when the measure has ceased to improve, and says so. */
class PatienceTest {
    private static final int LENGTH = 200;
    private static final int PATIENCE = 3;
    private static final int EVERY = 2;

    @TempDir
    private Path directory;

    private Desk desk;
    private Path run;
    private Desk.Outcome outcome;

    @BeforeEach
    void train() throws IOException {
        desk = new Desk(directory);
        desk.write(
                "patient.yaml",
                Desk.TINY
                                .replace("length: 3", "length: " + LENGTH)
                                .replace(
                                        "metrics: 1, samples: 100, checkpoints: 2",
                                        "metrics: 1, samples: 100, checkpoints: 3")
                        + "  selection: {every: " + EVERY + ", patience: " + PATIENCE
                        + ", measure: {type: parzen, samples: 50, validationPoints: 50, testPoints: 50}}\n");
        outcome = desk.gan("run", "DIR/patient.yaml").isDone();
        run = desk.onlyRun("patient");
    }

    private TrainingResult result() {
        RunDirectory files = new RunDirectory(run, new FileStore());
        return files.read(files.result(), TrainingResult.class);
    }

    /** The best candidate is followed by as many that are not better as there is patience, and by no step more. */
    @Test
    void itEndsAfterTheLastCandidateOfItsPatience() throws IOException {
        TrainingResult result = result();
        long best = result.selection().orElseThrow().step();
        long end = best + PATIENCE * EVERY;
        assertThat(result.steps()).isEqualTo(end).isLessThan(LENGTH);
        List<String> candidates = Files.readAllLines(run.resolve("selection.jsonl"));
        assertThat(candidates).hasSize((int) end / EVERY);
        double highest = value(candidates.get((int) best / EVERY - 1));
        for (String later : candidates.subList((int) best / EVERY, candidates.size())) {
            assertThat(value(later)).isLessThanOrEqualTo(highest);
        }
        assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize((int) end);
        assertThat(result.divergence()).isEmpty();
        assertThat(result.evaluations()).extracting(e -> e.step()).containsExactly(end, best);
    }

    @Test
    void theResultTheTableThePageAndTheLineSaySo() throws IOException {
        TrainingResult.StoppedEarly early = result().stoppedEarly().orElseThrow();
        assertThat(early.step()).isEqualTo(result().steps());
        assertThat(early.of()).isEqualTo(LENGTH);
        long best = result().selection().orElseThrow().step();
        String words = "stopped early at step " + early.step() + " of 200: 3 candidates after that of step " + best
                + " did not improve Parzen log-likelihood of validation images [0, 50) of ring under 50 samples";
        assertThat(early.words()).isEqualTo(words);
        assertThat(outcome.err()).contains("non-saturating-ring-s7: " + words + "\n");
        assertThat(outcome.out()).contains("Seed 7 " + words + ".");
        assertThat(Files.readString(run.resolve("log.txt")))
                .containsOnlyOnce(words)
                .endsWith(words + "\n");
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("stopped early", "step " + early.step() + " of 200: 3 candidates after");
        RunStatus status = RunStatus.read(new RunDirectory(run, new FileStore()));
        assertThat(status.status()).isEqualTo(RunStatus.Status.COMPLETED);
    }

    /** As a kill leaves it after any checkpoint that is kept, the last one included: then nothing is left to train. */
    @Test
    void aRunThatWasKilledEndsWhereItWouldHaveEnded() throws IOException {
        SortedMap<String, String> whole = Desk.content(directory.resolve("runs"));
        List<Path> checkpoints;
        try (Stream<Path> found = Files.list(run.resolve("checkpoints"))) {
            checkpoints = found.filter(file -> file.toString().endsWith(".npz"))
                    .sorted()
                    .toList();
        }
        assertThat(checkpoints).hasSize(2);
        Files.delete(run.resolve("result.json"));
        Desk.Outcome evaluated = desk.gan("run", "DIR/patient.yaml").isDone();
        assertThat(evaluated.err()).contains("(resuming at step " + result().steps() + ")");
        assertThat(Desk.content(directory.resolve("runs"))).isEqualTo(whole);

        Files.delete(run.resolve("result.json"));
        Files.delete(checkpoints.get(1));
        desk.gan("run", "DIR/patient.yaml").isDone();
        assertThat(Desk.content(directory.resolve("runs"))).isEqualTo(whole);
    }

    /** Beyond the step at which less patience ends. */
    @Test
    void patienceThatIsNotUsedUpChangesNothing() throws IOException {
        String length = "run.length=" + (result().steps() + EVERY);
        for (String patience : List.of("100", "null")) {
            String runs = "DIR/patience-" + patience;
            desk.gan("run", "DIR/patient.yaml", length, "run.selection.patience=" + patience, "--runs-dir", runs)
                    .isDone();
        }
        for (String name : List.of("metrics.jsonl", "selection.jsonl", "result.json")) {
            assertThat(only("patience-100").resolve(name))
                    .hasSameBinaryContentAs(only("patience-null").resolve(name));
        }
        assertThat(Desk.selected(only("patience-100"))).hasSameBinaryContentAs(Desk.selected(only("patience-null")));
        assertThat(Files.readString(only("patience-100").resolve("result.json")))
                .doesNotContain("stoppedEarly");
    }

    private Path only(String runs) throws IOException {
        try (Stream<Path> found = Files.list(ExperimentDirectory.latest(desk.path(runs), "patient")
                .orElseThrow()
                .path())) {
            return found.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static double value(String line) {
        Map<String, ?> values = Json.parse(line, "selection.jsonl");
        return values.get("value") instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
