package org.gan4j.experiments.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.gan4j.core.io.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose files have been changed does not go on, and says which; left alone, it ends with the same bytes. */
class ProvenRunTest {
    private static final String RUN = "DIR/runs/proven-HASH/non-saturating-ring-s7-HASH";
    private static final String LAST = RUN + "/checkpoints/step-0000000020.npz";
    private static final String END = "checkpoints/step-0000000030.npz";
    private static final String NONE = "make the run again with gan run ... --rerun: no earlier checkpoint fits.\n";

    @TempDir
    private Path directory;

    private Desk desk;
    private Path run;
    private SortedMap<String, String> whole;
    private byte[] end;

    /** A run of 30 steps, as a process leaves it that is killed after step 20. */
    @BeforeEach
    void stopAfterStep20() throws IOException {
        desk = new Desk(directory);
        desk.write("proven.yaml", """
                type: training
                seeds: [7]
                run:
                  data: {type: ring, standardDeviation: 0.05}
                  game:
                    type: adversarial
                    generator: {type: mlp, hidden: [4]}
                    discriminator: {type: mlp, hidden: [4]}
                    loss: non-saturating
                  optimizers: {d: {type: adam, rate: 1e-2}, g: {type: adam, rate: 1e-2}}
                  batchSize: 8
                  length: 30
                  intervals: {metrics: 5, samples: 10, checkpoints: 10}
                  evaluators: [{type: modes, samples: 50}]
                  selection: {every: 4, measure: {type: parzen, samples: 50, validationPoints: 20, testPoints: 20}}
                """);
        desk.gan("run", "DIR/proven.yaml").isDone();
        run = desk.onlyRun("proven");
        whole = Desk.content(run);
        end = Files.readAllBytes(run.resolve(END));
        for (String name : List.of("result.json", "manifest.json", END)) {
            Files.delete(run.resolve(name));
        }
    }

    private Desk.Outcome goOn() {
        return desk.gan("run", "DIR/proven.yaml");
    }

    private void isRefused(String problems, String fix) throws IOException {
        SortedMap<String, String> before = Desk.content(run);
        goOn().isRefused(
                        ExitCode.CHECKPOINT,
                        LAST + ": files of the run are not what they were when it was saved:\n" + problems
                                + "Restore them, or " + fix);
        assertThat(Desk.content(run)).isEqualTo(before);
    }

    private String missing(String name, long bytes) {
        return "  " + RUN + "/" + name + ": it is missing, and had " + bytes + " bytes\n";
    }

    private static long bytesOfLines(Path file, int first) throws IOException {
        return Files.readAllLines(file).subList(0, first).stream()
                .mapToLong(line -> line.length() + 1)
                .sum();
    }

    @Test
    void leftAloneItEndsWithTheBytesOfOneThatWasNotStopped() throws IOException {
        goOn().isDone();
        assertThat(Desk.content(run)).isEqualTo(whole);
    }

    /** Of metrics there are lines of steps 1, 5, 10, 15 and 20; of candidates those of 4, 8, 12, 16 and 20. */
    @Test
    void emptyLogsAreRefused() throws IOException {
        Path metrics = run.resolve("metrics.jsonl");
        Path selection = run.resolve("selection.jsonl");
        long numbers = bytesOfLines(metrics, 5);
        long candidates = bytesOfLines(selection, 5);
        Files.writeString(metrics, "");
        Files.writeString(selection, "");
        isRefused(
                "  " + RUN + "/metrics.jsonl: it has 0 bytes, and had " + numbers + "\n  " + RUN
                        + "/selection.jsonl: it has 0 bytes, and had " + candidates + "\n",
                NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics.jsonl", "selection.jsonl", "timing.jsonl", "events.out.tfevents.0000000000.gan4j"})
    void oneBitOfALogIsNoticedAndCutsNothing(String name) throws IOException {
        Path file = run.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[3] ^= 1;
        Files.write(file, bytes);
        SortedMap<String, String> before = Desk.content(run);
        Desk.Outcome outcome = goOn();
        outcome.isRefused(ExitCode.CHECKPOINT, outcome.err());
        assertThat(outcome.err())
                .startsWith(LAST + ": files of the run are not what they were when it was saved:\n  " + RUN + "/" + name
                        + ": the first ")
                .contains(" bytes are others than then: their SHA-256 begins with ")
                .endsWith("Restore them, or " + NONE);
        assertThat(Desk.content(run)).isEqualTo(before);
        assertThat(file).hasBinaryContent(bytes);

        bytes[3] ^= 1;
        Files.write(file, bytes);
        goOn().isDone();
        assertThat(Desk.content(run)).isEqualTo(whole);
    }

    @Test
    void whatWasWrittenAfterTheCheckpointMayBeAnything() throws IOException {
        Path metrics = run.resolve("metrics.jsonl");
        long kept = bytesOfLines(metrics, 5);
        byte[] bytes = Files.readAllBytes(metrics);
        assertThat(kept).isLessThan(bytes.length);
        for (int i = Math.toIntExact(kept); i < bytes.length; i++) {
            bytes[i] = '{';
        }
        Files.write(metrics, bytes);
        goOn().isDone();
        assertThat(Desk.content(run)).isEqualTo(whole);
    }

    @Test
    void aSelectedGeneratorThatIsMissingOrOtherIsNoticedBeforeTraining() throws IOException {
        Path selected = Desk.selected(run);
        byte[] bytes = Files.readAllBytes(selected);
        Files.delete(selected);
        isRefused(missing(String.valueOf(selected.getFileName()), bytes.length), NONE);

        String text = new String(bytes, ISO_8859_1);
        Files.write(selected, text.replace("parameters/", "pavameters/").getBytes(ISO_8859_1));
        Desk.Outcome outcome = goOn();
        outcome.isRefused(ExitCode.CHECKPOINT, outcome.err());
        assertThat(outcome.err()).contains(selected.getFileName() + ": its " + bytes.length + " bytes are others");

        Files.write(selected, bytes);
        goOn().isDone();
        assertThat(Desk.content(run)).isEqualTo(whole);
    }

    /** Without a manifest, as long as the run is not finished, names, shapes and types are compared all the same. */
    @Test
    void aSelectedGeneratorOfOtherNamesIsNotSampledFrom() throws IOException {
        Path selected = Desk.selected(run);
        String text = Files.readString(selected, ISO_8859_1);
        Files.writeString(selected, text.replace("parameters/output.weight", "pavameters/output.weight"), ISO_8859_1);
        desk.gan("sample", run.toString(), "--state=selected", "--out", "DIR/x.npz")
                .isRefused(ExitCode.CHECKPOINT, RUN + "/" + selected.getFileName() + """
                        : it holds other networks than those of this run:
                          parameters/output.weight: missing in the file, [4, 2] in this run
                          pavameters/output.weight: [4, 2] in the file, missing in this run
                        Restore the file, or make the run again with gan run ... --rerun.
                        """);
        Files.writeString(selected, text, ISO_8859_1);
        desk.gan("sample", run.toString(), "--state=selected", "--out", "DIR/x.npz")
                .isDone();
    }

    /** A candidate that was better and later than the checkpoint has its own file, which is written again. */
    @Test
    void aSelectedGeneratorThatIsLaterThanTheCheckpointDoesNoHarm() throws IOException {
        byte[] bytes = Files.readAllBytes(Desk.selected(run));
        Files.write(run.resolve("selected-0000000024.npz"), bytes);
        Files.write(run.resolve("selected-0000000003.npz"), bytes);
        goOn().isDone();
        assertThat(Desk.content(run)).isEqualTo(whole);
    }

    @Test
    void anEarlierCheckpointThatFitsIsNamed() throws IOException {
        Files.write(run.resolve(END), end);
        Path selection = run.resolve("selection.jsonl");
        long candidates = Files.size(selection);
        List<String> lines = Files.readAllLines(selection).subList(0, 5);
        Files.writeString(selection, String.join("\n", lines) + "\n");
        long left = Files.size(selection);
        assertThat(left).isLessThan(candidates);
        SortedMap<String, String> before = Desk.content(run);
        goOn().isRefused(
                        ExitCode.CHECKPOINT,
                        RUN + "/" + END + ": files of the run are not what they were when it was saved:\n  " + RUN
                                + "/selection.jsonl: it has " + left + " bytes, and had " + candidates
                                + "\nRestore them, or go on from the earlier checkpoint " + LAST
                                + ", which they fit: delete " + RUN + "/" + END + ".\n");
        assertThat(Desk.content(run)).isEqualTo(before);
        Files.delete(run.resolve(END));
        goOn().isDone();
        assertThat(Desk.content(run)).isEqualTo(whole);
    }
}
