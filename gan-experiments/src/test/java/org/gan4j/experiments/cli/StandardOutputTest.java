package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With --json, standard output is exactly one JSON document, or nothing. */
class StandardOutputTest {
    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        desk = new Desk(directory);
        desk.write("tiny.yaml", Desk.TINY);
    }

    /** Reads the whole of standard output as one JSON value; anything before or after it is an error. */
    private static Object document(Desk.Outcome outcome) {
        Map<String, ?> wrapped = Json.parse("{\"document\": " + outcome.out() + "}", "standard output");
        assertThat(wrapped).containsOnlyKeys("document");
        return Objects.requireNonNull(wrapped.get("document"));
    }

    @Test
    void listsAndDescriptions() {
        assertThat((List<?>) document(desk.gan("list", "--json").isDone())).hasSizeGreaterThan(10);
        assertThat((List<?>) document(desk.gan("list", "losses", "--json").isDone()))
                .hasSizeGreaterThan(3);
        Map<?, ?> described = (Map<?, ?>)
                document(desk.gan("describe", "loss", "minimax", "--json").isDone());
        assertThat(described.get("name")).isEqualTo("minimax");
        assertThat((List<?>) described.get("settings")).isEmpty();
    }

    @Test
    void runsTablesAndEvaluations() throws IOException {
        Desk.Outcome first = desk.gan("run", "DIR/tiny.yaml", "--json").isDone();
        assertThat(first.err()).contains("step 3/3").contains("done");
        Map<?, ?> ran = (Map<?, ?>) document(first);
        assertThat(ran.keySet().stream().map(String::valueOf)).containsExactly("table", "runs", "files", "diverged");
        Desk.Outcome again = desk.gan("run", "DIR/tiny.yaml", "--json").isDone();
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(again.err()).contains("finished before");
        Desk.Outcome table = desk.gan("table", "tiny", "--json").isDone();
        assertThat(document(table)).isEqualTo(ran.get("table"));
        assertThat(table.err()).isEmpty();
        Path run = desk.onlyRun("tiny");
        Desk.Outcome evaluated = desk.gan("evaluate", "modes", "samples=50", "--run", run.toString(), "--json");
        List<?> evaluations =
                (List<?>) Objects.requireNonNull(((Map<?, ?>) document(evaluated.isDone())).get("evaluations"));
        assertThat(evaluations).isNotEmpty();
        assertThat(((Map<?, ?>) evaluations.get(0)).keySet().stream().map(String::valueOf))
                .contains("measure", "value", "parameters", "sizes");
        assertThat(evaluated.err()).isEmpty();
    }

    @Test
    void aRunThatDivergesStillPrintsItsTable() {
        Desk.Outcome outcome = desk.gan("run", "DIR/tiny.yaml", "run.optimizers.d.rate=1e30", "--json");
        assertThat(outcome.code()).isEqualTo(ExitCode.DIVERGED.code());
        Map<?, ?> ran = (Map<?, ?>) document(outcome);
        assertThat(ran.get("diverged")).isEqualTo(1L);
        assertThat(String.valueOf(ran.get("table"))).contains("status=diverged");
        assertThat(document(desk.gan("table", "tiny", "--json").isDone())).isEqualTo(ran.get("table"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list nothing",
                "list --nothing",
                "describe loss nothing",
                "describe loss",
                "evaluate nothing --samples x.npz --dataset ring",
                "evaluate modes --samples DIR/x.npz --dataset ring",
                "evaluate modes --run DIR",
                "run nothing",
                "run",
                "run DIR/tiny.yaml run.batchSize=none",
                "run goodfellow2014-table1",
                "table nothing",
                "table"
            })
    void nothingOnStandardOutputWhenACommandFails(String command) {
        Desk.Outcome outcome = desk.gan((command + " --json").split(" "));
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isNotBlank().doesNotContain("\tat ");
        assertThat(outcome.code()).isNotIn(ExitCode.OK.code(), ExitCode.INTERNAL_ERROR.code());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full")
    void standardOutputThatIsFull() throws IOException, InterruptedException {
        File errors = desk.path("errors").toFile();
        Process process = Desk.process("list", "losses", "--json")
                .redirectOutput(new File("/dev/full"))
                .redirectError(errors)
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(errors.toPath())).isEqualTo("""
                standard output: the result cannot be written. Free some space, or write it elsewhere.
                """);
        assertThat(process.exitValue()).isEqualTo(ExitCode.OUTPUT.code());
    }
}
