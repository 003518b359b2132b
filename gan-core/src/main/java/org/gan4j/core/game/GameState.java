package org.gan4j.core.game;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.tensor.ParameterUpdate;
import org.gan4j.core.tensor.Tensor;

/**
 * All that a run remembers between two steps.
 *
 * @param step how many steps have been taken
 * @param players the state of each player, by name
 * @param extra variables of the game, such as a balance or a replay buffer
 * @param scheme the memory of the training scheme
 */
public record GameState(long step, SortedMap<String, PlayerState> players, Buffers extra, Buffers scheme) {
    private static final String EXTRA = "extra";
    private static final String SCHEME = "scheme";

    public GameState {
        if (step < 0) {
            throw new IllegalArgumentException("step must be at least 0, but is " + step);
        }
        players = Collections.unmodifiableSortedMap(new TreeMap<>(players));
        for (String name : players.keySet()) {
            if (name.isEmpty() || name.contains("/") || GameTensors.reserved(name)) {
                throw new IllegalArgumentException("a player cannot be called '" + name + "'");
            }
        }
        Objects.requireNonNull(extra, "extra is null");
        Objects.requireNonNull(scheme, "scheme is null");
    }

    /** Returns the state before the first step of players without game variables. */
    public static GameState start(SortedMap<String, PlayerState> players) {
        return new GameState(0, players, Buffers.empty(), Buffers.empty());
    }

    /**
     * Returns the state of a player.
     *
     * @throws IllegalArgumentException if there is no such player
     */
    public PlayerState player(String name) {
        PlayerState player = players.get(name);
        if (player == null) {
            throw new IllegalArgumentException("no player '" + name + "'; players are " + players.keySet());
        }
        return player;
    }

    /** Returns this state with a player changed. */
    public GameState withPlayer(String name, UnaryOperator<PlayerState> change) {
        SortedMap<String, PlayerState> changed = new TreeMap<>(players);
        changed.put(name, change.apply(player(name)));
        return new GameState(step, changed, extra, scheme);
    }

    /**
     * Returns this state with the average of a player's parameters in the place of its last ones, for each player that keeps
     * one. Buffers stay those of the last parameters.
     */
    public GameState averaged() {
        GameState result = this;
        for (String name : players.keySet()) {
            result = result.withPlayer(
                    name, player -> player.average().map(player::withParameters).orElse(player));
        }
        return result;
    }

    /** Returns this state with other game variables. */
    public GameState withExtra(Buffers changed) {
        return new GameState(step, players, changed, scheme);
    }

    /** Returns this state with another memory of the scheme. */
    public GameState withScheme(Buffers changed) {
        return new GameState(step, players, extra, changed);
    }

    /** Returns this state, one step later. */
    public GameState afterStep() {
        return new GameState(step + 1, players, extra, scheme);
    }

    /**
     * Returns this state with the parameters of the players named tracked, and of no others: losses can be
     * differentiated with respect to them.
     */
    public GameState tracking(Collection<String> names) {
        GameState tracked = this;
        for (String name : names) {
            tracked = tracked.withPlayer(
                    name, p -> p.withParameters(p.parameters().tracked()));
        }
        return tracked;
    }

    /**
     * Writes new values of buffers, game variables and the scheme's memory into this state's memory.
     *
     * @param updates by player and buffer, "d/norm.mean", by game variable, "extra/balance", or by what the scheme
     *     remembers, "scheme/..."
     * @throws IllegalArgumentException if there is no such buffer
     */
    public void commit(SortedMap<String, Tensor> updates) {
        updates.forEach((name, value) -> {
            int slash = name.indexOf('/');
            String owner = slash < 0 ? name : name.substring(0, slash);
            ParameterUpdate.assign(memory(owner).get(name.substring(slash + 1)), value);
        });
    }

    private Buffers memory(String owner) {
        return switch (owner) {
            case EXTRA -> extra;
            case SCHEME -> scheme;
            default -> player(owner).buffers();
        };
    }

    /** Returns a state that shares no memory with this one: what a scheme does to one does not show in the other. */
    public GameState copy() {
        SortedMap<String, Tensor> tensors = tensors();
        return GameTensors.replaced(
                this, name -> Objects.requireNonNull(tensors.get(name)).persistent());
    }

    /** Returns a copy of another state that uses the memory of this one, which is given up. */
    public GameState overwrittenBy(GameState other) {
        SortedMap<String, Tensor> own = tensors();
        SortedMap<String, Tensor> values = other.tensors();
        if (!own.keySet().equals(values.keySet())) {
            return other.copy();
        }
        own.forEach((name, tensor) -> ParameterUpdate.assign(tensor, Objects.requireNonNull(values.get(name))));
        return GameTensors.replaced(other, name -> Objects.requireNonNull(own.get(name)));
    }

    /**
     * Returns all tensors by name, sorted: "g/layers.0.weight", "buffers/g/norm.mean",
     * "optimizer/g/velocity/layers.0.weight", "average/g/layers.0.weight", "extra/balance", "scheme/...".
     */
    public SortedMap<String, Tensor> tensors() {
        return GameTensors.of(this);
    }

    /**
     * Checks that every number of this state is finite.
     *
     * @throws NonFiniteValueException naming the first tensor that holds NaN or an infinity, and the value
     */
    public void requireFinite() {
        tensors().forEach((name, tensor) -> {
            if (!tensor.allFinite()) {
                throw new NonFiniteValueException(name, firstNonFinite(tensor));
            }
        });
    }

    private static double firstNonFinite(Tensor tensor) {
        for (double value : tensor.toDoubles()) {
            if (!Double.isFinite(value)) {
                return value;
            }
        }
        throw new IllegalStateException("allFinite and the values disagree on a tensor " + tensor.shape());
    }
}
