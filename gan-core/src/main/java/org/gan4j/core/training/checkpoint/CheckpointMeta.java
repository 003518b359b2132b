package org.gan4j.core.training.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.game.GameState;
import org.gan4j.core.io.FileDigest;

/**
 * Metadata of a checkpoint: what its file holds besides tensors, as its entry meta.json.
 *
 * @param growing length and digest of the run's growing files, by name
 * @param whole length and digest of the files that the checkpoint depends on, by name
 * @param timed names of the files of wall times, whose digests are in the file beside the checkpoint
 */
record CheckpointMeta(
        int format,
        long step,
        CheckpointEnvironment conditions,
        SortedMap<String, Long> optimizerSteps,
        SortedMap<String, FileDigest> growing,
        SortedMap<String, FileDigest> whole,
        List<String> timed) {
    static final String ENTRY = "meta.json";
    static final int FORMAT = 2;

    static CheckpointMeta of(GameState state, CheckpointEnvironment conditions, CheckpointFiles files) {
        SortedMap<String, Long> optimizerSteps = new TreeMap<>();
        state.players()
                .forEach((name, player) ->
                        optimizerSteps.put(name, player.optimizer().steps()));
        List<String> timed = new ArrayList<>(files.timed().keySet());
        return new CheckpointMeta(
                FORMAT, state.step(), conditions, optimizerSteps, files.growing(), files.whole(), timed);
    }
}
