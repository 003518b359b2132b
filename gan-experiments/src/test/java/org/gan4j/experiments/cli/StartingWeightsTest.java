package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.io.npy.NpzReader;
import org.gan4j.core.io.npy.NpzWriter;
import org.gan4j.experiments.store.ExperimentDirectory;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunInputs;
import org.gan4j.experiments.store.RunStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that starts from the weights of another: what it takes, what it is called, and what it refuses. */
class StartingWeightsTest {
    private static final String LABELLED = """
            type: training
            seeds: [7]
            run:
              data: {type: stroke-digits, train: 40, validation: 20, test: 10}
              game:
                type: adversarial
                generator: {type: dcgan-28-conditional, latent: {type: normal, size: 3}, dense: [], channels: [3, 2]}
                discriminator: {type: dcgan-28-conditional, channels: [2, 3], dense: [4]}
                loss: non-saturating
                labels: data
              optimizers: {d: {type: adam, rate: 2e-3}, g: {type: adam, rate: 2e-3}}
              averages: {g: {type: exponential, decay: 0.5}}
              batchSize: 4
              length: 4
              intervals: {metrics: 1, samples: 100, checkpoints: 2}
              evaluators: [{type: label-agreement, samples: 20, reference: 20}]
              selection: {every: 1, measure: {type: parzen, samples: 10, validationPoints: 20, testPoints: 10}}
            """;

    private static final String SELECTION =
            "{every: 1, measure: {type: parzen, samples: 50, validationPoints: 50, testPoints: 50}}";

    @TempDir
    private Path directory;

    private Desk desk;
    private Path source;

    /** The source keeps an average and selects a state. */
    @BeforeEach
    void train() throws IOException {
        desk = new Desk(directory);
        desk.write(
                "source.yaml",
                Desk.TINY + "  averages: {g: {type: exponential, decay: 0.5}}\n  selection: " + SELECTION + "\n");
        desk.gan("run", "DIR/source.yaml").isDone();
        source = desk.onlyRun("source");
    }

    /** Another loss and another optimizer, one step. */
    private Desk.Outcome tuned(Path from, String... more) throws IOException {
        desk.write(
                "tuned.yaml",
                Desk.TINY
                                .replace("loss: non-saturating", "loss: hinge")
                                .replace("type: sgd, rate: 1e-2", "type: adam, rate: 1e-3")
                                .replace("length: 3", "length: 1")
                        + "  averages: {g: {type: exponential, decay: 0.5}}\n"
                        + "  from: {run: " + from + "}\n");
        List<String> words = Stream.concat(Stream.of("run", "DIR/tuned.yaml"), Stream.of(more))
                .toList();
        return desk.gan(words.toArray(String[]::new));
    }

    private Path only(String... more) throws IOException {
        tuned(source, more).isDone();
        return desk.onlyRun("tuned");
    }

    @Test
    void aFinishedRunsWeightsAreWhereAnotherLossBegins() throws IOException {
        SortedMap<String, NpyArray> start = NpzReader.readAll(checkpoint(only(), 0));
        SortedMap<String, NpyArray> end = NpzReader.readAll(checkpoint(source, 3));
        int compared = 0;
        for (String name : start.keySet()) {
            if (name.startsWith("g/") || name.startsWith("d/")) {
                assertThat(floats(start, name)).as(name).containsExactly(floats(end, name));
                compared++;
            } else if (name.startsWith("average/")) {
                assertThat(floats(start, name))
                        .as(name)
                        .containsExactly(floats(end, name.substring("average/".length())));
            } else {
                assertThat(floats(start, name)).as(name).containsOnly(0);
            }
        }
        assertThat(compared).isGreaterThan(6);
    }

    @Test
    void theStateAndThePlayersAreChosen() throws IOException {
        SortedMap<String, NpyArray> fresh = NpzReader.readAll(checkpoint(source("length=1"), 0));
        SortedMap<String, NpyArray> last = NpzReader.readAll(checkpoint(source, 3));
        SortedMap<String, NpyArray> selected = NpzReader.readAll(Desk.selected(source));
        String weight = "g/hidden.0.weight";
        float[] averaged = floats(last, "average/" + weight);
        float[] best = floats(selected, "parameters/hidden.0.weight");
        assertThat(averaged).isNotEqualTo(floats(last, weight));
        assertThat(start("average", weight)).containsExactly(averaged);
        assertThat(start("selected", weight)).containsExactly(best);
        for (String state : List.of("average", "selected")) {
            String score = fresh.keySet().stream()
                    .filter(name -> name.startsWith("d/") && name.endsWith("weight"))
                    .findFirst()
                    .orElseThrow();
            assertThat(start(state, score))
                    .as("the discriminator's own first weights beside state " + state)
                    .containsExactly(floats(fresh, score));
        }
    }

    /** Batch statistics are buffers: an average has those of the last step, a candidate those of its own. */
    @Test
    void conditionalNetworksComeWithTheirBuffers() throws IOException {
        desk.write("labelled.yaml", LABELLED);
        desk.gan("run", "DIR/labelled.yaml").isDone();
        Path labelled = desk.onlyRun("labelled");
        SortedMap<String, NpyArray> last = NpzReader.readAll(checkpoint(labelled, 4));
        SortedMap<String, NpyArray> selected = NpzReader.readAll(Desk.selected(labelled));
        int compared = 0;
        for (String state : List.of("average", "selected")) {
            desk.write("more.yaml", LABELLED + "  from: {run: " + labelled + ", state: " + state + "}\n");
            desk.gan("run", "DIR/more.yaml", "run.game.loss=hinge", "run.length=1", "--runs-dir", "DIR/" + state)
                    .isDone();
            SortedMap<String, NpyArray> start = NpzReader.readAll(checkpoint(run(desk.path(state), "more"), 0));
            for (String name : start.keySet()) {
                String own = name.replace("buffers/g/", "");
                if (!own.equals(name)) {
                    float[] expected =
                            state.equals("average") ? floats(last, name) : floats(selected, "buffers/" + own);
                    assertThat(floats(start, name)).as(name).containsExactly(expected);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(3);
    }

    private float[] start(String state, String name) throws IOException {
        Path runs = desk.path("of-" + state);
        tuned(source, "run.from.state=" + state, "--runs-dir", runs.toString()).isDone();
        return floats(NpzReader.readAll(checkpoint(run(runs, "tuned"), 0)), name);
    }

    private Path source(String... changes) throws IOException {
        Path runs = desk.path("short");
        desk.gan("run", "DIR/source.yaml", "run." + changes[0], "--runs-dir", runs.toString())
                .isDone();
        return run(runs, "source");
    }

    @Test
    void theDigestIsTheIdentityAndThePathIsNot() throws IOException {
        Path run = only();
        String configuration = Files.readString(run.resolve("config.yaml"));
        assertThat(configuration).contains("run: \"" + source + "\"", "players: [d, g]", "sha256: ");
        RunInputs.Weights weights = RunStatus.read(new RunDirectory(run, new FileStore()))
                .inputs()
                .orElseThrow()
                .weights()
                .orElseThrow();
        assertThat(configuration).contains("sha256: \"" + weights.sha256() + "\"");
        assertThat(weights).extracting(RunInputs.Weights::state).isEqualTo("last");
        assertThat(Files.readString(run.resolve("report.html"))).contains(weights.sha256());

        Path moved = desk.path("moved");
        Files.move(source, moved);
        assertThat(tuned(moved).isDone().err()).contains("finished before");
        assertThat(desk.onlyRun("tuned")).isEqualTo(run);

        desk.gan("run", "DIR/source.yaml", "run.length=2", "--runs-dir", "DIR/two")
                .isDone();
        Files.move(moved, desk.path("away"));
        Files.move(run(desk.path("two"), "source"), moved);
        assertThat(tuned(moved).isDone().err()).doesNotContain("finished before");
        try (Stream<Path> homes = Files.list(desk.path("runs"))) {
            assertThat(homes.filter(home -> home.getFileName().toString().startsWith("tuned-")))
                    .as("directories of the experiment")
                    .hasSize(2);
        }
    }

    /** As a kill leaves it; what was taken is in the checkpoints by then. */
    @Test
    void aRunThatWasStoppedGoesOnWithoutTheRunThatItStartedFrom() throws IOException {
        tuned(source, "run.length=5").isDone();
        Path run = desk.onlyRun("tuned");
        SortedMap<String, String> whole = Desk.content(run);
        Files.delete(run.resolve("result.json"));
        Files.delete(checkpoint(run, 5));
        Files.move(source, desk.path("away"));
        desk.gan("resume", run.toString()).isDone();
        assertThat(Desk.content(run)).isEqualTo(whole);
        desk.gan("sample", run.toString(), "--out", "DIR/samples.npz").isDone();
    }

    @Test
    void networksThatDifferAreRefusedWithAllDifferencesBeforeAnythingIsTrained() throws IOException {
        Desk.Outcome outcome = tuned(source, "run.game.generator.hidden=[3]");
        String from = "DIR/runs/source-HASH/" + source.getFileName().toString().replaceAll("-s7-.*", "-s7-HASH");
        outcome.isRefusedInTheEnd(ExitCode.CHECKPOINT, """
                DIR/runs/tuned-HASH/hinge-ring-s7-HASH: the last weights of %1$s do not fit this run:
                  g/hidden.0.bias: [2] in %1$s, [3] in this run
                  g/hidden.0.weight: [2, 2] in %1$s, [2, 3] in this run
                  g/output.weight: [2, 2] in %1$s, [3, 2] in this run
                Give this run the networks of that one, or take other players with from.players.
                """.formatted(from));
        assertThat(desk.onlyRun("tuned").resolve("metrics.jsonl")).doesNotExist();
        tuned(source, "run.game.generator.hidden=[3]", "run.from.players=[d]", "--runs-dir", "DIR/other")
                .isDone();
    }

    @Test
    void whatCannotBeTakenIsRefusedWhereTheConfigurationAsksForIt() throws IOException {
        refused(
                desk.path("nowhere"),
                "from cannot be used: DIR/nowhere: no such directory. Name a directory like runs/EXPERIMENT/RUN.");
        refused(source, "from.players has \"x\", but the players are [d, g]", "run.from.players=[x]");
        refused(
                source,
                "from cannot be used: " + place(source) + ": state average has no weights of \"d\", but those of [g]."
                        + " Name other players with from.players, or another state with from.state.",
                "run.from.state=average",
                "run.from.players=[d]");
        Path plain = desk.tinyRun();
        refused(
                plain,
                "from cannot be used: " + place(plain) + ": the run has selected no state. Name another state with"
                        + " from.state, or another run.",
                "run.from.state=selected");
        refused(
                plain,
                "from cannot be used: " + place(plain) + ": the run keeps no averages. Name another state with"
                        + " from.state, or another run.",
                "run.from.state=average");
        assertThat(desk.path("runs").resolve("tuned.latest")).doesNotExist();
    }

    @Test
    void aSelectedStateWithAnArrayOfAnotherNameIsRefused() throws IOException {
        Files.delete(source.resolve("manifest.json")); // with it, no change at all is taken
        Path selected = Desk.selected(source);
        SortedMap<String, NpyArray> arrays = new TreeMap<>(NpzReader.readAll(selected));
        arrays.put("pavameters/output.weight", Objects.requireNonNull(arrays.remove("parameters/output.weight")));
        NpzWriter.write(new FileStore(), selected, arrays);
        refused(
                source,
                ".npz: the array pavameters/output.weight is none of a generator of this game, whose samples are"
                        + " made from [g].",
                "run.from.state=selected");
        arrays.remove("pavameters/output.weight");
        NpzWriter.write(new FileStore(), selected, arrays);
        Desk.Outcome missing = tuned(source, "run.from.state=selected");
        assertThat(missing.code()).isEqualTo(ExitCode.CHECKPOINT.code());
        assertThat(missing.err()).contains("g/output.weight: missing in ", "[2, 2] in this run");
    }

    @Test
    void otherWeightsThanThoseOfTheDigestAreRefused() throws IOException {
        String wrong = "0".repeat(64);
        Desk.Outcome early = tuned(source, "run.from.sha256=\"" + wrong + "\"");
        assertThat(early.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(early.err()).contains("the last weights of [d, g] have the SHA-256 ", "from.sha256 is " + wrong);
        Desk.Outcome late = tuned(source, "run.from.sha256=\"" + wrong + "\"", "run.from.players=[d, g]");
        assertThat(late.code()).isEqualTo(ExitCode.CHECKPOINT.code());
        assertThat(late.err())
                .contains("from.sha256 is " + wrong + ". Restore that run, or leave out from.sha256")
                .doesNotContain("\tat ");
        assertThat(Json.parse(Files.readString(desk.onlyRun("tuned").resolve("run.json")), "run.json"))
                .containsEntry("status", "failed");
    }

    private void refused(Path from, String message, String... more) throws IOException {
        Desk.Outcome outcome = tuned(from, more);
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
        assertThat(outcome.code()).isEqualTo(ExitCode.CONFIGURATION.code());
    }

    private String place(Path run) {
        return run.toString().replace(directory.toString(), "DIR").replaceAll("-[0-9a-f]{16}(?![0-9a-f])", "-HASH");
    }

    private static float[] floats(SortedMap<String, NpyArray> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name), name).toFloats();
    }

    private static Path checkpoint(Path run, int step) {
        return run.resolve("checkpoints").resolve("step-000000000" + step + ".npz");
    }

    private static Path run(Path runs, String experiment) throws IOException {
        try (Stream<Path> found = Files.list(
                ExperimentDirectory.latest(runs, experiment).orElseThrow().path())) {
            return found.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }
}
