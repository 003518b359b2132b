package org.gan4j.core.training.checkpoint;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.game.GameState;

/**
 * A state that was read back, and how long the run's growing files were when it was saved.
 *
 * @param state the state, in memory of its own
 * @param files the lengths in bytes that the caller noted, by name
 */
public record Checkpoint(GameState state, SortedMap<String, Long> files) {
    public Checkpoint {
        Objects.requireNonNull(state, "state is null");
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
