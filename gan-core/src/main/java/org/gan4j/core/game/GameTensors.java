package org.gan4j.core.game;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.optim.OptimizerState;
import org.gan4j.core.tensor.Tensor;

/** The names of a state's tensors, and a state like another with other tensors under these names. */
public final class GameTensors {
    private static final String BUFFERS = "buffers/";
    private static final String OPTIMIZER = "optimizer/";
    private static final String AVERAGE = "average/";
    private static final String EXTRA = "extra/";
    private static final String SCHEME = "scheme/";

    private GameTensors() {}

    /** Tells whether a player of this name would be confused with another part of a state. */
    static boolean reserved(String player) {
        String prefix = player + "/";
        return prefix.equals(BUFFERS)
                || prefix.equals(OPTIMIZER)
                || prefix.equals(AVERAGE)
                || prefix.equals(EXTRA)
                || prefix.equals(SCHEME);
    }

    static SortedMap<String, Tensor> of(GameState state) {
        SortedMap<String, Tensor> all = new TreeMap<>();
        state.players().forEach((name, player) -> {
            String own = name + "/";
            put(all, own, player.parameters().asMap());
            put(all, BUFFERS + own, player.buffers().asMap());
            put(all, OPTIMIZER + own, player.optimizer().tensors());
            player.average().ifPresent(values -> put(all, AVERAGE + own, values.asMap()));
        });
        put(all, EXTRA, state.extra().asMap());
        put(all, SCHEME, state.scheme().asMap());
        return Collections.unmodifiableSortedMap(all);
    }

    /** Returns a state like another, each tensor replaced by the one that is found under its name. */
    public static GameState replaced(GameState state, Function<String, Tensor> found) {
        SortedMap<String, PlayerState> players = new TreeMap<>();
        state.players().forEach((name, player) -> players.put(name, player(name + "/", player, found)));
        Buffers extra = Buffers.of(each(EXTRA, state.extra().asMap(), found));
        Buffers scheme = Buffers.of(each(SCHEME, state.scheme().asMap(), found));
        return new GameState(state.step(), players, extra, scheme);
    }

    private static PlayerState player(String own, PlayerState player, Function<String, Tensor> found) {
        UnaryOperator<Parameters> averaged = values -> Parameters.of(each(AVERAGE + own, values.asMap(), found));
        Optional<Parameters> average = player.average().map(averaged);
        OptimizerState optimizer = OptimizerState.of(
                player.optimizer().steps(),
                each(OPTIMIZER + own, player.optimizer().tensors(), found));
        return new PlayerState(
                Parameters.of(each(own, player.parameters().asMap(), found)),
                Buffers.of(each(BUFFERS + own, player.buffers().asMap(), found)),
                optimizer,
                average);
    }

    private static void put(Map<String, Tensor> all, String prefix, Map<String, Tensor> tensors) {
        tensors.forEach((name, tensor) -> all.put(prefix + name, tensor));
    }

    private static Map<String, Tensor> each(
            String prefix, Map<String, Tensor> tensors, Function<String, Tensor> found) {
        Map<String, Tensor> result = new LinkedHashMap<>();
        tensors.keySet().forEach(name -> result.put(name, found.apply(prefix + name)));
        return result;
    }
}
