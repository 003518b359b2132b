/**
 * What every evaluator must satisfy, as tests that an evaluator of one's own can be put through as well.
 *
 * <p>Read first: {@link org.gan4j.eval.contract.EvaluatorContract}, which a test class implements,
 * {@link org.gan4j.eval.contract.EvaluatorChecks}, the list of checks, and
 * {@link org.gan4j.eval.contract.RegisteredEvaluators}, which finds evaluators by their names.
 */
@NullMarked
package org.gan4j.eval.contract;

import org.jspecify.annotations.NullMarked;
