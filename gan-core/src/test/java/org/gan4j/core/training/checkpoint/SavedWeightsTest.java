package org.gan4j.core.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedWeightsTest {
    @TempDir
    private Path run;

    @Test
    void theLastWeightsAreThoseOfAllPlayersWithTheirBuffers() {
        SavedWeights weights = SavedWeights.last(saved());
        assertThat(weights.players()).containsExactly("d", "g");
        assertThat(weights.arrays().keySet()).containsExactly("buffers/g/mean", "d/slope", "g/scale");
        assertThat(floats(weights, "g/scale")).containsExactly(1, 2);
        assertThat(weights.of(List.of("g")).arrays().keySet()).containsExactly("buffers/g/mean", "g/scale");
    }

    @Test
    void averagesAreThoseOfPlayersThatHaveOneWithTheBuffersOfTheLastWeights() {
        SavedWeights weights = SavedWeights.average(saved());
        assertThat(weights.arrays().keySet()).containsExactly("buffers/g/mean", "g/scale");
        assertThat(floats(weights, "g/scale")).containsExactly(10, 20);
        assertThat(floats(weights, "buffers/g/mean")).containsExactly(7);
    }

    /** By Python: a line "name f4 (1,2) " + hashlib.sha256(array.tobytes()).hexdigest() for each array, hashed in turn. */
    @Test
    void theDigestIsThatOfALineForEachArray() {
        SavedWeights weights = SavedWeights.last(saved()).of(List.of("g"));
        assertThat(weights.sha256()).isEqualTo("eb55fa0a7a2bf9d457c5bd5b79c56cae57629b2f4a5c939549d4f636892c86db");
        SortedMap<String, NpyArray> turned = new TreeMap<>(weights.arrays());
        turned.put("g/scale", NpyArray.of(new int[] {2, 1}, 1f, 2f));
        assertThat(new SavedWeights(turned).sha256()).isNotEqualTo(weights.sha256());
    }

    @Test
    void allDifferencesAreToldAtOnceAndOtherPlayersTakeNoPart() {
        SavedWeights weights = SavedWeights.last(saved()).of(List.of("g"));
        assertThat(weights.differences(state(), "there", "here")).isEmpty();
        Parameters other = Parameters.empty()
                .with("scale", Tensor.of(Shape.of(2, 1), 1f, 2f))
                .with("shift", Tensor.of(Shape.of(1), 0f));
        GameState own = state().withPlayer("g", player -> PlayerState.of(other, Buffers.empty()))
                .withPlayer("d", player -> PlayerState.of(other, Buffers.empty()));
        assertThat(weights.differences(own, "there", "here"))
                .containsExactly(
                        "buffers/g/mean: [1] in there, missing in here",
                        "g/scale: [1, 2] in there, [2, 1] in here",
                        "g/shift: missing in there, [1] in here");
        SortedMap<String, NpyArray> broken = new TreeMap<>(weights.arrays());
        broken.put("g/scale", NpyArray.of(new int[] {1, 2}, 1f, Float.NaN));
        assertThat(new SavedWeights(broken).differences(state(), "there", "here"))
                .containsExactly("g/scale: holds NaN in there");
        broken.put("g/scale", NpyArray.of(new int[] {1, 2}, 1d, 2d));
        assertThat(new SavedWeights(broken).differences(state(), "there", "here"))
                .containsExactly("g/scale: [1, 2] of float64 in there, [1, 2] in here");
    }

    @Test
    void aStateGetsThemInPlaceOfItsOwn() {
        SavedWeights weights = SavedWeights.average(saved());
        GameState filled = weights.into(state());
        assertThat(filled.player("g").parameters().get("scale").toFloats()).containsExactly(10, 20);
        assertThat(filled.player("d").parameters().get("slope").toFloats()).containsExactly(3);
        assertThat(filled.step()).isEqualTo(5);
    }

    private static float[] floats(SavedWeights weights, String name) {
        return Objects.requireNonNull(weights.arrays().get(name), name).toFloats();
    }

    private Path saved() {
        Checkpoints checkpoints =
                new Checkpoints(new FileStore(), run, new CheckpointEnvironment("c0ffee", 2, "plain kernels"), 2);
        checkpoints.save(state(), CheckpointFiles.none());
        List<Path> found = Checkpoints.in(run);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static GameState state() {
        SortedMap<String, PlayerState> players = new TreeMap<>();
        PlayerState g = PlayerState.of(
                Parameters.empty().with("scale", Tensor.of(Shape.of(1, 2), 1f, 2f)),
                Buffers.empty().with("mean", Tensor.of(Shape.of(1), 7f)));
        players.put("g", g.withAverage(Parameters.empty().with("scale", Tensor.of(Shape.of(1, 2), 10f, 20f))));
        players.put("d", PlayerState.of(Parameters.empty().with("slope", Tensor.of(Shape.of(1), 3f)), Buffers.empty()));
        return new GameState(5, players, Buffers.empty(), Buffers.empty());
    }
}
