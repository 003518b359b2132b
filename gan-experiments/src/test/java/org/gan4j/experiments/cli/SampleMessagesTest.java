package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.io.npy.NpzWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples from a file that cannot be measured. */
class SampleMessagesTest {
    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() {
        desk = new Desk(directory);
    }

    private void save(String name, NpyArray array) {
        save(Map.of(name, array));
    }

    private void save(Map<String, NpyArray> arrays) {
        NpzWriter.write(new FileStore(), desk.path("s.npz"), arrays);
    }

    private Desk.Outcome measured(String dataset) {
        return desk.gan("evaluate", "modes", "samples=5", "--json", "--samples", "DIR/s.npz", "--dataset", dataset);
    }

    @Test
    void aWrongShape() {
        save("x", NpyArray.of(new int[] {2, 3}, 1f, 2, 3, 4, 5, 6));
        measured("ring").isRefused(ExitCode.DATA, """
                DIR/s.npz: the samples have shape [2, 3], but those of ring are [N, 2] with N >= 1. Save an array of \
                such a shape.
                """);
        measured("stroke-digits").isRefused(ExitCode.DATA, """
                DIR/s.npz: the samples have shape [2, 3], but those of stroke-digits are [N, 784] or [N, 28, 28, 1] \
                with N >= 1. Save an array of such a shape.
                """);
    }

    @Test
    void noSamples() {
        save("x", NpyArray.of(new int[] {0, 2}, new float[0]));
        measured("ring").isRefused(ExitCode.DATA, """
                DIR/s.npz: the samples have shape [0, 2], but those of ring are [N, 2] with N >= 1. Save an array of \
                such a shape.
                """);
    }

    @Test
    void aValueThatIsNoNumberOrOutOfRange() {
        save("x", NpyArray.of(new int[] {2, 2}, 1f, 2, Float.NaN, 4));
        measured("ring").isRefused(ExitCode.DATA, """
                DIR/s.npz: value NaN of sample 1 is not a finite number. Bring the samples to the range of ring; \
                nothing is clipped.
                """);
        float[] pixels = new float[2 * 784];
        Arrays.fill(pixels, 0.5f);
        pixels[784] = 255;
        save("x", NpyArray.of(new int[] {2, 28, 28}, pixels));
        measured("stroke-digits").isRefused(ExitCode.DATA, """
                DIR/s.npz: value 255.0 of sample 1 is not a number in [0.0, 1.0]. Bring the samples to the range of \
                stroke-digits; nothing is clipped.
                """);
    }

    @Test
    void tooFewSamples() {
        save("x", NpyArray.of(new int[] {2, 2}, 1f, 2, 3, 4));
        measured("ring").isRefused(ExitCode.DATA, """
                evaluator modes: this measure needs 5 samples, but 2 were given. See gan describe evaluator modes for \
                its settings, such as samples=1000.
                """);
    }

    @Test
    void whichArrayItIs() {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("a", NpyArray.of(new int[] {1, 2}, 1f, 2));
        arrays.put("b", NpyArray.of(new int[] {1, 2}, 1f, 2));
        save(arrays);
        measured("ring").isRefused(ExitCode.DATA, """
                DIR/s.npz: which array holds the samples? There are [a, b]. Save them as x: numpy.savez(file, \
                x=samples).
                """);
    }

    @Test
    void aFileThatIsMissingOrNoNpz() throws IOException {
        measured("ring").isRefused(ExitCode.DATA, """
                DIR/s.npz: there is no such file. Check the path and the file's permissions.
                """);
        desk.write("s.npz", "PK no");
        measured("ring").isRefused(ExitCode.DATA, """
                DIR/s.npz: it is not an npz file, or it is cut off (zip END header not found). Make or download the \
                file again; numpy.savez writes files that can be read.
                """);
    }

    @Test
    void everyFileThatIsCutOff() throws IOException {
        save("x", NpyArray.of(new int[] {1, 2}, 1f, 2));
        byte[] whole = Files.readAllBytes(desk.path("s.npz"));
        for (int length = 0; length < whole.length; length += 23) {
            Files.write(desk.path("s.npz"), Arrays.copyOf(whole, length));
            Desk.Outcome outcome = measured("ring");
            outcome.isRefused(ExitCode.DATA, outcome.err());
            assertThat(outcome.err().strip())
                    .startsWith("DIR/s.npz: it is not an npz file, or it is cut off (")
                    .doesNotContain("\n");
        }
    }

    @Test
    void neitherFileNorRunNorData() {
        desk.gan("evaluate", "modes", "--dataset", "ring").isRefused(ExitCode.USAGE, """
                gan evaluate: it is not said which samples to measure. Give either --samples FILE or --run DIR.
                """);
        desk.gan("evaluate", "modes", "--samples", "DIR/s.npz").isRefused(ExitCode.USAGE, """
                gan evaluate: it is not said which data the samples should resemble. Give --dataset NAME; see gan list \
                datasets.
                """);
    }
}
