package org.gan4j.core.training;

import org.gan4j.core.game.GameState;
import org.gan4j.core.game.NonFiniteValueException;

/** Outcome of a training: how it ended. */
public sealed interface TrainingOutcome {
    /** Returns the state to continue from; after a divergence the last state in which every value was finite. */
    GameState state();

    /** All steps of the plan have been taken. */
    record Completed(GameState state) implements TrainingOutcome {}

    /**
     * The plan's {@link EarlyStop} held before all steps were taken.
     *
     * @param state the state after the last step taken
     * @param reason why no further step was taken, in words
     */
    record StoppedEarly(GameState state, String reason) implements TrainingOutcome {}

    /** A stop was asked for, and the step under way has been finished. */
    record Interrupted(GameState state) implements TrainingOutcome {}

    /**
     * A value became infinite or undefined.
     *
     * @param state the last state in which every value was finite
     * @param step the number of the step that failed, counted from 1
     * @param name what was not finite: "loss/d", "d/hidden0/weight"
     * @param value NaN or an infinity
     * @param circumstances which loss it was, and the range of the scores; empty when nothing is known
     */
    record Diverged(GameState state, long step, String name, double value, String circumstances)
            implements TrainingOutcome {
        /** Returns one sentence for the user. */
        public String message() {
            return "diverged at step " + step + ": "
                    + NonFiniteValueException.sentence(name, value, circumstances)
                    + "; the last good state is that after step " + state.step();
        }
    }
}
