package org.gan4j.eval;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.Family;
import org.gan4j.core.data.Dataset;

/**
 * A measure of a generator: samples, data and, where there is one, the exact density in; named estimates out.
 *
 * <p>An evaluator is a record whose components are its settings. It takes samples, features and neighbours from the context,
 * which shares them between evaluators, and further randomness from {@link SampleContext#stream} by a name of its own, so that
 * adding an evaluator changes neither another evaluator's numbers nor the training.
 */
@Family("evaluators")
public interface Evaluator {

    /** The measures it estimates, in the order of its estimates; each name once. */
    List<Measure> measures();

    /**
     * Tells why a measure is not estimated for data: for example because it needs an exact density.
     *
     * @param measure one of {@link #measures}
     * @return the reason; empty, as by default for all, where the measure is estimated
     */
    default Optional<String> absent(Measure measure, Dataset dataset) {
        return Optional.empty();
    }

    /**
     * The estimates: one of each measure that is not {@link #absent}, in the order of {@link #measures}. One that does not
     * exist for these samples is NaN with a warning that says why.
     *
     * @param context what may be known of the generator and the data
     * @throws IllegalArgumentException if the context lacks what this measure needs; the message says what
     * @throws EvaluationStopped if a stop was asked for
     */
    List<Estimate> evaluate(SampleContext context);
}
