package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.training.AddedEvaluation;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.TrainingResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An evaluator that is added to a finished run finds what it would have found in the run, and leaves the rest as it was. */
class LaterEvaluationTest {
    private static final String PARZEN = "{type: parzen, samples: 60, validationPoints: 30, testPoints: 40}";
    private static final String SETTINGS =
            "  averages: {g: {type: exponential, decay: 0.5}}\n  selection: {every: 1, measure: " + PARZEN + "}\n";
    private static final List<String> STATES = List.of("last", "average", "selected");

    @TempDir
    private Path directory;

    private Desk desk;
    private Path run;

    @BeforeEach
    void runOnce() throws IOException {
        desk = new Desk(directory);
        desk.write("tiny.yaml", Desk.TINY + SETTINGS);
        desk.gan("run", "DIR/tiny.yaml").isDone();
        run = desk.onlyRun("tiny");
    }

    private Desk.Outcome add(String... more) {
        return addParzen(run, more);
    }

    private Desk.Outcome addParzen(Path to, String... more) {
        return desk.gan(Stream.concat(
                        Stream.of("evaluate", "parzen", "samples=60", "validationPoints=30", "testPoints=40"),
                        Stream.concat(Stream.of("--run", to.toString(), "--add"), Stream.of(more)))
                .toArray(String[]::new));
    }

    private static SortedMap<String, String> all(Path directory) throws IOException {
        SortedMap<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(directory.relativize(file).toString(), Sha256.of(file));
            }
        }
        return content;
    }

    private Path added(String state) throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("evaluations"))) {
            List<Path> found = files.filter(
                            f -> String.valueOf(f.getFileName()).matches(state + "-[0-9a-f]{16}\\.json"))
                    .toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    @Test
    void theNumbersAreThoseOfARunThatHadItFromTheStart() throws IOException {
        for (String state : STATES) {
            assertThat(add("--state", state, "--seed", "99").isDone().out()).startsWith("added: DIR/runs/tiny-HASH/");
        }
        desk.write("both.yaml", Desk.TINY.replace("samples: 50}]", "samples: 50}, " + PARZEN + "]") + SETTINGS);
        desk.gan("run", "DIR/both.yaml").isDone();
        RunDirectory both = new RunDirectory(desk.onlyRun("both"), new FileStore());
        RunDirectory one = new RunDirectory(run, new FileStore());
        TrainingResult result = both.read(both.result(), TrainingResult.class);
        assertThat(result.evaluations()).hasSize(3);
        for (String state : STATES) {
            AddedEvaluation later = one.read(added(state), AddedEvaluation.class);
            Evaluation expected = result.evaluation(state).orElseThrow();
            assertThat(later.evaluation().step()).isEqualTo(expected.step());
            assertThat(later.evaluation().estimates()).hasSize(2);
            int modes = expected.estimates().size() - 2;
            assertThat(modes).isPositive();
            for (int i = 0; i < 2; i++) {
                assertThat(Json.pretty(later.evaluation().estimates().get(i)))
                        .isEqualTo(Json.pretty(expected.estimates().get(modes + i)));
            }
            assertThat(later.otherCode()).isEmpty();
        }
    }

    @Test
    void theRunStaysAsItWasAndIsStillGood() throws IOException {
        SortedMap<String, String> before = all(run);
        add().isDone();
        assertThat(desk.gan("verify", run.toString()).isDone().out())
                .contains("results        3 good\n")
                .doesNotContain("not in the manifest");
        SortedMap<String, String> after = all(run);
        after.remove("evaluations/" + added("last").getFileName());
        List.of("report.html", "manifest.json").forEach(changed -> {
            assertThat(after.remove(changed)).isNotEqualTo(before.remove(changed));
        });
        assertThat(after).isEqualTo(before);
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("Evaluations added later", "parzen-log-likelihood");
    }

    @Test
    void addedTwiceIsAddedOnce() throws IOException {
        add().isDone();
        SortedMap<String, String> before = all(run);
        assertThat(add().isDone().out())
                .startsWith("it is there already: DIR/")
                .contains("/evaluations/last-HASH.json");
        assertThat(desk.gan("evaluate", "modes", "samples=50", "--run", run.toString(), "--add")
                        .isDone()
                        .out())
                .startsWith("it is there already: DIR/")
                .contains("/result.json");
        assertThat(all(run)).isEqualTo(before);
    }

    @Test
    void listsAndTablesShowIt() throws IOException {
        add().isDone();
        add("--state", "average").isDone();
        desk.gan("evaluate", "modes", "samples=70", "--run", run.toString(), "--add")
                .isDone();
        RunDirectory files = new RunDirectory(run, new FileStore());
        double value = files.read(added("average"), AddedEvaluation.class)
                .evaluation()
                .estimates()
                .get(0)
                .value();
        assertThat(desk.gan(
                                "list",
                                "runs",
                                "average/parzen-log-likelihood<=1e9",
                                "--show",
                                "average/parzen-log-likelihood")
                        .isDone()
                        .out())
                .contains(String.valueOf(value).substring(0, 5));
        String csv =
                desk.gan("table", run.toString(), "--format", "csv").isDone().out();
        assertThat(csv).contains("s7, last", "s7, average", "s7, selected", String.valueOf(value), "@");
        assertThat(desk.gan("table", "tiny/s7", "--format", "csv").isDone().out())
                .isEqualTo(csv);
        String joined = desk.gan("table", run.toString(), "tiny", "--format", "csv")
                .isDone()
                .out();
        String whole = desk.gan("table", "tiny", "--format", "csv").isDone().out();
        assertThat(joined.lines().count())
                .isEqualTo(csv.lines().count() + whole.lines().count() - 1);
        assertThat(joined).contains(String.valueOf(value));
    }

    @Test
    void damageIsNoticedAndNotForgiven() throws IOException {
        add().isDone();
        Path file = added("last");
        Files.writeString(file, Files.readString(file).replaceFirst("\"step\": 3", "\"step\": 4"));
        String wrong = "/evaluations/last-HASH.json: it is not what the run has left: ";
        for (Desk.Outcome outcome : List.of(desk.gan("table", run.toString()), add("--state", "average"), add())) {
            assertThat(outcome.code()).isEqualTo(ExitCode.CHECKPOINT.code());
            assertThat(outcome.err()).contains(wrong);
        }
        assertThat(desk.gan("list", "runs").out()).contains("unreadable");
        assertThat(desk.gan("verify", run.toString()).out()).contains("damaged: evaluations/last-HASH.json");
        assertThat(run.resolve("evaluations")).isDirectoryNotContaining("glob:**average-*");
    }

    /** An addition reads no other file, so that what was damaged before it is damaged after it. */
    @Test
    void anAdditionLaundersNoDamage() throws IOException {
        Path timing = run.resolve("timing.jsonl");
        Path older = run.resolve("checkpoints/step-0000000002.npz");
        Files.writeString(timing, "{}\n");
        Files.writeString(older, "damaged");
        add().isDone();
        assertThat(desk.gan("verify", run.toString()).out())
                .contains("damaged: timing.jsonl", "damaged: checkpoints/step-0000000002.npz");
        Path page = run.resolve("report.html");
        Files.writeString(page, "damaged");
        assertThat(add("--state", "average").err()).contains("/report.html: it is not what the run has left");
        assertThat(page).hasContent("damaged");
    }

    /** A kill before the manifest is written: the same command goes on. */
    @Test
    void aKillBeforeTheManifest() throws IOException {
        Path manifest = run.resolve("manifest.json");
        String before = Files.readString(manifest);
        add().isDone();
        String after = Files.readString(manifest);
        Files.writeString(manifest, before);
        assertThat(add().isDone().out()).startsWith("added: ");
        assertThat(manifest).hasContent(after);
        desk.gan("verify", run.toString()).isDone();
    }

    @Test
    void whatIsRefused() throws IOException {
        SortedMap<String, String> before = all(run);
        assertRefused(
                add("--state", "avarage"), ": the run has no state \"avarage\"; it has last, average, selected. ");
        assertRefused(
                desk.gan("evaluate", "label-agreement", "--run", run.toString(), "--add"),
                ": the evaluator does not fit this run: ");
        assertRefused(add("--dataset", "mnist"), "gan evaluate: --add measures a run by its own data. ");
        assertRefused(
                desk.gan("evaluate", "modes", "--samples", "x.npz", "--add"),
                "gan evaluate: --add keeps estimates in a run, and no run is named. ");
        assertRefused(
                desk.gan("evaluate", "modes", "--run", run.toString(), "--accept"),
                "gan evaluate: --accept belongs to --add. ");
        assertThat(all(run)).isEqualTo(before);
        Files.delete(run.resolve("manifest.json"));
        assertRefused(add(), ": this run is not finished, so that nothing can be added to it");
        desk.write("wild.yaml", Desk.TINY.replace("d: {type: sgd, rate: 1e-2}", "d: {type: sgd, rate: 1e30}"));
        desk.gan("run", "DIR/wild.yaml");
        assertRefused(addParzen(desk.onlyRun("wild")), ": this run diverged: ");
    }

    private static void assertRefused(Desk.Outcome outcome, String message) {
        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void otherKernelsAreRefused() throws IOException {
        Path status = run.resolve("run.json");
        String made = Files.readString(status);
        String other = made.replaceFirst("(\"kernels\": \")", "$1portable-of-old, ");
        assertThat(other).isNotEqualTo(made);
        Path times = run.resolve("manifest.times.json");
        Files.writeString(
                times,
                Files.readString(times)
                        .replace(Sha256.of(made), Sha256.of(other))
                        .replace("\"length\": " + made.length() + ",", "\"length\": " + other.length() + ","));
        Files.writeString(status, other);
        Desk.Outcome refused = add("--accept");
        assertRefused(refused, ": this run was made with the kernels \"portable-of-old, ");
        assertThat(refused.err())
                .endsWith("Give it again with JAVA_OPTS=-D" + KernelSets.PROPERTY + "=portable-of-old.\n");
    }

    @Test
    void otherCodeIsAcceptedOnlyIfAskedAndIsRecorded() throws IOException {
        Path code = run.resolve("code.json");
        String made = Files.readString(code);
        String other = made.replaceFirst("(scheme\\.Simultaneous\": \")[0-9a-f]{16}", "$10000000000000000");
        Path manifest = run.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace(Sha256.of(made), Sha256.of(other)));
        Files.writeString(code, other);
        assertRefused(
                add(),
                ": this run was made by other code: 1 changed class, org.gan4j.core.training.scheme.Simultaneous. Give "
                        + "--accept to add the evaluation all the same.");
        add("--accept").isDone();
        AddedEvaluation later = new RunDirectory(run, new FileStore()).read(added("last"), AddedEvaluation.class);
        assertThat(later.otherCode()).containsExactly("org.gan4j.core.training.scheme.Simultaneous");
        assertThat(Files.readString(run.resolve("report.html"))).contains("added by other code than made the run");
    }
}
