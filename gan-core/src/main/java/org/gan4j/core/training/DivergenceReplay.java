package org.gan4j.core.training;

import org.gan4j.core.game.GameState;
import org.gan4j.core.game.NonFiniteValueException;

/**
 * Replay of the steps since a kept copy, to find the last state in which every value was finite: a step is determined
 * by its number and the state before it.
 */
final class DivergenceReplay {
    private final Trainer trainer;
    private final TrainingContext context;
    private final GameState kept;

    DivergenceReplay(Trainer trainer, TrainingContext context, GameState kept) {
        this.trainer = trainer;
        this.context = context;
        this.kept = kept;
    }

    /**
     * Returns the outcome of a training that failed.
     *
     * @param step the number of steps that seemed to be good
     * @param cause what was found afterwards
     */
    TrainingOutcome.Diverged to(long step, NonFiniteValueException cause) {
        try {
            return diverged(replayed(kept.copy(), step), cause);
        } catch (NonFiniteValueException unnoticed) {
            return toFirstFailure(step);
        }
    }

    private TrainingOutcome.Diverged toFirstFailure(long limit) {
        GameState searched = kept.copy();
        while (searched.step() < limit) {
            try {
                searched = replayed(searched, searched.step() + 1);
            } catch (NonFiniteValueException first) {
                return diverged(replayed(kept, searched.step()), first);
            }
        }
        throw new IllegalStateException("the steps up to " + limit + " gave finite values when taken once more: a step"
                + " does not depend on its number and the state before it alone");
    }

    private GameState replayed(GameState from, long until) {
        TrainingContext again = context.replay();
        MetricsCollector words = MetricsCollector.explanations();
        GameState state = from;
        while (state.step() < until) {
            state = trainer.advance(again, state, words);
        }
        try {
            state.requireFinite();
        } catch (NonFiniteValueException unexplained) {
            throw explained(unexplained, words);
        }
        return state;
    }

    private NonFiniteValueException explained(NonFiniteValueException cause, MetricsCollector words) {
        for (String player : context.game().players()) {
            String known = words.explanation(player);
            if (("/" + cause.name()).contains("/" + player + "/") && !known.isEmpty()) {
                return new NonFiniteValueException(cause.name(), cause.value(), "its update came from " + known);
            }
        }
        return cause;
    }

    private static TrainingOutcome.Diverged diverged(GameState good, NonFiniteValueException cause) {
        return new TrainingOutcome.Diverged(good, good.step() + 1, cause.name(), cause.value(), cause.circumstances());
    }
}
