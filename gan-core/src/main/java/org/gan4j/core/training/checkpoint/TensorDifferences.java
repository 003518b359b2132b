package org.gan4j.core.training.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeSet;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.io.npy.NpyType;
import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Comparison of saved arrays with the tensors of a game: names, shapes and element types, all differences at once. */
public final class TensorDifferences {
    private static final int SHOWN = 12;

    private TensorDifferences() {}

    /**
     * Returns the differences, a line each, in the order of the names.
     *
     * @param found the arrays of a file
     * @param expected the tensors of the game
     * @param there words for where the arrays are from
     * @param here words for where the tensors are
     */
    public static List<String> between(
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

    /**
     * Checks that there are no differences.
     *
     * @param what is wrong if there are any, such as "the checkpoint is of another architecture than this run"
     * @param fix what the user can do, in whole sentences
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CHECKPOINT}, listing the first
     */
    public static void requireNone(Path file, List<String> differences, String what, String fix) {
        if (differences.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(what).append(':');
        differences.stream().limit(SHOWN).forEach(line -> text.append("\n  ").append(line));
        if (differences.size() > SHOWN) {
            text.append("\n  and ").append(differences.size() - SHOWN).append(" more");
        }
        throw new UserError(ExitCode.CHECKPOINT, file + ": " + text + "\n" + fix);
    }

    private static String text(@Nullable NpyArray array) {
        return array == null ? "missing" : Shape.of(array.shape()) + suffix(array.type());
    }

    private static String text(@Nullable Tensor tensor) {
        return tensor == null
                ? "missing"
                : tensor.shape() + suffix(tensor.dtype() == DType.FLOAT32 ? NpyType.FLOAT32 : NpyType.FLOAT64);
    }

    /** Nearly all are float32, which goes without saying. */
    private static String suffix(NpyType type) {
        return type == NpyType.FLOAT32 ? "" : " of " + type.name().toLowerCase(Locale.ROOT);
    }
}
