package org.gan4j.core.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.io.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
    private static final byte[] IMAGES = IdxBytes.idx(250, 2, 3, 2);

    @TempDir
    Path folder;

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private String refused(String name, byte[] content, int axes) throws IOException {
        Path path = file(name, content);
        UserError error = catchThrowableOfType(UserError.class, () -> IdxFile.read(path, axes));
        assertThat(error).as("%s of %d bytes", name, content.length).isNotNull();
        assertThat(error.exitCode()).isEqualTo(ExitCode.DATA);
        String where = path + ": ";
        String message = String.valueOf(error.getMessage());
        assertThat(message).startsWith(where).contains("at byte ").endsWith("Replace the file by an intact copy.");
        return message.substring(where.length());
    }

    @Test
    void plainAndCompressedFilesReadAlike() throws IOException {
        for (byte[] content : new byte[][] {IMAGES, IdxBytes.gzip(IMAGES)}) {
            IdxArray array = IdxFile.read(file("images", content), 3);
            assertThat(array.dims()).containsExactly(2, 3, 2);
            assertThat(array.bytes()).hasSize(12).startsWith((byte) 250, (byte) 253, (byte) 0, (byte) 3);
            assertThat(array.checksum()).isEqualTo(Sha256.of(IMAGES));
        }
    }

    @Test
    void aPlainFileCutAnywhereIsRefused() throws IOException {
        for (int length = 0; length < IMAGES.length; length++) {
            String message = refused("images", Arrays.copyOf(IMAGES, length), 3);
            assertThat(message).startsWith("at byte " + length + ", the file ");
        }
        assertThat(refused("images", Arrays.copyOf(IMAGES, 27), 3))
                .startsWith(
                        "at byte 27, the file is cut off: its header announces [2, 3, 2], which is 28 bytes in all.");
        assertThat(refused("images", Arrays.copyOf(IMAGES, 15), 3)).contains("in its header, which has 16 bytes");
        assertThat(refused("images", new byte[0], 3)).contains("magic number 0x00000803 is expected");
    }

    @Test
    void aCompressedFileCutAnywhereIsRefused() throws IOException {
        byte[] compressed = IdxBytes.gzip(IMAGES);
        for (int length = 2; length < compressed.length; length++) {
            assertThat(refused("images.gz", Arrays.copyOf(compressed, length), 3))
                    .contains("the file is cut off in the ");
        }
    }

    @Test
    void everyFlippedByteOfCompressedDataIsNoticed() throws IOException {
        byte[] compressed = IdxBytes.gzip(IMAGES);
        for (int position = 10; position < compressed.length; position++) {
            byte[] damaged = compressed.clone();
            damaged[position] ^= 0x55;
            refused("images.gz", damaged, 3);
        }
    }

    @Test
    void bytesAfterTheEndAreRefused() throws IOException {
        assertThat(refused("images", Arrays.copyOf(IMAGES, IMAGES.length + 3), 3))
                .startsWith("at byte 28, 3 bytes too many: its header announces [2, 3, 2], which is 28 bytes in all.");
        byte[] compressed = IdxBytes.gzip(IMAGES);
        assertThat(refused("images.gz", Arrays.copyOf(compressed, compressed.length + 1), 3))
                .startsWith("at byte " + compressed.length + ", bytes after the end");
        assertThat(refused("images.gz", Arrays.copyOf(compressed, compressed.length + 30), 3))
                .startsWith("at byte " + compressed.length + ", bytes after the end");
        assertThat(refused("images.gz", IdxBytes.gzip(Arrays.copyOf(IMAGES, 29)), 3))
                .startsWith("at byte 28 of the uncompressed content, 1 bytes too many");
    }

    @Test
    void gzipFilesOfSeveralMembersAreOneContent() throws IOException {
        byte[] first = IdxBytes.gzip(Arrays.copyOf(IMAGES, 9));
        byte[] second = IdxBytes.gzip(Arrays.copyOfRange(IMAGES, 9, IMAGES.length));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        assertThat(IdxFile.read(file("images.gz", both), 3).bytes()).hasSize(12);
    }

    @Test
    void gzipHeadersWithANameAreRead() throws IOException {
        byte[] compressed = IdxBytes.gzip(IMAGES);
        byte[] name = {'a', 'b', 0};
        byte[] named = new byte[compressed.length + name.length];
        System.arraycopy(compressed, 0, named, 0, 10);
        named[3] = 8;
        System.arraycopy(name, 0, named, 10, 3);
        System.arraycopy(compressed, 10, named, 13, compressed.length - 10);
        assertThat(IdxFile.read(file("images.gz", named), 3).dims()).containsExactly(2, 3, 2);
    }

    @Test
    void anotherMagicNumberIsRefused() throws IOException {
        assertThat(refused("labels", IMAGES, 1))
                .startsWith("at byte 0, expected the magic number 0x00000801 (unsigned bytes with 1 axis), found"
                        + " 0x00000803.");
        byte[] floats = IMAGES.clone();
        floats[2] = 0x0d;
        assertThat(refused("images", floats, 3)).contains("found 0x00000d03");
    }

    @Test
    void impossibleLengthsAreRefused() throws IOException {
        byte[] empty = ByteBuffer.wrap(IMAGES.clone()).putInt(4, 0).array();
        assertThat(refused("images", empty, 3))
                .startsWith("at byte 4, the length of axis 0 must be at least 1, found 0.");
        byte[] negative = ByteBuffer.wrap(IMAGES.clone()).putInt(8, -3).array();
        assertThat(refused("images", negative, 3)).startsWith("at byte 8, the length of axis 1");
        byte[] huge = ByteBuffer.wrap(IMAGES.clone())
                .putInt(4, 1 << 30)
                .putInt(8, 1 << 30)
                .array();
        assertThat(refused("images", huge, 3)).startsWith("at byte 8, the lengths of the axes ask for more than 2 GB");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> IdxFile.read(folder.resolve("absent"), 1))
                .isInstanceOf(UserError.class)
                .hasMessage(folder.resolve("absent") + ": there is no such file. Check the path and the file's"
                        + " permissions.");
    }
}
