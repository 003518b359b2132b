package org.gan4j.core.training;

import java.util.function.Consumer;
import org.gan4j.core.game.GameState;

/** Listener of a training; what it throws ends the training. */
public interface TrainingListener {
    /** Called with the metrics of a step, of the first one and at the interval of the plan. */
    default void onMetrics(StepMetrics observation) {}

    /**
     * Called after every step.
     *
     * @param state belongs to the training, which will update it in place: copy what is to be kept
     */
    default void onStep(GameState state) {}

    /** Returns a listener that looks at the state after every multiple of so many steps. */
    static TrainingListener every(long steps, Consumer<GameState> action) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, but is " + steps);
        }
        return new TrainingListener() {
            @Override
            public void onStep(GameState state) {
                if (state.step() % steps == 0) {
                    action.accept(state);
                }
            }
        };
    }
}
