package org.gan4j.core.optim;

import org.gan4j.core.config.Family;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.ParameterUpdate;
import org.gan4j.core.tensor.Tensor;

/**
 * An average of the parameters over training, kept beside them and used, by choice, when a network is evaluated.
 *
 * <p>average' = average + weight (parameters - average), with a weight in [0, 1] for each step: 1 replaces the average.
 */
@Family("averages")
public interface ParameterAverage {
    /**
     * Returns how far the average moves towards the parameters that follow from a step.
     *
     * @param step the step done, counted from 0
     */
    double weight(long step);

    /** Returns the average before the first step: a copy of the parameters that outlives every scope. */
    default Parameters init(Parameters parameters) {
        return parameters.detach().persistent();
    }

    /** Returns the average after a step; changes nothing. */
    default Parameters next(Parameters average, Parameters parameters, long step) {
        double weight = weight(step);
        return average.zip(parameters, (a, p) -> moved(a, p, weight));
    }

    /** Writes the same average into the persistent tensors of {@code average}. */
    default void nextInPlace(Parameters average, Parameters parameters, long step) {
        double weight = weight(step);
        InPlace.each(average, parameters, (name, a, p) -> ParameterUpdate.assign(a, moved(a, p, weight)));
    }

    private static Tensor moved(Tensor average, Tensor parameter, double weight) {
        return weight == 1 ? parameter : average.plus(parameter.minus(average).times(weight));
    }
}
