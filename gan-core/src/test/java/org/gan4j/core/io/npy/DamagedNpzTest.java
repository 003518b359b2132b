package org.gan4j.core.io.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedNpzTest {
    private static final String FIX = ". Make or download the file again; numpy.savez writes files that can be read.";

    /** A prime, so that bytes of every field of every entry are met. */
    private static final int STEP = 7;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "compressed.npz"})
    void aFileCutOffAtAnyByteIsRefused(String name) throws IOException {
        byte[] whole = Files.readAllBytes(NpzTest.fixture(name));
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            UserError error = catchThrowableOfType(UserError.class, () -> NpzReader.readAll(file));
            assertThat(error)
                    .as("cut at %d", length)
                    .hasMessageStartingWith(file.toString())
                    .hasMessageEndingWith(FIX);
            assertThat(error.exitCode()).isEqualTo(ExitCode.DATA);
        }
    }

    @ParameterizedTest
    @CsvSource({"stored.npz, 1", "stored.npz, 255", "compressed.npz, 1", "compressed.npz, 128"})
    void changedBytesAreRefusedOrDoNotTouchTheNumbers(String name, int mask) throws IOException {
        byte[] whole = Files.readAllBytes(NpzTest.fixture(name));
        Collection<NpyArray> original = NpzReader.readAll(NpzTest.fixture(name)).values();
        int refused = 0;
        for (int i = mask % STEP; i < whole.length; i += STEP) {
            byte[] changed = whole.clone();
            changed[i] ^= (byte) mask;
            Files.write(file, changed);
            try {
                SortedMap<String, NpyArray> read = NpzReader.readAll(file);
                assertThat(original).as("byte %d", i).containsAll(read.values());
            } catch (UserError e) {
                refused++;
                assertThat(e).hasMessageStartingWith(file.toString());
            }
        }
        assertThat(refused).isGreaterThan(whole.length / STEP / 3);
    }

    @Test
    void anArrayCutOffAtAnyByteIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(NpzTest.fixture("v2.npy"));
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(UserError.class)
                    .as("cut at %d", length)
                    .isThrownBy(() -> NpyFile.read(file))
                    .withMessageContaining("the file ends within");
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> NpyFile.read(file))
                .withMessage(file + ": there are bytes after the last element of shape [2, 3]" + FIX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }"
                        + "|the file ends within the elements: 0 of 24 bytes",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2000000000, 2000000000, 2000000000), }"
                        + "|its shape (2000000000, 2000000000, 2000000000) is larger than any memory",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000, 1000), }"
                        + "|shape [1000000, 1000] of f8 is 8000000000 bytes, but one array may have at most 2 GiB",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }"
                        + "|the header has no usable 'shape': {'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999,), }"
                        + "|its shape (99999999999,) is not one that can be read",
                "{'descr': '<f3', 'fortran_order': False, 'shape': (), }"
                        + "|element type <f3 cannot be read (known: f2, f4, f8, i1, i2, i4, i8, u1, u2, u4, u8, b1)",
                "{'descr': '<f4', 'fortran_order': Maybe, 'shape': (), }"
                        + "|the header has no usable 'fortran_order': {'descr': '<f4', 'fortran_order': Maybe, 'shape': (), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (), 'x': 1}"
                        + "|the header is malformed: {'descr': '<f4', 'fortran_order': False, 'shape': (), 'x': 1}",
            })
    void aHostileHeaderIsRefused(String header, String what) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        Files.write(file, out.toByteArray());
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> NpyFile.read(file))
                .withMessage(file + ": " + what + FIX);
    }

    @Test
    void headersThatClaimTooMuchAreRefusedWithoutMemory() throws IOException {
        Files.write(file, new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, -1});
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> NpyFile.read(file))
                .withMessage(file + ": the header claims 4294967295 bytes, more than any plain array needs" + FIX);
        Files.write(file, new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 9, 0});
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> NpyFile.read(file))
                .withMessage(file + ": npy version 9 is unknown (known: 1, 2, 3)" + FIX);
        Files.writeString(file, "this is a text");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> NpyFile.read(file))
                .withMessage(file + ": this is not an npy array: it does not begin with \\x93NUMPY" + FIX);
    }

    @ParameterizedTest
    @CsvSource({
        "objects.npy, it holds Python objects; save an array of numbers instead (astype('f4'))",
        "structured.npy, it is a structured array; only plain numbers can be read",
        "complex.npy, 'element type <c8 cannot be read (known: f2, f4, f8, i1, i2, i4, i8, u1, u2, u4, u8, b1)'",
    })
    void arraysThatAreNotPlainNumbersAreRefused(String name, String what) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> NpyFile.read(NpzTest.fixture(name)))
                .withMessage(NpzTest.fixture(name) + ": " + what + FIX);
    }

    @Test
    void whatIsNotAnNpzFileIsRefused() throws IOException {
        Files.writeString(file, "this is a text");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> NpzReader.readAll(file))
                .withMessage(file + ": it is not an npz file, or it is cut off (zip END header not found)" + FIX);
    }
}
