package org.gan4j.experiments.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Split;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.io.npy.NpzWriter;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.density.Parzen;

/** The images of the Parzen case as a file, so that others compute the same number. */
public final class ExportedDigits {
    private ExportedDigits() {}

    /** Writes an npz file with {@code centres}, {@code validation} and {@code test}, each [n, 28, 28, 1] in float32. */
    public static void write(DataDirectory data, Path file) {
        Dataset dataset = BenchCase.digits(data).open(data);
        Parzen parzen = Parzen.DEFAULTS;
        Map<String, NpyArray> arrays = new TreeMap<>();
        arrays.put("centres", array(dataset.train(), parzen.samples()));
        arrays.put("validation", array(dataset.validation(), parzen.validationPoints()));
        arrays.put("test", array(dataset.test(), parzen.testPoints()));
        NpzWriter.write(new FileStore(), file, arrays);
    }

    private static NpyArray array(Split split, int rows) {
        try (Scope scope = Scope.open()) {
            Tensor values = split.range(0, rows).values();
            return NpyArray.of(values.shape().dims(), values.toFloats());
        }
    }
}
