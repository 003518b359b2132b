package org.gan4j.experiments.training;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayerState;
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
import org.gan4j.core.training.checkpoint.SavedWeights;
import org.gan4j.core.training.checkpoint.TensorDifferences;

/** The parameters and buffers of a generator in an npz file: {@code parameters/NAME} and {@code buffers/NAME}. */
final class SavedGenerator {
    private static final String PARAMETERS = "parameters/";
    private static final String BUFFERS = "buffers/";

    private SavedGenerator() {}

    /** Writes the players that samples are made from. */
    static void write(FileStore files, Path file, Game game, GameState state) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        tensors(game, state).forEach((name, tensor) -> arrays.put(name, array(tensor)));
        NpzWriter.write(files, file, arrays);
    }

    /** A single player stands without its name. */
    private static String prefix(Game game, String player) {
        return game.sampledPlayers().size() == 1 ? "" : player + "/";
    }

    /**
     * Reads a state of the players that samples are made from, and of no others. Names, shapes and types are compared with the
     * game's own before.
     *
     * @param game whose samples they are
     * @param template any state of that game on the same data
     * @param step after which it was written
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CHECKPOINT} if it is missing, damaged, or of
     *     other networks, with all differences
     */
    static GameState read(Path file, Game game, GameState template, long step) {
        SortedMap<String, NpyArray> arrays = NpzReader.readAll(file, ExitCode.CHECKPOINT);
        TensorDifferences.requireNone(
                file,
                TensorDifferences.between(arrays, tensors(game, template), "the file", "this run"),
                "it holds other networks than those of this run",
                "Restore the file, or make the run again with gan run ... --rerun.");
        SortedMap<String, PlayerState> players = new TreeMap<>();
        for (String name : game.sampledPlayers()) {
            Map<String, Tensor> parameters = under(arrays, prefix(game, name) + PARAMETERS);
            Map<String, Tensor> buffers = under(arrays, prefix(game, name) + BUFFERS);
            players.put(name, PlayerState.of(Parameters.of(parameters), Buffers.of(buffers)));
        }
        return new GameState(step, players, Buffers.empty(), Buffers.empty());
    }

    /**
     * Returns the weights in a file under the names that a state gives them.
     *
     * @param game that is to start from them; a player that stands without its name is the one that its samples are made from
     * @throws org.gan4j.core.io.UserError if the file holds anything else
     */
    static SavedWeights weights(Path file, Game game) {
        SortedMap<String, NpyArray> found = new TreeMap<>();
        NpzReader.readAll(file, ExitCode.CHECKPOINT)
                .forEach((name, array) -> found.put(stateName(name, file, game), array));
        return new SavedWeights(found);
    }

    private static String stateName(String name, Path file, Game game) {
        List<String> players = game.sampledPlayers();
        String alone = players.size() == 1 ? players.get(0) + "/" : "";
        Matcher parts = Pattern.compile("([^/]+/)?(parameters|buffers)/([^/]+)").matcher(name);
        String player = parts.matches() ? Objects.requireNonNullElse(parts.group(1), alone) : "";
        if (player.isEmpty()) {
            throw new UserError(
                    ExitCode.CHECKPOINT,
                    "the array " + name + " is none of a generator of this game, whose samples are made from "
                            + players,
                    file.toString(),
                    "Name another state with from.state, or another run.");
        }
        return (parts.group(2).equals("buffers") ? BUFFERS : "") + player + parts.group(3);
    }

    /** Returns the tensors of the players that samples are made from under the names that they have in a file. */
    private static SortedMap<String, Tensor> tensors(Game game, GameState state) {
        SortedMap<String, Tensor> tensors = new TreeMap<>();
        for (String name : game.sampledPlayers()) {
            PlayerState player = state.player(name);
            String prefix = prefix(game, name);
            player.parameters().asMap().forEach((key, t) -> tensors.put(prefix + PARAMETERS + key, t));
            player.buffers().asMap().forEach((key, t) -> tensors.put(prefix + BUFFERS + key, t));
        }
        return tensors;
    }

    private static Map<String, Tensor> under(SortedMap<String, NpyArray> arrays, String prefix) {
        Map<String, Tensor> found = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), tensor(array));
            }
        });
        return found;
    }

    private static NpyArray array(Tensor tensor) {
        return NpyArray.of(tensor.shape().dims(), tensor.toFloats());
    }

    private static Tensor tensor(NpyArray array) {
        return Tensor.of(Shape.of(array.shape()), array.toFloats());
    }
}
