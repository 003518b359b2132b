package org.gan4j.core.training.checkpoint;

import java.util.Objects;
import org.gan4j.core.game.GameState;

/**
 * A state that was read back, and how the run's files were when it was saved.
 *
 * @param state the state, in memory of its own
 * @param files the files that belong to it
 * @param madeIn the environment of the process that saved it
 */
public record Checkpoint(GameState state, CheckpointFiles files, CheckpointEnvironment madeIn) {
    public Checkpoint {
        Objects.requireNonNull(state, "state is null");
        Objects.requireNonNull(files, "files is null");
        Objects.requireNonNull(madeIn, "madeIn is null");
    }
}
