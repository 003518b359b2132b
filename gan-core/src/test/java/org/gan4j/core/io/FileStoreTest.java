package org.gan4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.io.npy.NpzReader;
import org.gan4j.core.io.npy.NpzWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
    private static final String OLD = "the old content\n";
    private static final String NEW = "new content, which is longer than the old one\n";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void writeOld() throws IOException {
        file = directory.resolve("state.txt");
        Files.writeString(file, OLD);
    }

    @Test
    void replacesAFile() throws IOException {
        new FileStore().writeText(file, NEW);
        assertThat(file).hasContent(NEW);
        assertOnlyFile();
    }

    @Test
    void aDiskThatIsFullAtAnyByteLeavesTheOldFileAndNothingElse() throws IOException {
        for (int room = 0; room < NEW.length(); room++) {
            FileStore store = new FileStore(new FullDisk(room, false));
            UserError error = catchThrowableOfType(UserError.class, () -> store.writeText(file, NEW));
            assertThat(error.exitCode()).isEqualTo(ExitCode.OUTPUT);
            assertThat(error)
                    .hasMessage(file + ": cannot be written: no space left on the device. Free some space and give the"
                            + " same command again; what was there before is intact.");
            assertThat(file).hasContent(OLD);
            assertOnlyFile();
        }
        new FileStore(new FullDisk(NEW.length(), false)).writeText(file, NEW);
        assertThat(file).hasContent(NEW);
    }

    @Test
    void anNpzOnADiskThatIsFullAtAnyByteLeavesTheOldFileAndNothingElse() throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("generator/weights", NpyArray.of(new int[] {2, 3}, 1f, 2, 3, 4, 5, 6));
        arrays.put("step", NpyArray.of(new int[0], 17L));
        NpzWriter.write(new FileStore(), directory.resolve("whole.npz"), arrays);
        long length = Files.size(directory.resolve("whole.npz"));
        Files.delete(directory.resolve("whole.npz"));
        assertThat(length).isGreaterThan(400);
        for (long room = 0; room < length; room++) {
            FileStore store = new FileStore(new FullDisk(room, false));
            assertThatExceptionOfType(UserError.class).isThrownBy(() -> NpzWriter.write(store, file, arrays));
            assertThat(file).hasContent(OLD);
            assertOnlyFile();
        }
        NpzWriter.write(new FileStore(new FullDisk(length, false)), file, arrays);
        assertThat(NpzReader.readAll(file)).hasSize(2);
    }

    @Test
    void aFullDeviceOfTheSystemLeavesTheOldFileAndNothingElse() throws IOException {
        assumeTrue(Files.exists(Paths.get("/dev/full")));
        FileStore store = new FileStore(new FullDisk(FullDisk.NO_LIMIT, true));
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> store.writeText(file, NEW))
                .withMessageContaining("no space left on the device");
        assertThat(file).hasContent(OLD);
        assertOnlyFile();
        AppendedFile appended = new FileStore().append(Paths.get("/dev/full"));
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> appended.line("x"))
                .withMessageContaining("/dev/full: cannot be written: no space left on the device");
        appended.close();
    }

    @Test
    void aLineThatDoesNotFitIsTakenBack() throws IOException {
        for (int room = 0; room < NEW.length(); room++) {
            try (AppendedFile appended = new FileStore(new FullDisk(room, false)).append(file)) {
                assertThatExceptionOfType(UserError.class).isThrownBy(() -> appended.line(NEW.strip()));
            }
            assertThat(file).hasContent(OLD);
        }
        try (AppendedFile appended = new FileStore().append(file)) {
            appended.line("next");
            assertThat(file).hasContent(OLD + "next\n");
            assertThat(appended.length()).isEqualTo(OLD.length() + 5);
        }
    }

    @Test
    void contentThatFailsLeavesTheOldFileAndNothingElse() throws IOException {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new FileStore().write(file, out -> {
                    out.write(1);
                    throw new IllegalStateException("no content");
                }));
        assertThat(file).hasContent(OLD);
        assertOnlyFile();
    }

    @Test
    void truncatesToAnEarlierLengthOnly() throws IOException {
        FileStore store = new FileStore();
        store.truncate(file, 4);
        assertThat(Files.readString(file)).isEqualTo("the ");
        UserError error = catchThrowableOfType(UserError.class, () -> store.truncate(file, 9));
        assertThat(error.exitCode()).isEqualTo(ExitCode.CHECKPOINT);
        assertThat(error)
                .hasMessage(file + ": it has 4 bytes, but the checkpoint was saved when it had 9. The file was changed"
                        + " after the checkpoint; restore it, or start the run anew in another directory.");
        assertThat(Files.readString(file)).isEqualTo("the ");
        store.truncate(directory.resolve("missing"), 0);
        assertThatExceptionOfType(UserError.class).isThrownBy(() -> store.truncate(directory.resolve("missing"), 1));
    }

    @Test
    void sysFilesAndMissingDirectoriesAreNotWritable() {
        Path missing = directory.resolve("missing/state.txt");
        UserError error = catchThrowableOfType(UserError.class, () -> new FileStore().writeText(missing, NEW));
        assertThat(error.exitCode()).isEqualTo(ExitCode.OUTPUT);
        assertThat(error)
                .hasMessage(missing + ": cannot be written: its directory does not exist. Make the directory, or check"
                        + " the path for a typing error.");
        Path below = file.resolve("state.txt");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> new FileStore().writeText(below, NEW))
                .withMessage(below + ": cannot be written: one of the directories above it is a file."
                        + " Choose another directory.");
        Path readOnly = Paths.get("/sys/kernel/gan4j");
        assumeTrue(Files.isDirectory(Paths.get("/sys/kernel")));
        UserError refused = catchThrowableOfType(UserError.class, () -> new FileStore().writeText(readOnly, NEW));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.OUTPUT);
        assertThat(refused.getMessage())
                .matches("/sys/kernel/gan4j: cannot be written: .+\\. Make its directory writable, or choose another"
                        + " one; what was there before is intact\\.");
    }

    @Test
    void removesWhatAKilledProcessLeft() throws IOException {
        Path leftover = Files.createFile(directory.resolve(".state.txt.1234-1.tmp"));
        assertThat(new FileStore().removeLeftovers(directory)).isEqualTo(List.of(leftover));
        assertOnlyFile();
    }

    @Test
    void temporaryFilesAreNewAndEmpty() throws IOException {
        FileStore store = new FileStore();
        Path first = store.createTemporaryFile("gan4j-test", ".txt");
        Path second = store.createTemporaryFile("gan4j-test", ".txt");
        Path room = store.createTemporaryDirectory("gan4j-test");
        assertThat(first).isNotEqualTo(second).isEmptyFile().hasExtension("txt");
        assertThat(room).isEmptyDirectory();
        store.delete(first);
        store.delete(second);
        store.delete(room);
        assertThat(first).doesNotExist();
        assertThat(room).doesNotExist();
    }

    private void assertOnlyFile() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            assertThat(found).containsExactly(file);
        }
    }
}
