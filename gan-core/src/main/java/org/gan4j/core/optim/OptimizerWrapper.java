package org.gan4j.core.optim;

import java.util.SortedMap;
import org.gan4j.core.nn.Parameters;

/** Optimizer that changes the step of another; what it does not say itself is the other's: state, schedules, bounds. */
public interface OptimizerWrapper extends Optimizer {
    /** Returns the optimizer whose step is changed. */
    Optimizer optimizer();

    @Override
    default OptimizerState init(Parameters parameters) {
        return optimizer().init(parameters);
    }

    @Override
    default SortedMap<String, Double> scheduled(long step) {
        return optimizer().scheduled(step);
    }

    @Override
    default boolean clipsWeights() {
        return optimizer().clipsWeights();
    }

    @Override
    default boolean boundsWeights() {
        return optimizer().boundsWeights();
    }
}
