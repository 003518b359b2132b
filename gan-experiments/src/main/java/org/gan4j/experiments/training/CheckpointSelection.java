package org.gan4j.experiments.training;

import java.util.Optional;
import org.gan4j.core.config.Require;
import org.gan4j.eval.ValidationMeasure;

/**
 * Selection of the state to report by a measure on validation data, and the end of a training that has ceased to improve.
 *
 * @param every how many steps lie between two candidates, at least 1
 * @param measure higher is better; it must not look at test data
 * @param patience after how many candidates in a row that are not better than the best before them the training ends, at least
 *     1; left out, it takes all its steps. The length of the training stays the most that it takes
 */
public record CheckpointSelection(long every, ValidationMeasure measure, Optional<Integer> patience) {
    /** Checks the numbers. */
    public CheckpointSelection {
        Require.that(every >= 1, "every", every, "at least 1 step");
        patience.ifPresent(number -> Require.that(number >= 1, "patience", number, "at least 1 candidate"));
    }

    /** Returns a selection among candidates so many steps apart, with which the training takes all its steps. */
    public static CheckpointSelection of(long every, ValidationMeasure measure) {
        return new CheckpointSelection(every, measure, Optional.empty());
    }
}
