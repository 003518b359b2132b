package org.gan4j.core.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDigestTest {
    /** FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path directory;

    @Test
    void aFileAndItsFirstBytes() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "abcdef");
        assertThat(FileDigest.ofFirst(file, 3)).isEqualTo(new FileDigest(3, ABC));
        assertThat(FileDigest.of(file)).isEqualTo(new FileDigest(6, Sha256.of("abcdef")));
        assertThat(FileDigest.ofFirst(file, 100)).isEqualTo(FileDigest.of(file));
        assertThat(FileDigest.ofFirst(file, 0)).isEqualTo(FileDigest.EMPTY);
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        FileDigest abc = new FileDigest(3, ABC);
        Path file = directory.resolve("file");
        assertThat(abc.wrongIn(file)).contains("it is missing, and had 3 bytes");
        assertThat(abc.wrongAtBeginOf(file)).contains("it is missing, and had 3 bytes");
        assertThat(FileDigest.EMPTY.wrongAtBeginOf(file)).isEmpty();
        assertThat(FileDigest.EMPTY.wrongIn(file)).contains("it is missing, and had 0 bytes");
        Files.writeString(file, "abc");
        assertThat(abc.wrongIn(file)).isEmpty();
        assertThat(abc.wrongAtBeginOf(file)).isEmpty();
        Files.writeString(file, "abcd");
        assertThat(abc.wrongIn(file)).contains("it has 4 bytes, and had 3");
        assertThat(abc.wrongAtBeginOf(file)).isEmpty();
        Files.writeString(file, "ab");
        assertThat(abc.wrongAtBeginOf(file)).contains("it has 2 bytes, and had 3");
        Files.writeString(file, "abd");
        assertThat(abc.wrongAtBeginOf(file).orElseThrow())
                .startsWith("the first 3 bytes are others than then: their SHA-256 begins with ")
                .endsWith(", and began with ba7816bf8f01");
        assertThat(abc.wrongIn(file).orElseThrow()).startsWith("its 3 bytes are others than then");
    }

    @Test
    void lengthsAndDigitsAreChecked() {
        assertThatThrownBy(() -> new FileDigest(-1, ABC)).hasMessage("length must be at least 0, but is -1");
        assertThatThrownBy(() -> new FileDigest(3, ABC.toUpperCase(Locale.ROOT)))
                .hasMessageStartingWith("sha256 must be 64 hexadecimal digits, but is \"BA78");
    }

    @Test
    void aGrowingFileIsDigestedAsItGrows() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "ab");
        try (AppendedFile appended = new FileStore().append(file)) {
            appended.bytes("c".getBytes(UTF_8));
            assertThat(appended.digest()).isEqualTo(new FileDigest(3, ABC));
            appended.line("def");
            assertThat(appended.digest())
                    .isEqualTo(FileDigest.of(file))
                    .isEqualTo(new FileDigest(7, Sha256.of("abcdef\n")));
        }
    }

    @Test
    void whatCouldNotBeWrittenIsNotDigested() throws IOException {
        FullDisk disk = new FullDisk(3, false);
        Path file = directory.resolve("file");
        try (AppendedFile appended = new FileStore(disk).append(file)) {
            assertThat(appended.digest()).isEqualTo(FileDigest.EMPTY);
            appended.bytes("abc".getBytes(UTF_8));
            assertThatThrownBy(() -> appended.bytes("d".getBytes(UTF_8))).isInstanceOf(UserError.class);
            assertThat(appended.digest()).isEqualTo(new FileDigest(3, ABC));
        }
        assertThat(file).hasContent("abc");
    }
}
