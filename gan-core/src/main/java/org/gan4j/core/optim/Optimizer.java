package org.gan4j.core.optim;

import java.util.Collections;
import java.util.SortedMap;
import org.gan4j.core.config.Family;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.ParameterUpdate;

/**
 * Optimizer: turns gradients into new parameters, by descent, never ascent.
 *
 * <p>An optimizer is a record of its settings. What it remembers is an {@link OptimizerState}, a value that is handed in
 * and comes back.
 */
@Family("optimizers")
public interface Optimizer {
    /** Returns the state before the first step, in memory that outlives every scope. */
    OptimizerState init(Parameters parameters);

    /**
     * Returns the parameters and the state after one step; changes nothing. The step can be differentiated with respect
     * to the parameters, the gradients and the state.
     *
     * @param gradients the gradients of what is minimised, under the names of the parameters
     */
    OptimizerStep step(Parameters parameters, Parameters gradients, OptimizerState state);

    /**
     * Does the same step, writing the new values into the parameters and the state, and returns the state that follows.
     * All of them are persistent tensors; views of them become unreadable.
     */
    default OptimizerState stepInPlace(Parameters parameters, Parameters gradients, OptimizerState state) {
        OptimizerStep step = step(parameters, gradients, state);
        parameters.zip(step.parameters(), (old, next) -> {
            ParameterUpdate.assign(old, next);
            return old;
        });
        state.assign(step.state());
        return state.next();
    }

    /** Tells whether every weight is clipped to a fixed range at each step, as in the first Wasserstein GANs. */
    default boolean clipsWeights() {
        return false;
    }

    /** Tells whether weights are bounded at each step, by clipping or otherwise, so that a score cannot grow ever steeper. */
    default boolean boundsWeights() {
        return clipsWeights();
    }

    /** Returns the scheduled quantities at a step by name, such as rate and momentum, for reports. */
    default SortedMap<String, Double> scheduled(long step) {
        return Collections.emptySortedMap();
    }
}
