package org.gan4j.core.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.Split;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.io.npy.NpzWriter;
import org.gan4j.core.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {
    @TempDir
    Path root;

    private Path file() {
        return root.resolve("own.npz");
    }

    private Path write(Object... namesAndArrays) {
        SortedMap<String, NpyArray> arrays = new TreeMap<>();
        for (int i = 0; i < namesAndArrays.length; i += 2) {
            arrays.put((String) namesAndArrays[i], (NpyArray) namesAndArrays[i + 1]);
        }
        NpzWriter.write(new FileStore(), file(), arrays);
        return file();
    }

    private static NpyArray rows(int count, float scale) {
        float[] values = new float[2 * count];
        for (int i = 0; i < count; i++) {
            values[2 * i] = scale * i;
            values[2 * i + 1] = scale * (i + 0.5f);
        }
        return NpyArray.of(new int[] {count, 2}, values);
    }

    private Dataset open() {
        return Npz.of(file()).open(new DataDirectory(root));
    }

    private void refused(String message) {
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
                .hasMessageStartingWith(file() + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void everyRowIsInOneSplitWithItsLabel() {
        long[] labels = new long[20];
        for (int i = 0; i < 20; i++) {
            labels[i] = i % 3;
        }
        write("x", rows(20, 1), "y", NpyArray.of(new int[] {20}, labels), "z", rows(3, 1));
        Dataset data = open();
        assertThat(data.train().size()).isEqualTo(16);
        assertThat(data.validation().size()).isEqualTo(2);
        assertThat(data.test().size()).isEqualTo(2);
        List<Integer> seen = new ArrayList<>();
        for (Split split : List.of(data.train(), data.validation(), data.test())) {
            Samples all = split.all();
            for (int i = 0; i < all.size(); i++) {
                int row = (int) all.values().at(i, 0);
                assertThat(all.values().at(i, 1)).isEqualTo(row + 0.5);
                assertThat(all.labels().orElseThrow().at(i)).isEqualTo(row % 3);
                seen.add(row);
            }
        }
        assertThat(seen)
                .hasSize(20)
                .doesNotHaveDuplicates()
                .isNotEqualTo(seen.stream().sorted().toList());
        assertThat(data.spec().classes()).isEqualTo(3);
        assertThat(data.spec().shape()).isEqualTo(Shape.of(2));
        assertThat(data.name()).isEqualTo("own");
        assertThat(open().train().all().values().toFloats())
                .isEqualTo(data.train().all().values().toFloats());
    }

    @Test
    void theRangeIsTheSmallestUsualOneThatHoldsAllValues() {
        write("samples", rows(20, 0.05f));
        assertThat(range()).containsExactly(0, 1);
        write("samples", rows(20, -0.05f));
        assertThat(range()).containsExactly(-1, 1);
        write("samples", rows(20, 0.1f));
        assertThat(range()).containsExactly(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertThat(open().spec().classes()).isZero();
        assertThat(open().train().all().labels()).isEmpty();
        Dataset stated = new Npz(file().toString(), 0.1, 0.1, Optional.of(0.0), Optional.of(2.0), Optional.empty())
                .open(new DataDirectory(root));
        assertThat(stated.spec().high()).isEqualTo(2);
        Npz narrow = new Npz(file().toString(), 0.1, 0.1, Optional.of(0.0), Optional.of(1.5), Optional.empty());
        assertThatThrownBy(() -> narrow.open(new DataDirectory(root)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("not in the stated range [0.0, 1.5]");
    }

    private double[] range() {
        return new double[] {open().spec().low(), open().spec().high()};
    }

    @Test
    void unsignedBytesAreDividedBy255() throws IOException {
        byte[] header =
                "{'descr': '|u1', 'fortran_order': False, 'shape': (4, 1, 1), }".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream npy = new ByteArrayOutputStream();
        npy.write(0x93);
        npy.write("NUMPY".getBytes(StandardCharsets.US_ASCII));
        npy.write(new byte[] {1, 0, 118, 0});
        npy.write(header);
        npy.write(" ".repeat(117 - header.length).getBytes(StandardCharsets.US_ASCII));
        npy.write('\n');
        npy.write(new byte[] {0, 51, (byte) 204, (byte) 255});
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file()))) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(npy.toByteArray());
            zip.closeEntry();
        }
        Dataset data = new Npz(file().toString(), 0.25, 0.25, Optional.empty(), Optional.empty(), Optional.empty())
                .open(new DataDirectory(root));
        List<Float> values = new ArrayList<>();
        for (Split split : List.of(data.train(), data.validation(), data.test())) {
            for (float value : split.all().values().toFloats()) {
                values.add(value);
            }
        }
        assertThat(values).containsExactlyInAnyOrder(0f, 0.2f, 0.8f, 1f);
        assertThat(data.spec().high()).isEqualTo(1);
    }

    @Test
    void aRelativePathIsSoughtInTheDataDirectory() {
        write("x", rows(20, 1));
        Npz inData = new Npz("own.npz", 0.1, 0.1, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(inData.open(new DataDirectory(root)).train().size()).isEqualTo(16);
    }

    @Test
    void whatCannotBeDataIsRefused() throws IOException {
        write("a", rows(20, 1), "b", rows(20, 1));
        refused("no array 'x', and it is not clear which of [a, b] holds the samples");
        write("x", NpyArray.of(new int[] {3}, 1f, 2f, 3f));
        refused("array 'x' has shape [3]; expected samples [N, ...]");
        write("x", rows(20, Float.NaN));
        refused("element 0 of array 'x' is NaN, not a finite number");
        write("x", rows(4, 1));
        refused("its 4 rows cannot be split: 4 to train, 0 to validate, 0 to test");
        write("x", rows(20, 1), "y", NpyArray.of(new int[] {2}, 1L, 2L));
        refused("array 'y' has shape [2]; expected one label for each of 20 samples, [20]");
        write("x", rows(2, 1), "y", NpyArray.of(new int[] {2}, 1, 1.5));
        refused("label 1 of array 'y' is 1.5; expected 0, 1, 2, ...");
        write("x", rows(2, 1), "y", NpyArray.of(new int[] {2}, -1L, 2L));
        refused("label 0 of array 'y' is -1.0");
        Files.write(file(), new byte[] {1, 2, 3});
        refused("not an npz file");
    }

    @Test
    void sharesMustLeaveSomethingToTrainOn() {
        assertThatThrownBy(() -> new Npz("a", 0.5, 0.5, Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leave something to train on");
        assertThatThrownBy(() -> new Npz("a", 0.1, Double.NaN, Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Npz("a", 0.1, 0.1, Optional.of(1.0), Optional.empty(), Optional.empty()))
                .hasMessageContaining("both low and high");
        assertThatThrownBy(() -> new Npz("a", 0.1, 0.1, Optional.of(1.0), Optional.of(1.0), Optional.empty()))
                .hasMessageContaining("low must be less than high");
    }
}
