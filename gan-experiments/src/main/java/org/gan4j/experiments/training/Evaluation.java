package org.gan4j.experiments.training;

import java.util.List;
import java.util.Optional;
import org.gan4j.eval.Estimate;

/**
 * What the evaluators found of one state of a run.
 *
 * @param state which state: {@code last}, {@code selected} or {@code average}
 * @param step after how many steps
 * @param estimates in the order of the evaluators
 */
public record Evaluation(String state, long step, List<Estimate> estimates) {
    /** The state after the last step. */
    public static final String LAST = "last";

    /** The state that did best on validation data. */
    public static final String SELECTED = "selected";

    /** The running average of the generator's parameters after the last step. */
    public static final String AVERAGE = "average";

    /** Returns the estimate of a name, if an evaluator made it. */
    public Optional<Estimate> estimate(String name) {
        return estimates.stream().filter(e -> e.name().equals(name)).findFirst();
    }
}
