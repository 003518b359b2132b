package org.gan4j.core.training.checkpoint;

import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.game.GameState;

/** Metadata of a checkpoint: what its file holds besides tensors, as its entry meta.json. */
record CheckpointMeta(
        int format,
        long step,
        CheckpointEnvironment conditions,
        SortedMap<String, Long> optimizerSteps,
        SortedMap<String, Long> files) {
    static final String ENTRY = "meta.json";
    static final int FORMAT = 1;

    static CheckpointMeta of(GameState state, CheckpointEnvironment conditions, SortedMap<String, Long> files) {
        SortedMap<String, Long> optimizerSteps = new TreeMap<>();
        state.players()
                .forEach((name, player) ->
                        optimizerSteps.put(name, player.optimizer().steps()));
        return new CheckpointMeta(FORMAT, state.step(), conditions, optimizerSteps, files);
    }
}
