package org.gan4j.core.training;

import java.util.Optional;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.NonFiniteValueException;

/** Loop of one run of a trainer, and the way back to the last good state. */
final class TrainingLoop {
    private final Trainer trainer;
    private final TrainingContext context;
    private final TrainingPlan plan;

    TrainingLoop(Trainer trainer, TrainingContext context, TrainingPlan plan) {
        this.trainer = trainer;
        this.context = context;
        this.plan = plan;
    }

    TrainingOutcome from(GameState start) {
        start.requireFinite();
        GameState kept = start.copy();
        GameState current = start;
        try {
            while (current.step() < plan.until()) {
                Optional<String> enough = plan.early().reason();
                if (enough.isPresent()) {
                    current.requireFinite();
                    return new TrainingOutcome.StoppedEarly(current, enough.get());
                }
                if (plan.stop().requested()) {
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
            return new DivergenceReplay(trainer, context, kept).to(current.step(), e);
        }
    }

    private GameState step(GameState state) {
        boolean reported = plan.reports(state.step() + 1);
        MetricsCollector metrics = reported ? MetricsCollector.collected() : MetricsCollector.ignored();
        GameState next = trainer.advance(context, state, metrics);
        if (reported) {
            StepMetrics stepMetrics = new StepMetrics(next.step(), metrics.values());
            plan.listeners().forEach(listener -> listener.onMetrics(stepMetrics));
        }
        plan.listeners().forEach(listener -> listener.onStep(next));
        return next;
    }
}
