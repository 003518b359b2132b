package org.gan4j.core.training;

import org.gan4j.core.config.Family;
import org.gan4j.core.game.GameState;
import org.gan4j.core.nn.Buffers;

/**
 * Scheme of a training: decides which players are updated, when, with respect to what losses are differentiated, and
 * what is done with the gradients.
 *
 * <p>A scheme knows no player by name other than from its own configuration.
 */
@Family("schemes")
public interface TrainingScheme {
    /** Returns the scheme's own memory before the first step; most schemes have none. */
    default Buffers init(GameState state) {
        return Buffers.empty();
    }

    /**
     * Takes one step.
     *
     * <p>The state given is consumed: parameters and optimizer states are updated in place. Keep an old one with
     * {@link org.gan4j.core.game.GameState#copy()}.
     *
     * @param context the game, its optimizers, its data and its randomness
     * @param state the state after {@link org.gan4j.core.game.GameState#step()} steps
     * @param metrics where the metrics of this step go
     * @return the state after one more step
     * @throws org.gan4j.core.game.NonFiniteValueException if a loss is not finite; the player whose loss it is has not been updated
     */
    GameState step(TrainingContext context, GameState state, MetricsCollector metrics);
}
