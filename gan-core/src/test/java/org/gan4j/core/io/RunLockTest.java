package org.gan4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    @TempDir
    Path directory;

    /** Another process: takes the lock of a directory, prints what happened, and ends with its exit code. */
    static final class Other {
        public static void main(String[] arguments) {
            try (RunLock lock = RunLock.acquire(Paths.get(arguments[0]))) {
                System.out.println("acquired " + lock.getClass().getSimpleName());
            } catch (UserError e) {
                System.out.println(e.getMessage());
                System.exit(e.exitCode().code());
            }
        }
    }

    @Test
    void aSecondProcessIsToldWhoHoldsTheLock() throws Exception {
        try (RunLock lock = RunLock.acquire(directory)) {
            assertThat(lock).isNotNull();
            Process other = start();
            String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(other.waitFor()).isEqualTo(ExitCode.RUN_IN_USE.code());
            assertThat(said)
                    .startsWith(directory + ": this run directory is in use by process "
                            + ProcessHandle.current().pid() + " on ")
                    .endsWith("Wait until it has finished, or stop it; then give the same command again.\n");
        }
        Process other = start();
        assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("acquired RunLock\n");
        assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(other.exitValue()).isZero();
    }

    private Process start() throws IOException {
        String java = Paths.get(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Other.class.getName(), directory.toString())
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void aSecondRunOfTheSameProcessIsRefusedAndDoesNotFreeTheLock() {
        try (RunLock lock = RunLock.acquire(directory)) {
            assertThat(lock).isNotNull();
            for (int attempt = 0; attempt < 2; attempt++) {
                UserError error = catchThrowableOfType(
                        UserError.class, () -> RunLock.acquire(directory.resolve("../" + directory.getFileName())));
                assertThat(error.exitCode()).isEqualTo(ExitCode.RUN_IN_USE);
                assertThat(error)
                        .hasMessageContaining(
                                "in use by process " + ProcessHandle.current().pid());
            }
        }
        RunLock.acquire(directory).close();
    }

    @Test
    void aMissingDirectoryIsNotWritable() {
        UserError error = catchThrowableOfType(UserError.class, () -> RunLock.acquire(directory.resolve("missing")));
        assertThat(error.exitCode()).isEqualTo(ExitCode.OUTPUT);
        assertThat(Files.exists(directory.resolve("missing"))).isFalse();
    }
}
