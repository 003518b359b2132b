package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.RunLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans: an experiment's jobs as lines that are run one by one, anywhere. */
class PlanTest {
    /** An experiment in a source file whose second job reads the run of the first. */
    private static final String SOURCE = """
            import java.util.List;
            import org.gan4j.experiments.job.*;
            import org.gan4j.experiments.table.*;
            public record Sums(int first) implements Experiment<Sums.Number> {
                public record Number(double value) {}
                public record Value(int number) implements Job<Number> {
                    public String name() { return "value"; }
                    public Class<Number> resultType() { return Number.class; }
                    public Number run(JobContext context) { return new Number(number * FACTOR); }
                }
                public record Successor(int of) implements Job<Number> {
                    public String name() { return "successor"; }
                    public Class<Number> resultType() { return Number.class; }
                    public List<Job<?>> needs() { return List.of(new Value(of)); }
                    public Number run(JobContext context) {
                        var run = new org.gan4j.experiments.store.RunDirectory(
                                context.needed().directory(new Value(of)), new org.gan4j.core.io.FileStore());
                        return new Number(run.read(run.result(), Number.class).value() + 1);
                    }
                }
                static final int FACTOR = 10;
                public List<? extends Job<Number>> jobs() { return List.of(new Successor(first), new Successor(first + 1)); }
                public ResultTable tabulate(List<Number> results) {
                    ResultTable table = ResultTable.of("Sums", "job", new Column("value", "", Column.Better.HIGHER));
                    for (Number result : results) {
                        table = table.with(Row.of("n" + result.value()).with("value", Cell.of(result.value())));
                    }
                    return table;
                }
            }
            """;

    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        desk = new Desk(directory);
        desk.write("Sums.java", SOURCE);
    }

    private List<String> plan(Path file) throws IOException {
        return Files.readAllLines(file);
    }

    @Test
    void everyJobIsALineAfterThoseThatItReads() throws IOException {
        desk.gan("run", "DIR/Sums.java", "first=4").isDone();
        List<String> lines = plan(desk.home("sums").resolve("plan.jsonl"));
        assertThat(lines).hasSize(5);
        assertThat(Json.parse(lines.get(0), "header"))
                .containsEntry("format", 1L)
                .containsEntry("experiment", "sums")
                .containsEntry("java", System.getProperty("java.version"))
                .containsEntry("modules", List.of())
                .containsKeys("code", "kernels", "threads", "configuration", "source");
        assertThat(Json.parse(lines.get(2), "line"))
                .containsEntry("number", 2L)
                .containsEntry("after", List.of(1L))
                .hasEntrySatisfying(
                        "directory",
                        text -> assertThat(text.toString()).matches("sums-[0-9a-f]{16}/successor-of-4-[0-9a-f]{16}"))
                .hasEntrySatisfying("job", job -> assertThat(job).hasToString("{of=4, type=successor}"));
        assertThat(Json.parse(lines.get(3), "line")).containsEntry("number", 3L).containsEntry("after", List.of());
    }

    /** Any engine does this: one process a line, then the table of the finished directories. */
    @Test
    void linesAreRunOneByOneWhereTheSourceIsNot() throws IOException {
        desk.gan("run", "DIR/Sums.java", "first=4").isDone();
        Path whole = desk.home("sums");
        SortedMap<String, String> expected = Desk.content(whole);
        Path other = Files.createDirectories(desk.path("elsewhere").resolve(whole.getFileName()));
        Path plan = Files.copy(whole.resolve("plan.jsonl"), other.resolve("plan.jsonl"));
        Files.copy(whole.resolve("experiment.yaml"), other.resolve("experiment.yaml"));
        Files.delete(desk.path("Sums.java"));

        desk.gan("run-job", plan.toString(), "2").isRefused(ExitCode.CHECKPOINT, """
                        DIR/elsewhere/sums-HASH/plan.jsonl: job 2 comes after job 1, value, which is not finished. Run that \
                        first: gan run-job DIR/elsewhere/sums-HASH/plan.jsonl 1.
                        """);
        desk.gan("table", other.toString()).isRefused(ExitCode.DATA, """
                DIR/elsewhere/sums-HASH/successor-of-4-HASH: job 2 of the plan is not finished, so that there is no table \
                yet. Run it: gan run-job DIR/elsewhere/sums-HASH/plan.jsonl 2.
                """);
        for (int number : new int[] {3, 1, 2, 4}) {
            assertThat(desk.gan("run-job", plan.toString(), String.valueOf(number))
                            .isDone()
                            .out())
                    .contains("\"value\": ");
        }
        assertThat(desk.gan("table", other.toString()).isDone().out())
                .contains("n41.0 ")
                .contains("n51.0 ");
        assertThat(Desk.content(other)).isEqualTo(expected);
        assertThat(desk.gan("run-job", plan.toString(), "1").isDone().err()).contains("finished before");
    }

    @Test
    void aLineThatIsNotThereAndADamagedPlan() throws IOException {
        desk.gan("run", "DIR/Sums.java", "first=4").isDone();
        Path plan = desk.home("sums").resolve("plan.jsonl");
        desk.gan("run-job", plan.toString(), "5").isRefused(ExitCode.USAGE, """
                DIR/runs/sums-HASH/plan.jsonl: there is no job 5; the plan has 4 jobs, numbered from 1. Give one of these \
                numbers.
                """);
        String text = Files.readString(plan);
        Files.writeString(plan, text.replace("\"of\":4", "\"of\":6"));
        assertThat(desk.gan("run-job", plan.toString(), "2").err())
                .startsWith(
                        "DIR/runs/sums-HASH/plan.jsonl: it is damaged, or is no plan: line 3: the job has the SHA-256 ");
        Files.writeString(plan, text.replace("\"format\":1", "\"format\":9"));
        desk.gan("run-job", plan.toString(), "2").isRefused(ExitCode.CHECKPOINT, """
                DIR/runs/sums-HASH/plan.jsonl: it is damaged, or is no plan: line 1: format 9 is not 1, which this version \
                reads. Make the plan again with gan run; runs that are finished are not run again.
                """);
        Files.writeString(plan, "");
        assertThat(desk.gan("run-job", plan.toString(), "2").err()).contains("it is empty");
    }

    /** Formerly the classes of a source file were no part of the code that made a run: an edit gave the old numbers. */
    @Test
    void anEditOfTheSourceIsOtherCode() throws IOException {
        desk.gan("run", "DIR/Sums.java", "first=4").isDone();
        desk.write("Sums.java", SOURCE.replace("FACTOR = 10", "FACTOR = 20"));
        Desk.Outcome refused = desk.gan("run", "DIR/Sums.java", "first=4");
        assertThat(refused.code()).isEqualTo(ExitCode.CHECKPOINT.code());
        assertThat(refused.err()).contains("this run was made by other code: ").contains("Sums");
        assertThat(desk.gan("run", "DIR/Sums.java", "first=4", "--rerun")
                        .isDone()
                        .out())
                .contains("n81.0 ")
                .contains("n101.0 ");
    }

    @Test
    void aRunOfASourceFileIsResumedWithoutIt() throws IOException {
        desk.gan("run", "DIR/Sums.java", "first=4").isDone();
        Files.delete(desk.path("Sums.java"));
        Path run = run("successor-of-5");
        Files.delete(run.resolve("result.json"));
        assertThat(desk.gan("resume", "sums/successor-of-5").isDone().out()).contains("\"value\": 51.0");
        assertThat(desk.gan("resume", "sums/successor").err())
                .contains("2 of the 4 runs in DIR/runs/sums-HASH are meant by this: successor-of-4-HASH, ");
    }

    private Path run(String start) throws IOException {
        try (Stream<Path> runs = Files.list(desk.home("sums"))) {
            return runs.filter(path -> path.getFileName().toString().startsWith(start))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void twoSettingsLeaveTwoTablesAndTheNewestIsNamed() throws IOException {
        desk.gan("run", "DIR/Sums.java", "first=4").isDone();
        Path first = desk.home("sums");
        desk.gan("run", "DIR/Sums.java", "first=7").isDone();
        Path second = desk.home("sums");
        assertThat(first).isNotEqualTo(second);
        assertThat(desk.gan("table", "sums").isDone().out()).contains("n71.0 ");
        assertThat(desk.gan("table", first.toString()).isDone().out()).contains("n41.0 ");
        assertThat(desk.gan("table", first.toString(), second.toString())
                        .isDone()
                        .out())
                .contains("n41.0 ")
                .contains("n71.0 ");
        desk.gan("run", "DIR/Sums.java", "first=4").isDone();
        assertThat(desk.home("sums")).isEqualTo(first);
    }

    @Test
    void anExperimentIsRunByOneProcessAtATime() throws IOException {
        desk.gan("run", "DIR/Sums.java", "first=4").isDone();
        SortedMap<String, String> before = Desk.content(directory);
        try (RunLock lock = RunLock.acquire(desk.home("sums"))) {
            Desk.Outcome refused = desk.gan("run", "DIR/Sums.java", "first=4", "--rerun");
            assertThat(refused.code()).isEqualTo(ExitCode.RUN_IN_USE.code());
            assertThat(refused.err()).startsWith("DIR/runs/sums-HASH: this run directory is in use by process ");
        }
        assertThat(Desk.content(directory)).isEqualTo(before);
    }

    /** As a kill between the result and the status leaves it, and as one before the result does. */
    @Test
    void aRunThatIsCalledRunningAndIsNotIsRepaired() throws IOException {
        desk.gan("run", "DIR/Sums.java", "first=4").isDone();
        Path status = run("value-number-4").resolve("run.json");
        String ended = Files.readString(status);
        Files.delete(status.resolveSibling("manifest.json"));
        Files.writeString(status, ended.replace("\"completed\"", "\"running\""));
        assertThat(desk.gan("list", "runs", "status=interrupted", "--show", "message")
                        .isDone()
                        .out())
                .contains("interrupted  its process was killed");
        desk.gan("run", "DIR/Sums.java", "first=4").isDone();
        assertThat(Files.readString(status)).contains("\"completed\"");
        assertThat(desk.gan("list", "runs", "status!=completed").isDone().out()).startsWith("0 of 4 runs");
    }

    @Test
    void aDirectoryThatHoldsTheRunOfAnotherConfigurationIsRefused() throws IOException {
        desk.gan("run", "DIR/Sums.java", "first=4").isDone();
        Path status = run("value-number-4").resolve("run.json");
        Files.delete(status.resolveSibling("manifest.json"));
        Files.writeString(
                status,
                Files.readString(status)
                        .replaceFirst("(\"configurationHash\": \"[0-9a-f]{16})[0-9a-f]{48}", "$1" + "0".repeat(48)));
        assertThat(desk.gan("run", "DIR/Sums.java", "first=4").err())
                .startsWith(
                        "DIR/runs/sums-HASH/value-number-4-HASH: it holds the run of another configuration: SHA-256 ");
    }
}
