/**
 * Names for evaluators, in one module that knows all packages of gan-eval so that none of them need know another.
 *
 * <p>Read first: {@link org.gan4j.eval.binding.EvaluatorsModule}.
 */
@NullMarked
package org.gan4j.eval.binding;

import org.jspecify.annotations.NullMarked;
