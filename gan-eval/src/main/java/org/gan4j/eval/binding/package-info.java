/**
 * Names for evaluators: {@link org.gan4j.eval.binding.EvaluatorsModule}, which knows all packages of this module so that
 * none of them need know another.
 */
@NullMarked
package org.gan4j.eval.binding;

import org.jspecify.annotations.NullMarked;
