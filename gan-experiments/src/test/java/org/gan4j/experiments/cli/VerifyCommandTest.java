package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run has left is checked by its manifest, or by its checkpoint, and nothing that was changed is used. */
class VerifyCommandTest {
    private static final String RUN = "DIR/runs/tiny-HASH/non-saturating-ring-s7-HASH";

    @TempDir
    private Path directory;

    private Desk desk;
    private Path run;

    @BeforeEach
    void runOnce() throws IOException {
        desk = new Desk(directory);
        run = desk.tinyRun();
    }

    private Desk.Outcome verify(String... options) {
        return desk.gan(Stream.concat(Stream.of("verify", run.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void aGoodRun() throws IOException {
        assertThat(verify().isDone().out())
                .isEqualTo(RUN + """
                : finished; 17 files by its manifest
                  configuration  2 good
                  results        2 good
                  metrics        3 good
                  samples        2 good
                  checkpoints    2 good
                  wall times     6 good
                """.replace("17", String.valueOf(files())).replace("6 good", files() - 11 + " good"));
        Files.writeString(run.resolve("notes.txt"), "mine");
        assertThat(verify().isDone().out()).endsWith("not in the manifest: notes.txt\n");
        assertThat(desk.gan("verify", "tiny").isDone().out()).startsWith(RUN + ": finished; ");
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith(".") && !name.startsWith("manifest.") && !name.equals("notes.txt"))
                    .count();
        }
    }

    @Test
    void everyFileOfAFinishedRunIsWatched() throws IOException {
        int tried = 0;
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith(".lock"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                flip(file, bytes.length / 2);
                Desk.Outcome outcome = verify();
                assertThat(outcome.code()).as("%s", file).isEqualTo(ExitCode.CHECKPOINT.code());
                assertThat(outcome.err()).startsWith("1 of 1 run is damaged. Restore the files, or ");
                Files.delete(file);
                boolean itself = file.endsWith("manifest.json") || file.endsWith("manifest.times.json");
                assertThat(verify().code()).as("%s missing", file).isEqualTo(ExitCode.CHECKPOINT.code());
                Files.write(file, bytes);
                assertThat(itself || outcome.out().contains("damaged: " + run.relativize(file)))
                        .as("%s", file)
                        .isTrue();
                verify().isDone();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(12);
    }

    @Test
    void aDamagedRun() throws IOException {
        Path metrics = run.resolve("metrics.jsonl");
        String expected = Sha256.of(metrics);
        flip(metrics, 3);
        Files.delete(run.resolve("result.json"));
        Files.copy(run.resolve("config.yaml"), run.resolve("result.json"));
        Desk.Outcome outcome = verify();
        assertThat(outcome.code()).isEqualTo(ExitCode.CHECKPOINT.code());
        assertThat(outcome.out())
                .contains("  results        1 good, 1 damaged\n", "  metrics        2 good, 1 damaged\n")
                .contains("damaged: metrics.jsonl\n  found    " + Files.size(metrics) + " bytes, SHA-256 "
                        + Sha256.of(metrics) + "\n  expected " + Files.size(metrics) + " bytes, SHA-256 " + expected
                        + "\n");
        Desk.Outcome json = verify("--json");
        assertThat(json.code()).isEqualTo(ExitCode.CHECKPOINT.code());
        Map<String, ?> parsed = Json.parse("{\"runs\": " + json.out() + "}", "verify");
        assertThat(String.valueOf(parsed.get("runs"))).contains("file=metrics.jsonl", "good=2, damaged=1");
    }

    @Test
    void nothingThatWasChangedIsUsed() throws IOException {
        Path last = run.resolve("checkpoints/step-0000000003.npz");
        byte[] bytes = Files.readAllBytes(last);
        Files.delete(last);
        String[][] commands = {
            {"evaluate", "modes", "samples=50", "--run", run.toString()},
            {"sample", run.toString(), "--out", "DIR/x.npz"}
        };
        for (String[] command : commands) {
            Desk.Outcome outcome = desk.gan(command);
            outcome.isRefused(ExitCode.CHECKPOINT, outcome.err());
            assertThat(outcome.err())
                    .startsWith(
                            RUN + "/checkpoints/step-0000000003.npz: it is not what the run has left: it is missing");
        }
        // a good checkpoint, but another one
        Files.write(last, Files.readAllBytes(run.resolve("checkpoints/step-0000000002.npz")));
        for (String[] command : commands) {
            Desk.Outcome outcome = desk.gan(command);
            outcome.isRefused(ExitCode.CHECKPOINT, outcome.err());
        }
        assertThat(desk.path("x.npz")).doesNotExist();
        Files.write(last, bytes);
        for (String[] command : commands) {
            desk.gan(command).isDone();
        }
        // a table does not read another number
        Path result = run.resolve("result.json");
        Files.writeString(result, Files.readString(result).replaceFirst("\"steps\": 3", "\"steps\": 4"));
        Desk.Outcome table = desk.gan("run", "DIR/tiny.yaml");
        assertThat(table.code()).isEqualTo(ExitCode.CHECKPOINT.code());
        assertThat(table.err()).contains("/result.json: it is not what the run has left: its ");
    }

    @Test
    void aRunThatIsNotFinished() throws IOException {
        for (String name : List.of("result.json", "manifest.json")) {
            Files.delete(run.resolve(name));
        }
        Path status = run.resolve("run.json");
        Desk.Outcome lost = verify();
        assertThat(lost.code()).isEqualTo(ExitCode.CHECKPOINT.code());
        assertThat(lost.out())
                .contains("damaged: manifest.json\n  found    missing\n  expected there, because the run has ended; gan"
                        + " run makes it again\n");
        Files.writeString(status, Files.readString(status).replace("\"completed\"", "\"running\""));
        assertThat(verify().isDone().out()).isEqualTo(RUN + """
                : not finished; checkpoints, and files as of step-0000000003.npz
                  metrics      2 good
                  checkpoints  2 good
                  wall times   1 good
                """);
        Path metrics = run.resolve("metrics.jsonl");
        Files.writeString(metrics, Files.readString(metrics) + "{more}\n");
        verify().isDone();
        flip(metrics, 3);
        Desk.Outcome outcome = verify();
        assertThat(outcome.code()).isEqualTo(ExitCode.CHECKPOINT.code());
        assertThat(outcome.out()).contains("  metrics      1 good, 1 damaged\n", "damaged: metrics.jsonl\n");
        Files.delete(run.resolve("checkpoints/step-0000000003.times.json"));
        assertThat(verify().out()).contains("step-0000000003.times.json: there is no such file");
    }

    @Test
    void whatIsNoRun() {
        desk.gan("verify", "DIR/nowhere").isRefused(ExitCode.CHECKPOINT, """
                DIR/nowhere: there is no run of this name. Name a run's directory, or EXPERIMENT/PART with a part of its \
                name; see gan list runs.
                """);
        desk.gan("verify", run.resolve("samples").toString()).isRefused(ExitCode.CHECKPOINT, RUN + """
                /samples: this directory holds no run. Name a directory like runs/EXPERIMENT/RUN or runs/EXPERIMENT.
                """);
    }

    /** Two runs that are the same have the same manifest, whatever the time was. */
    @Test
    void theManifestDependsOnWhatIsTheSame() throws IOException {
        byte[] first = Files.readAllBytes(run.resolve("manifest.json"));
        desk.gan("run", "DIR/tiny.yaml", "--rerun").isDone();
        assertThat(run.resolve("manifest.json")).hasBinaryContent(first);
        assertThat(Files.readString(run.resolve("manifest.json")))
                .contains("\"metrics.jsonl\"", "\"checkpoints/step-0000000003.npz\"")
                .doesNotContain("timing", "run.json", "log.txt");
        assertThat(Files.readString(run.resolve("manifest.times.json")))
                .contains("timing.jsonl", "run.json", "log.txt");
    }
}
