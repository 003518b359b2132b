/**
 * Evaluators with one defect each, and the checks that find them.
 *
 * <p>Read first: {@link org.gan4j.eval.defects.BrokenEvaluators}.
 */
@NullMarked
package org.gan4j.eval.defects;

import org.jspecify.annotations.NullMarked;
