package org.gan4j.experiments.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.RunLock;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.kernel.select.KernelSets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs that cannot be used, or not be written, as they are: each refusal leaves every byte where it was. */
class RunMessagesTest {
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

    private Desk.Outcome again(String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "run";
        words[1] = "DIR/tiny.yaml";
        System.arraycopy(options, 0, words, 2, options.length);
        return desk.gan(words);
    }

    /** As a killed process leaves it: everything but results. */
    private void unfinished() throws IOException {
        Files.delete(run.resolve("result.json"));
    }

    private Path checkpoint(int step) {
        return run.resolve("checkpoints").resolve("step-000000000" + step + ".npz");
    }

    @Test
    void aDamagedCheckpointWithAGoodOneBefore() throws IOException {
        unfinished();
        byte[] whole = Files.readAllBytes(checkpoint(3));
        for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
            Files.write(checkpoint(3), Arrays.copyOf(whole, length));
            SortedMap<String, String> before = Desk.content(run);
            Desk.Outcome outcome = again();
            outcome.isRefused(ExitCode.CHECKPOINT, outcome.err());
            assertThat(outcome.err())
                    .startsWith(RUN + "/checkpoints/step-0000000003.npz: it is not an npz file, or it is cut off (")
                    .endsWith("). Use an earlier checkpoint, or start the run anew. The earlier checkpoint " + RUN
                            + "/checkpoints/step-0000000002.npz is good: delete " + RUN
                            + "/checkpoints/step-0000000003.npz to go on from there.\n");
            assertThat(Desk.content(run)).isEqualTo(before);
        }
        Files.delete(checkpoint(3));
        again().isDone();
        assertThat(checkpoint(3)).hasBinaryContent(whole);
    }

    @Test
    void oneByteOfACheckpointChanged() throws IOException {
        unfinished();
        byte[] bytes = Files.readAllBytes(checkpoint(3));
        int place = new String(bytes, ISO_8859_1).indexOf("\"step\": 3");
        assertThat(place).isPositive();
        bytes[place + 8] = '4';
        Files.write(checkpoint(3), bytes);
        SortedMap<String, String> before = Desk.content(run);
        Desk.Outcome outcome = again();
        outcome.isRefused(ExitCode.CHECKPOINT, outcome.err());
        assertThat(outcome.err()).startsWith(RUN + "/checkpoints/step-0000000003.npz, entry meta.json: ");
        assertThat(Desk.content(run)).isEqualTo(before);
    }

    @Test
    void aCheckpointOfAnotherArchitecture() throws IOException {
        again("run.game.generator.hidden=[3]", "--runs-dir", "DIR/other").isDone();
        unfinished();
        Path other;
        try (Stream<Path> found = Files.walk(directory.resolve("other"))) {
            other = found.filter(file -> file.endsWith("step-0000000003.npz"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.write(checkpoint(3), Files.readAllBytes(other));
        SortedMap<String, String> before = Desk.content(run);
        again().isRefused(ExitCode.CHECKPOINT, RUN + """
                /checkpoints/step-0000000003.npz: the checkpoint is of another architecture than this run:
                  g/hidden.0.bias: [3] in the checkpoint, [2] in this run
                  g/hidden.0.weight: [2, 3] in the checkpoint, [2, 2] in this run
                  g/output.weight: [3, 2] in the checkpoint, [2, 2] in this run
                Use the configuration that the checkpoint was made with, or start a new run.
                """);
        assertThat(Desk.content(run)).isEqualTo(before);
    }

    @Test
    void aCheckpointMadeWithOtherKernels() throws IOException {
        unfinished();
        String here = KernelSets.identity();
        String found = here.replaceFirst("^[a-z0-9]+", "nd4j");
        replaceInMeta(checkpoint(3), here, found);
        SortedMap<String, String> before = Desk.content(run);
        String path =
                run.toString().replace(directory.toString(), "DIR").replaceAll("-[0-9a-f]{16}(?![0-9a-f])", "-HASH");
        again().isRefused(
                        ExitCode.CHECKPOINT,
                        RUN + "/checkpoints/step-0000000003.npz: it was made with the kernels \"" + found
                                + "\", and this process uses \"" + here
                                + "\", which changes the last digits of results."
                                + " Go on with JAVA_OPTS=-Dgan4j.kernels=nd4j ./gan resume " + path + ".\n");
        assertThat(Desk.content(run)).isEqualTo(before);
    }

    private static void replaceInMeta(Path file, String old, String changed) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        String meta = new String(entries.get("meta.json"), UTF_8);
        assertThat(meta).contains(old);
        entries.put("meta.json", meta.replace(old, changed).getBytes(UTF_8));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    @Test
    void aRunMadeByOtherCode() throws IOException {
        Path code = run.resolve("code.json");
        String made = Files.readString(code);
        String other = made.replaceFirst("(scheme\\.Simultaneous\": \")[0-9a-f]{16}", "$10000000000000000");
        Path manifest = run.resolve("manifest.json");
        String genuine = Files.readString(manifest);
        Files.writeString(manifest, genuine.replace(Sha256.of(made), Sha256.of(other)));
        Files.writeString(code, other);
        SortedMap<String, String> before = Desk.content(run);
        again("--json").isRefused(ExitCode.CHECKPOINT, RUN + """
                : this run was made by other code: 1 changed class, org.gan4j.core.training.scheme.Simultaneous. Give \
                --rerun to make it again, or --accept to use it as it is.
                """);
        assertThat(Desk.content(run)).isEqualTo(before);
        again("--accept").isDone();
        assertThat(Desk.content(run)).isEqualTo(before);
        again("--rerun").isDone();
        assertThat(code).hasContent(made);
        again().isDone();
        Files.delete(code);
        again().isRefused(ExitCode.CHECKPOINT, RUN + """
                : nothing says which code made this run: there is no code.json. Give --rerun to make it again, or \
                --accept to use it as it is.
                """);
    }

    @Test
    void damagedFilesOfARun() throws IOException {
        String result = Files.readString(run.resolve("result.json"));
        Files.writeString(run.resolve("result.json"), result.replace("\"steps\": 3", "\"steps\": three"));
        SortedMap<String, String> before = Desk.content(run);
        Desk.Outcome outcome = again("--json");
        assertThat(outcome.err())
                .contains(RUN + "/result.json: it is not what the run has left: it has ")
                .endsWith(". Restore the file, or make the run again with gan run ... --rerun; gan verify " + RUN
                        + " checks all files.\n");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(ExitCode.CHECKPOINT.code());
        assertThat(Desk.content(run)).isEqualTo(before);

        Files.writeString(run.resolve("run.json"), "{");
        for (String[] command :
                new String[][] {{"resume", run.toString()}, {"evaluate", "modes", "--run", run.toString()}}) {
            Desk.Outcome refused = desk.gan(command);
            refused.isRefused(ExitCode.CHECKPOINT, refused.err());
            assertThat(refused.err())
                    .startsWith(RUN + "/run.json: it is not what the run has left: it has 1 bytes, and had ");
        }

        Files.delete(run.resolve("manifest.json"));
        Desk.Outcome refused = desk.gan("resume", run.toString());
        refused.isRefused(ExitCode.CHECKPOINT, refused.err());
        assertThat(refused.err()).startsWith(RUN + "/run.json: it is damaged, or was changed by hand:\n");

        Files.writeString(desk.home("tiny").resolve("table.json"), "{\"title\": 3}");
        Desk.Outcome table = desk.gan("table", "tiny", "--json");
        table.isRefused(ExitCode.DATA, table.err());
        assertThat(table.err())
                .startsWith("DIR/runs/tiny-HASH/table.json: it is damaged, or was changed by hand:\n")
                .endsWith("\nMake it again with gan run; runs that are finished are not run again.\n");
    }

    @Test
    void aRunInUse() throws IOException {
        unfinished();
        SortedMap<String, String> before = Desk.content(run);
        try (RunLock lock = RunLock.acquire(run)) {
            Desk.Outcome outcome = again("--json");
            assertThat(outcome.err())
                    .startsWith(RUN + ": this run directory is in use by process "
                            + ProcessHandle.current().pid())
                    .endsWith(". Wait until it has finished, or stop it; then give the same command again.\n");
            assertThat(outcome.code()).isEqualTo(ExitCode.RUN_IN_USE.code());
            assertThat(again("--rerun").code()).isEqualTo(ExitCode.RUN_IN_USE.code());
            assertThat(desk.gan("resume", run.toString()).code()).isEqualTo(ExitCode.RUN_IN_USE.code());
        }
        assertThat(Desk.content(run)).isEqualTo(before);
        again().isDone();
    }

    @Test
    void aDirectoryThatCannotBeWritten() throws IOException {
        desk.write("file", "precious");
        again("--runs-dir", "DIR/file").isRefused(ExitCode.OUTPUT, """
                DIR/file/tiny-HASH: cannot be written: one of the directories above it is a \
                file. Choose another directory.
                """);
        assertThat(desk.path("file")).hasContent("precious");
        desk.gan("sample", run.toString(), "--out", "DIR/nowhere/x.npz").isRefused(ExitCode.OUTPUT, """
                DIR/nowhere/x.npz: cannot be written: its directory does not exist. Make the directory, or check the \
                path for a typing error.
                """);
        desk.gan("sample", run.toString(), "--out", "DIR/x.jpg").isRefused(ExitCode.USAGE, """
                DIR/x.jpg: the ending says the form. Name a .npz or a .png file.
                """);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/sys cannot be written even by root")
    void aReadOnlyDirectory() {
        Desk.Outcome outcome = again("--runs-dir", "/sys/kernel");
        outcome.isRefused(ExitCode.OUTPUT, outcome.err());
        assertThat(outcome.err())
                .startsWith("/sys/kernel/tiny-HASH: cannot be written: ")
                .endsWith(". Make its directory writable, or choose another one; what was there before is intact.\n");
    }

    @Test
    void statesThatARunDoesNotHave() {
        desk.gan("evaluate", "modes", "samples=50", "--run", run.toString(), "--state", "avarage")
                .isRefused(ExitCode.CHECKPOINT, RUN + """
                        : there is no state "avarage": known states are last, average and selected. Name another state \
                        with --state.
                        """);
        desk.gan("sample", run.toString(), "--out", "DIR/x.npz", "--state", "average")
                .isRefused(ExitCode.CHECKPOINT, RUN + """
                        : there is no state "average": the run keeps no average of the generator. Name another state \
                        with --state.
                        """);
        assertThat(desk.path("x.npz")).doesNotExist();
    }

    @Test
    void aRunThatDiverges() {
        Desk.Outcome outcome = again("run.optimizers.d.rate=1e30");
        assertThat(outcome.code()).isEqualTo(ExitCode.DIVERGED.code());
        assertThat(outcome.out()).contains("diverged [1]", "[1] Diverged at step 2: loss/d is Infinity");
        assertThat(outcome.err()).endsWith("1 of 1 runs diverged; the table says which.\n");
        Desk.Outcome second = again("run.optimizers.d.rate=1e30");
        assertThat(second.code()).isEqualTo(ExitCode.DIVERGED.code());
        assertThat(second.out()).isEqualTo(outcome.out());
    }
}
