package org.gan4j.core.training;

import org.gan4j.core.game.GameState;
import org.gan4j.core.game.NonFiniteValueException;

/** One run of a trainer: the loop, and the way back to the last good state. */
final class TrainingRun {
    private final Trainer trainer;
    private final Training training;
    private final TrainingPlan plan;

    TrainingRun(Trainer trainer, Training training, TrainingPlan plan) {
        this.trainer = trainer;
        this.training = training;
        this.plan = plan;
    }

    TrainingOutcome from(GameState start) {
        start.requireFinite();
        GameState kept = start.copy();
        GameState current = start;
        try {
            while (current.step() < plan.until()) {
                if (plan.interruption().requested()) {
                    current.requireFinite();
                    return new TrainingOutcome.Interrupted(current);
                }
                current = step(current);
                if (current.step() % Trainer.COPY_INTERVAL == 0 && current.step() < plan.until()) {
                    current.requireFinite();
                    kept = kept.overwrittenBy(current);
                }
            }
            current.requireFinite();
            return new TrainingOutcome.Completed(current);
        } catch (NonFiniteValueException e) {
            return new Rewind(trainer, training, kept).to(current.step(), e);
        }
    }

    private GameState step(GameState state) {
        boolean reported =
                (state.step() + 1) % plan.interval() == 0 && !plan.listeners().isEmpty();
        Observations observations = reported ? Observations.collected() : Observations.ignored();
        GameState next = trainer.advance(training, state, observations);
        if (reported) {
            Observation observation = new Observation(next.step(), observations.values());
            plan.listeners().forEach(listener -> listener.observed(observation));
        }
        plan.listeners().forEach(listener -> listener.stepped(next));
        return next;
    }
}
