package org.gan4j.experiments.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.gan4j.core.io.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sets whose files are missing or damaged. */
class DataMessagesTest {
    private static final String TRAIN = "train-images-idx3-ubyte";

    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        desk = new Desk(directory);
        Files.createDirectories(desk.path("data/mnist"));
    }

    /** Puts files in the place of the other three, so that the first is the first to be read. */
    private void others() throws IOException {
        for (String name : List.of("train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")) {
            desk.write("data/mnist/" + name, "never read");
        }
    }

    private Desk.Outcome run() {
        return desk.gan("run", "goodfellow2014-table1", "epochs=1", "--json");
    }

    private static byte[] images(int count) {
        return ByteBuffer.allocate(16 + count * 784)
                .putInt(0x803)
                .putInt(count)
                .putInt(28)
                .putInt(28)
                .array();
    }

    @Test
    void aMissingFileSaysWhichAndWhere() {
        run().isRefused(ExitCode.DATA, """
                DIR/data/mnist: no file train-images-idx3-ubyte or train-images-idx3-ubyte.gz. Put it there, or run \
                './gan data fetch mnist'; the data directory is DIR/data (choose another with --data-dir or \
                $GAN4J_DATA).
                """);
    }

    @Test
    void aFileThatIsNoIdxFile() throws IOException {
        others();
        desk.write("data/mnist/" + TRAIN, "hello world");
        run().isRefused(ExitCode.DATA, """
                DIR/data/mnist/train-images-idx3-ubyte: at byte 0, expected the magic number 0x00000803 (unsigned bytes \
                with 3 axes), found 0x68656c6c. Replace the file by an intact copy.
                """);
    }

    @Test
    void aFileThatIsCutOff() throws IOException {
        others();
        byte[] whole = images(3);
        Files.write(desk.path("data/mnist/" + TRAIN), Arrays.copyOf(whole, whole.length - 1));
        run().isRefused(ExitCode.DATA, """
                DIR/data/mnist/train-images-idx3-ubyte: at byte 2367, the file is cut off: its header announces \
                [3, 28, 28], which is 2368 bytes in all. Replace the file by an intact copy.
                """);
    }

    @Test
    void aCompressedFileThatIsCutOffOrDamaged() throws IOException {
        others();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(images(3));
        }
        byte[] whole = bytes.toByteArray();
        Path file = desk.path("data/mnist/" + TRAIN + ".gz");
        Files.write(file, Arrays.copyOf(whole, 20));
        run().isRefused(ExitCode.DATA, """
                DIR/data/mnist/train-images-idx3-ubyte.gz: at byte 20, the file is cut off in the compressed data. \
                Replace the file by an intact copy.
                """);
        Files.write(file, "no gzip".getBytes(US_ASCII));
        run().isRefused(ExitCode.DATA, """
                DIR/data/mnist/train-images-idx3-ubyte.gz: at byte 0, expected the magic number 0x00000803 (unsigned \
                bytes with 3 axes), found 0x6e6f2067. Replace the file by an intact copy.
                """);
    }

    @Test
    void anNpzThatIsMissing() throws IOException {
        desk.write("tiny.yaml", Desk.TINY);
        desk.gan("run", "DIR/tiny.yaml", "run.data={type: npz, path: DIR/points.npz}")
                .isRefusedInTheEnd(ExitCode.DATA, """
                DIR/points.npz: there is no such file. Check the path and the file's permissions.
                """);
    }

    @Test
    void nothingIsDownloadedOffline() {
        Desk.Outcome outcome = desk.gan("data", "fetch", "mnist", "--offline");
        outcome.isRefused(ExitCode.DATA, outcome.err());
        assertThat(outcome.err())
                .startsWith("DIR/data/mnist/train-images-idx3-ubyte.gz: it is not there, and nothing is downloaded with"
                        + " --offline. Put a file of 9912422 bytes with SHA-256 440fcabf73cc546f");
    }
}
