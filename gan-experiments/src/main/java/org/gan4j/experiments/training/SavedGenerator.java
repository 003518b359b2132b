package org.gan4j.experiments.training;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.io.npy.NpzReader;
import org.gan4j.core.io.npy.NpzWriter;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** The parameters and buffers of a generator in an npz file: {@code parameters/NAME} and {@code buffers/NAME}. */
final class SavedGenerator {
    private static final String PARAMETERS = "parameters/";
    private static final String BUFFERS = "buffers/";

    private SavedGenerator() {}

    static void write(FileStore files, Path file, GeneratorState generator) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        generator.parameters().asMap().forEach((name, t) -> arrays.put(PARAMETERS + name, array(t)));
        generator.buffers().asMap().forEach((name, t) -> arrays.put(BUFFERS + name, array(t)));
        NpzWriter.write(files, file, arrays);
    }

    static GeneratorState read(Path file, Generator generator, Shape sample, long step) {
        SortedMap<String, NpyArray> arrays = NpzReader.readAll(file);
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        Map<String, Tensor> buffers = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            if (name.startsWith(PARAMETERS)) {
                parameters.put(name.substring(PARAMETERS.length()), tensor(array));
            } else if (name.startsWith(BUFFERS)) {
                buffers.put(name.substring(BUFFERS.length()), tensor(array));
            }
        });
        if (parameters.isEmpty()) {
            throw new UserError(
                    ExitCode.CHECKPOINT,
                    "it holds no generator: there is no array " + PARAMETERS + "...",
                    file.toString(),
                    "Run the experiment again with --rerun.");
        }
        return new GeneratorState(
                generator, Parameters.of(parameters), Buffers.of(buffers), sample, step, Optional.empty());
    }

    private static NpyArray array(Tensor tensor) {
        return NpyArray.of(tensor.shape().dims(), tensor.toFloats());
    }

    private static Tensor tensor(NpyArray array) {
        return Tensor.of(Shape.of(array.shape()), array.toFloats());
    }
}
