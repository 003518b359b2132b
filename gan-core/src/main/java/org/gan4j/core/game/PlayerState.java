package org.gan4j.core.game;

import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.optim.OptimizerState;

/**
 * All that a run remembers of one player.
 *
 * @param parameters what the player learns
 * @param buffers what its passes keep, such as running statistics
 * @param optimizer the memory of its optimizer
 * @param average a running average of the parameters, if one is kept
 */
public record PlayerState(
        Parameters parameters, Buffers buffers, OptimizerState optimizer, Optional<Parameters> average) {
    public PlayerState {
        Objects.requireNonNull(parameters, "parameters is null");
        Objects.requireNonNull(buffers, "buffers is null");
        Objects.requireNonNull(optimizer, "optimizer is null");
        Objects.requireNonNull(average, "average is null");
    }

    /** Returns the state of a player that has not begun to learn. */
    public static PlayerState of(Parameters parameters, Buffers buffers) {
        OptimizerState nothing = new OptimizerState(0, new TreeMap<>());
        return new PlayerState(parameters.persistent(), buffers.persistent(), nothing, Optional.empty());
    }

    /** Returns this state with other parameters. */
    public PlayerState withParameters(Parameters changed) {
        return new PlayerState(changed, buffers, optimizer, average);
    }

    /** Returns this state with other buffers. */
    public PlayerState withBuffers(Buffers changed) {
        return new PlayerState(parameters, changed, optimizer, average);
    }

    /** Returns this state with another optimizer state. */
    public PlayerState withOptimizer(OptimizerState changed) {
        return new PlayerState(parameters, buffers, changed, average);
    }

    /** Returns this state with an average of its parameters. */
    public PlayerState withAverage(Parameters changed) {
        return new PlayerState(parameters, buffers, optimizer, Optional.of(changed));
    }
}
