package org.gan4j.core.training.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.gan4j.core.game.GameState;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.io.npy.NpyType;
import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Comparison of a checkpoint with the run that is to go on from it. */
final class CheckpointCompatibility {
    private static final int SHOWN = 12;

    private CheckpointCompatibility() {}

    /**
     * Compares names, shapes and element types of all tensors.
     *
     * @throws org.gan4j.core.io.UserError listing what differs
     */
    static void requireArchitecture(Path file, CheckpointFile.Content content, GameState template) {
        List<String> differences = differences(content.arrays(), template.tensors(), "the checkpoint", "this run");
        if (!content.meta().optimizerSteps().keySet().equals(template.players().keySet())) {
            differences.add("players " + content.meta().optimizerSteps().keySet() + " in the checkpoint, "
                    + template.players().keySet() + " in this run");
        }
        if (differences.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("the checkpoint is of another architecture than this run:");
        differences.stream().limit(SHOWN).forEach(line -> text.append("\n  ").append(line));
        if (differences.size() > SHOWN) {
            text.append("\n  and ").append(differences.size() - SHOWN).append(" more");
        }
        throw new UserError(
                ExitCode.CHECKPOINT,
                file + ": " + text + "\nUse the configuration that the checkpoint was made with, or start a new run.");
    }

    /**
     * Compares names, shapes and element types.
     *
     * @param there words for where the arrays are from
     * @param here words for where the tensors are
     */
    static List<String> differences(
            SortedMap<String, NpyArray> found, SortedMap<String, Tensor> expected, String there, String here) {
        TreeSet<String> names = new TreeSet<>(found.keySet());
        names.addAll(expected.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String saved = text(found.get(name));
            String own = text(expected.get(name));
            if (!saved.equals(own)) {
                differences.add(name + ": " + saved + " in " + there + ", " + own + " in " + here);
            }
        }
        return differences;
    }

    private static String text(@Nullable NpyArray array) {
        return array == null ? "missing" : Shape.of(array.shape()) + suffix(array.type() == NpyType.FLOAT32);
    }

    private static String text(@Nullable Tensor tensor) {
        return tensor == null ? "missing" : tensor.shape() + suffix(tensor.dtype() == DType.FLOAT32);
    }

    private static String suffix(boolean single) {
        return single ? "" : " of another type than float32";
    }

    /**
     * Compares configuration, threads and kernels.
     *
     * @param otherThreads whether other threads and kernels are accepted
     * @throws org.gan4j.core.io.UserError naming what differs and the command that fits
     */
    static void requireConditions(
            Path file, CheckpointEnvironment found, CheckpointEnvironment expected, boolean otherThreads) {
        if (!found.configuration().equals(expected.configuration())) {
            throw new UserError(
                    ExitCode.CHECKPOINT,
                    "it was made with the configuration " + found.configuration() + ", and this run has "
                            + expected.configuration(),
                    file.toString(),
                    "Use the configuration that the checkpoint was made with, or start a new run.");
        }
        if (otherThreads) {
            return;
        }
        if (found.threads() != expected.threads()) {
            throw new UserError(
                    ExitCode.CHECKPOINT,
                    "it was made with " + threads(found) + ", and this process uses " + threads(expected)
                            + ", which changes the last digits of results",
                    file.toString(),
                    "Go on with OMP_NUM_THREADS=" + found.threads() + " OPENBLAS_NUM_THREADS=" + found.threads()
                            + " ./gan resume " + run(file)
                            + ", or accept other digits with ./gan resume --allow-other-threads " + run(file) + ".");
        }
        if (!found.kernels().equals(expected.kernels())) {
            throw new UserError(
                    ExitCode.CHECKPOINT,
                    "it was made with the kernels \"" + found.kernels() + "\", and this process uses \""
                            + expected.kernels() + "\", which changes the last digits of results",
                    file.toString(),
                    "Accept other digits with ./gan resume --allow-other-threads " + run(file) + ".");
        }
    }

    private static String threads(CheckpointEnvironment conditions) {
        return conditions.threads() + (conditions.threads() == 1 ? " thread" : " threads");
    }

    /** The run's directory: the one above that of its checkpoints. */
    private static Path run(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        Path above = directory == null ? null : directory.getParent();
        return above == null ? file : above;
    }
}
