package org.gan4j.core.optim;

import org.gan4j.core.nn.Parameters;

/**
 * Result of one step of an optimizer.
 *
 * @param parameters the new parameters
 * @param state the new state
 */
public record OptimizerStep(Parameters parameters, OptimizerState state) {}
