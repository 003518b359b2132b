package org.gan4j.core.training.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.GameTensors;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.io.npy.NpyType;
import org.gan4j.core.tensor.Tensor;

/**
 * Weights that a training has left: parameters and buffers of some players, and nothing of their optimizers. Another training
 * can start from them. Reading and comparing them loads nothing native.
 *
 * @param arrays by the names that a state gives them: "g/layers.0.weight", "buffers/g/norm.mean"
 */
public record SavedWeights(SortedMap<String, NpyArray> arrays) {
    private static final String BUFFERS = "buffers/";
    private static final String AVERAGE = "average/";

    /** Keeps the arrays in the order of their names. */
    public SavedWeights {
        arrays = Collections.unmodifiableSortedMap(new TreeMap<>(arrays));
    }

    /**
     * Returns the weights of all players of a checkpoint.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CHECKPOINT} if it is missing or damaged
     */
    public static SavedWeights last(Path file) {
        CheckpointFile.Content checkpoint = CheckpointFile.read(file);
        SortedMap<String, NpyArray> found = new TreeMap<>();
        for (String player : checkpoint.meta().optimizerSteps().keySet()) {
            found.putAll(under(player + "/", checkpoint.arrays()));
            found.putAll(under(BUFFERS + player + "/", checkpoint.arrays()));
        }
        return new SavedWeights(found);
    }

    /**
     * Returns the averaged parameters of those players of a checkpoint that have an average. Buffers are those of the last
     * parameters: nothing averages them.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CHECKPOINT} if it is missing or damaged
     */
    public static SavedWeights average(Path file) {
        CheckpointFile.Content checkpoint = CheckpointFile.read(file);
        SortedMap<String, NpyArray> found = new TreeMap<>();
        for (String player : checkpoint.meta().optimizerSteps().keySet()) {
            SortedMap<String, NpyArray> averages = under(AVERAGE + player + "/", checkpoint.arrays());
            if (!averages.isEmpty()) {
                averages.forEach((name, array) -> found.put(name.substring(AVERAGE.length()), array));
                found.putAll(under(BUFFERS + player + "/", checkpoint.arrays()));
            }
        }
        return new SavedWeights(found);
    }

    /** Returns the names of the players whose weights these are, sorted. */
    public List<String> players() {
        TreeSet<String> players = new TreeSet<>();
        arrays.keySet().forEach(name -> players.add(player(name)));
        return new ArrayList<>(players);
    }

    /** Returns the weights of these players alone. */
    public SavedWeights of(Collection<String> players) {
        SortedMap<String, NpyArray> found = new TreeMap<>();
        arrays.forEach((name, array) -> {
            if (players.contains(player(name))) {
                found.put(name, array);
            }
        });
        return new SavedWeights(found);
    }

    /**
     * Returns the digest of all weights: the SHA-256 of a text with a line for each array in the order of the names, which
     * holds its name, its type such as {@code f4}, its shape and the SHA-256 of its elements, separated by blanks.
     */
    public String sha256() {
        StringBuilder text = new StringBuilder();
        arrays.forEach((name, array) -> {
            List<String> shape = new ArrayList<>();
            for (int size : array.shape()) {
                shape.add(Integer.toString(size));
            }
            text.append(name).append(' ').append(array.type().code()).append(" (");
            text.append(String.join(",", shape)).append(") ");
            text.append(array.sha256()).append('\n');
        });
        return Sha256.of(text.toString());
    }

    /**
     * Returns what keeps a state from having these weights, a line each: names, shapes or types of its own that these players'
     * are not, and numbers that are not finite. Players whose weights these are not take no part.
     *
     * @param own a state of the training that is to start from them
     * @param there words for where the weights are from
     * @param here words for where they are to go
     */
    public List<String> differences(GameState own, String there, String here) {
        SortedMap<String, Tensor> expected = new TreeMap<>();
        List<String> players = players();
        own.tensors().forEach((name, tensor) -> {
            boolean weight = own.players().containsKey(first(name)) || name.startsWith(BUFFERS);
            if (weight && players.contains(player(name))) {
                expected.put(name, tensor);
            }
        });
        List<String> differences = TensorDifferences.between(arrays, expected, there, here);
        arrays.forEach((name, array) ->
                nonFinite(array).ifPresent(value -> differences.add(name + ": holds " + value + " in " + there)));
        return differences;
    }

    /** Returns a state with these weights in place of its own; there are no {@link #differences}. */
    public GameState into(GameState state) {
        SortedMap<String, Tensor> own = state.tensors();
        return GameTensors.replaced(state, name -> {
            NpyArray array = arrays.get(name);
            return array == null ? own(own, name) : CheckpointFile.tensor(array);
        });
    }

    private static Tensor own(Map<String, Tensor> tensors, String name) {
        return Objects.requireNonNull(tensors.get(name), name);
    }

    private static Optional<Double> nonFinite(NpyArray array) {
        if (array.type() != NpyType.FLOAT32 && array.type() != NpyType.FLOAT64) {
            return Optional.empty();
        }
        for (double value : array.toDoubles()) {
            if (!Double.isFinite(value)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static SortedMap<String, NpyArray> under(String prefix, SortedMap<String, NpyArray> arrays) {
        SortedMap<String, NpyArray> found = new TreeMap<>();
        arrays.forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                found.put(name, array);
            }
        });
        return found;
    }

    private static String player(String name) {
        return first(name.startsWith(BUFFERS) ? name.substring(BUFFERS.length()) : name);
    }

    private static String first(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
