package org.gan4j.core.training.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.Json;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.GameTensors;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.io.npy.NpyType;
import org.gan4j.core.io.npy.NpzReader;
import org.gan4j.core.io.npy.NpzWriter;
import org.gan4j.core.memory.DType;
import org.gan4j.core.optim.OptimizerState;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** The form of a checkpoint's file: an npz file with one array per tensor and the entry meta.json. */
final class CheckpointFile {
    private CheckpointFile() {}

    /** What a file holds, checked for damage, not yet for fitness. */
    record Content(CheckpointMeta meta, SortedMap<String, NpyArray> arrays) {
        /** Returns the state like the template's with this file's numbers; names and shapes have been compared. */
        GameState into(GameState template) {
            GameState counted = template;
            for (Map.Entry<String, Long> entry : meta.optimizerSteps().entrySet()) {
                counted = counted.withPlayer(
                        entry.getKey(),
                        player -> player.withOptimizer(new OptimizerState(
                                entry.getValue(), player.optimizer().memory())));
            }
            GameState filled = GameTensors.replaced(counted, name -> tensor(Objects.requireNonNull(arrays.get(name))));
            return new GameState(meta.step(), filled.players(), filled.extra(), filled.scheme());
        }
    }

    static void write(OutputStream out, GameState state, CheckpointMeta meta) throws IOException {
        NpzWriter writer = new NpzWriter(out);
        writer.bytes(CheckpointMeta.ENTRY, Json.pretty(meta).getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, Tensor> entry : state.tensors().entrySet()) {
            writer.array(entry.getKey(), array(entry.getValue()));
        }
        writer.finish();
    }

    /**
     * Reads a whole file.
     *
     * @throws org.gan4j.core.io.UserError if it is missing or damaged
     */
    static Content read(Path file) {
        try (NpzReader reader = NpzReader.open(file, ExitCode.CHECKPOINT)) {
            CheckpointMeta meta = meta(file, reader.bytes(CheckpointMeta.ENTRY));
            SortedMap<String, NpyArray> arrays = new TreeMap<>();
            for (String name : reader.names()) {
                arrays.put(name, reader.array(name));
            }
            return new Content(meta, arrays);
        }
    }

    /** Returns the metadata of a file, and reads no array. */
    static CheckpointMeta meta(Path file) {
        try (NpzReader reader = NpzReader.open(file, ExitCode.CHECKPOINT)) {
            return meta(file, reader.bytes(CheckpointMeta.ENTRY));
        }
    }

    private static CheckpointMeta meta(Path file, byte[] bytes) {
        String source = file + ", entry " + CheckpointMeta.ENTRY;
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            Object format = Json.parse(text, source).get("format");
            if (!Long.valueOf(CheckpointMeta.FORMAT).equals(format)) {
                throw new UserError(
                        ExitCode.CHECKPOINT,
                        "its format is " + format + ", and this version reads format " + CheckpointMeta.FORMAT,
                        source,
                        "Use the version of the program that wrote it, or start the run anew.");
            }
            return Json.read(text, source, CheckpointMeta.class);
        } catch (ConfigurationException e) {
            throw new UserError(
                            ExitCode.CHECKPOINT,
                            "it is not what a checkpoint holds",
                            source,
                            "The file was written by another version of the program or changed by hand.")
                    .causedBy(e);
        }
    }

    private static NpyArray array(Tensor tensor) {
        int[] shape = tensor.shape().dims();
        return tensor.dtype() == DType.FLOAT32
                ? NpyArray.of(shape, tensor.toFloats())
                : NpyArray.of(shape, tensor.toDoubles());
    }

    /** Returns an array as a tensor of its own memory. */
    static Tensor tensor(NpyArray array) {
        Shape shape = Shape.of(array.shape());
        Tensor values = array.type() == NpyType.FLOAT32
                ? Tensor.of(shape, array.toFloats())
                : Tensor.of(shape, array.toDoubles());
        return values.persistent();
    }
}
