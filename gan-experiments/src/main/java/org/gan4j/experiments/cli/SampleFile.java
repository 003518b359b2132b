package org.gan4j.experiments.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.io.npy.NpyFile;
import org.gan4j.core.io.npy.NpzReader;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Samples that something else has written: array {@code x} of an npz file, or its only array, or an npy file. */
final class SampleFile {
    private SampleFile() {}

    /**
     * Reads samples and checks that they can be compared with the data.
     *
     * @return [N, ...] in the shape of the data
     * @throws org.gan4j.core.io.UserError if their size, range or type is wrong
     */
    static Tensor read(Path file, Dataset data) {
        NpyArray array = array(file);
        SampleSpec spec = data.spec();
        int coordinates = spec.shape().size();
        int[] shape = array.shape();
        long size = 1;
        for (int axis = 1; axis < shape.length; axis++) {
            size *= shape[axis];
        }
        if (shape.length < 2 || shape[0] < 1 || size != coordinates) {
            String flat = "[N, " + coordinates + "]";
            String shaped = "[N, " + inner(spec.shape()) + "]";
            throw wrong(
                    file,
                    "the samples have shape " + text(shape) + ", but those of " + data.name() + " are "
                            + (flat.equals(shaped) ? flat : flat + " or " + shaped) + " with N >= 1",
                    "Save an array of such a shape.");
        }
        float[] values = array.toFloats();
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (!(value >= spec.low() && value <= spec.high()) || Float.isInfinite(value)) {
                throw wrong(
                        file,
                        "value " + value + " of sample " + i / coordinates + " is not " + range(spec),
                        "Bring the samples to the range of " + data.name() + "; nothing is clipped.");
            }
        }
        int[] dims = new int[spec.shape().rank() + 1];
        dims[0] = shape[0];
        System.arraycopy(spec.shape().dims(), 0, dims, 1, spec.shape().rank());
        return Tensor.of(Shape.of(dims), values);
    }

    private static NpyArray array(Path file) {
        if (file.toString().endsWith(".npy")) {
            return NpyFile.read(file);
        }
        SortedMap<String, NpyArray> arrays = new TreeMap<>(NpzReader.readAll(file));
        NpyArray named = arrays.get("x");
        if (named != null) {
            return named;
        }
        arrays.remove("y");
        if (arrays.size() != 1) {
            throw wrong(
                    file,
                    "which array holds the samples? There are " + arrays.keySet(),
                    "Save them as x: numpy.savez(file, x=samples).");
        }
        return arrays.values().iterator().next();
    }

    private static String range(SampleSpec spec) {
        return spec.bounded() ? "a number in [" + spec.low() + ", " + spec.high() + "]" : "a finite number";
    }

    private static String text(int... shape) {
        return Arrays.toString(shape);
    }

    private static String inner(Shape shape) {
        String text = shape.toString();
        return text.substring(1, text.length() - 1);
    }

    private static UserError wrong(Path file, String what, String fix) {
        return new UserError(ExitCode.DATA, what, file.toString(), fix);
    }
}
