package org.gan4j.eval;

import java.util.List;
import org.gan4j.core.config.Family;

/**
 * A measure of a generator: samples, data and, where there is one, the exact density in; named estimates out.
 *
 * <p>An evaluator is a record whose components are its settings. It draws from the context's stream only, by names of
 * its own, so that adding an evaluator changes neither another evaluator's numbers nor the training.
 */
@Family("evaluators")
@FunctionalInterface
public interface Evaluator {

    /**
     * The estimates, in the order in which a table should show them.
     *
     * @param context what may be known of the generator and the data
     * @throws IllegalArgumentException if the context lacks what this measure needs; the message says what
     */
    List<Estimate> evaluate(SampleContext context);
}
