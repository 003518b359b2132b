package org.gan4j.core.game.adversarial;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.LayerNetwork;
import org.gan4j.core.nn.Network;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;

/**
 * The states of players before the first step. The weights of a player depend on the stream {@code init} of the run, the
 * player's name and the layer path only, whatever the game: two games with one seed start from one generator.
 */
public final class PlayerInitializer {
    private final RandomStream init;
    private final DType dtype;
    private final SortedMap<String, PlayerState> players = new TreeMap<>();

    /**
     * Begins with nobody.
     *
     * @param random the stream of the run
     * @param dtype of parameters and buffers; weights are drawn in float32 whichever it is
     */
    public PlayerInitializer(RandomStream random, DType dtype) {
        this.init = random.split("init");
        this.dtype = Objects.requireNonNull(dtype, "dtype is null");
    }

    /** Adds a player with a network. */
    public PlayerInitializer with(String player, Network network) {
        Parameters parameters = network.init(init.split(player)).map(value -> value.to(dtype));
        Buffers buffers = network.buffers().map(value -> value.to(dtype));
        players.put(player, PlayerState.of(parameters, buffers));
        return this;
    }

    /** Adds a player whose network is a layer on inputs of a shape. */
    public PlayerInitializer with(String player, Layer layer, Shape input) {
        return with(player, new LayerNetwork(layer, input));
    }

    /** Returns the state of these players without game variables. */
    public GameState state() {
        return GameState.start(players);
    }
}
