/**
 * Optimizers, the schedules of their rates, what can be wrapped around them, and averages of parameters.
 *
 * <p>Read first: {@link org.gan4j.core.optim.Optimizer}, {@link org.gan4j.core.optim.Sgd},
 * {@link org.gan4j.core.optim.Schedule} and {@link org.gan4j.core.optim.ClippedWeights}.
 */
@NullMarked
package org.gan4j.core.optim;

import org.jspecify.annotations.NullMarked;
