package org.gan4j.experiments.card;

import java.util.List;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.Measure;

/**
 * Card of an evaluator: what it estimates.
 *
 * @param measures in the order of its estimates
 */
public record EvaluatorCard(List<Measure> measures) {
    /** Returns the card of an evaluator. */
    public static EvaluatorCard of(Evaluator evaluator) {
        return new EvaluatorCard(evaluator.measures());
    }
}
