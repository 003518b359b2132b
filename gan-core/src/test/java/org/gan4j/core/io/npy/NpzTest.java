package org.gan4j.core.io.npy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.io.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files beside this class were written by NumPy 2; {@code a = np.arange(6).reshape(2, 3)}. */
class NpzTest {
    private static final double[] SEVENTHS = {0, 1 / 7.0, 2 / 7.0, 3 / 7.0, 4 / 7.0, 5 / 7.0};

    @TempDir
    Path directory;

    private static NpyArray get(Map<String, NpyArray> arrays, String name) {
        return requireNonNull(arrays.get(name), name);
    }

    static Path fixture(String name) {
        try {
            return Paths.get(
                    requireNonNull(NpzTest.class.getResource(name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "compressed.npz"})
    void readsWhatNumPyWrites(String name) {
        SortedMap<String, NpyArray> arrays = NpzReader.readAll(fixture(name));
        assertThat(arrays).hasSize(16);
        float infinity = Float.POSITIVE_INFINITY;
        // np.array([1.5, -2, 6e-8, 65504, inf, -inf, nan, 0.1], dtype='f2')
        assertThat(get(arrays, "f2").toFloats())
                .containsExactly(1.5f, -2, 0x1p-24f, 65504, infinity, -infinity, Float.NaN, 0.099975586f);
        assertThat(get(arrays, "f8").shape()).containsExactly(2, 3);
        assertThat(get(arrays, "f8").toDoubles()).containsExactly(SEVENTHS);
        assertThat(get(arrays, "f4").toFloats()[1]).isEqualTo(1 / 7f);
        assertThat(get(arrays, "big").toFloats())
                .containsExactly(get(arrays, "f4").toFloats());
        assertThat(get(arrays, "i1").toLongs()).containsExactly(-128, 127);
        assertThat(get(arrays, "i2").toLongs()).containsExactly(-32768, 32767);
        assertThat(get(arrays, "i4").toLongs()).containsExactly(Integer.MIN_VALUE, Integer.MAX_VALUE);
        assertThat(get(arrays, "i8").toLongs()).containsExactly(Long.MIN_VALUE, Long.MAX_VALUE);
        assertThat(get(arrays, "u1").toLongs()).containsExactly(0, 255);
        assertThat(get(arrays, "u1").toFloats()).containsExactly(0, 255);
        assertThat(get(arrays, "u2").toLongs()).containsExactly(0, 65535);
        assertThat(get(arrays, "u4").toLongs()).containsExactly(0, 4294967295L);
        assertThat(get(arrays, "u8").toLongs()).containsExactly(0, Long.MAX_VALUE);
        assertThat(get(arrays, "b1").toLongs()).containsExactly(1, 0, 1);
        assertThat(get(arrays, "fortran").shape()).containsExactly(2, 3, 4);
        long[] ascending = new long[24];
        for (int i = 0; i < 24; i++) {
            ascending[i] = i;
        }
        assertThat(get(arrays, "fortran").toLongs()).containsExactly(ascending);
        assertThat(get(arrays, "scalar").shape()).isEmpty();
        assertThat(get(arrays, "scalar").toDoubles()).containsExactly(2.5);
        assertThat(get(arrays, "empty").shape()).containsExactly(0, 3);
        assertThat(get(arrays, "empty").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2.npy", "v3.npy"})
    void readsEveryVersionOfTheFormat(String name) {
        NpyArray array = NpyFile.read(fixture(name));
        assertThat(array.shape()).containsExactly(2, 3);
        assertThat(array.toFloats()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Map<String, NpyArray> arrays = arrays();
        Path file = directory.resolve("x.npz");
        NpzWriter.write(new FileStore(), file, arrays);
        assertThat(NpzReader.readAll(file)).containsExactlyInAnyOrderEntriesOf(arrays);
        NpyFile.write(new FileStore(), directory.resolve("x.npy"), get(arrays, "w"));
        assertThat(NpyFile.read(directory.resolve("x.npy"))).isEqualTo(get(arrays, "w"));
    }

    @Test
    void equalContentGivesEqualBytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpzWriter.write(out, arrays());
        assertThat(Sha256.of(out.toByteArray()))
                .isEqualTo("23eda27bfc852a76659dd0d3374f9c5ff92a89f96a306411fc27eca053951f5a");
    }

    private static Map<String, NpyArray> arrays() {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("w", NpyArray.of(new int[] {2, 3}, 0.5f, -1, 2, Float.NaN, 4, 5));
        arrays.put("adam/second", NpyArray.of(new int[] {3}, 0.1, Double.MIN_VALUE, -0.0));
        arrays.put("step", NpyArray.of(new int[0], Long.MAX_VALUE));
        arrays.put("empty", NpyArray.of(new int[] {4, 0, 2}, new float[0]));
        return arrays;
    }

    @Test
    void entriesThatAreNotArraysAreKept() {
        Path file = directory.resolve("checkpoint.npz");
        new FileStore().write(file, out -> {
            NpzWriter writer = new NpzWriter(out);
            writer.array("w", NpyArray.of(new int[] {1}, 3f));
            writer.bytes("meta.json", new byte[] {'{', '}'});
            writer.finish();
        });
        try (NpzReader reader = NpzReader.open(file, ExitCode.CHECKPOINT)) {
            assertThat(reader.names()).containsExactly("w");
            assertThat(reader.bytes("meta.json")).containsExactly('{', '}');
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> reader.array("v"))
                    .withMessage(file + ", entry v: there is no such entry; the file has: w. Use an earlier checkpoint,"
                            + " or start the run anew.")
                    .matches(error -> error.exitCode() == ExitCode.CHECKPOINT);
        }
    }

    @Test
    void theNumberOfValuesMustFitTheShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpyArray.of(new int[] {2, 3}, 1f))
                .withMessage("shape [2, 3] needs 6 values but there are 1");
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        Path missing = directory.resolve("missing.npz");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> NpzReader.readAll(missing))
                .withMessage(missing + ": there is no such file. Check the path and the file's permissions.");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> NpzReader.readAll(directory))
                .withMessageStartingWith(directory + ": ");
        assertThat(Files.exists(missing)).isFalse();
    }
}
