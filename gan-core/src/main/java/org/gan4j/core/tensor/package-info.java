/**
 * Tensors, their operations and exact derivatives of any order, and the scopes that bound their lifetime.
 *
 * <p>Read first: {@link org.gan4j.core.tensor.Tensor}, {@link org.gan4j.core.tensor.Gradients} and
 * {@code Elementwise}, one of the families.
 *
 * <p>A family is a class that holds each of its operations together with its derivative rules: {@code Elementwise},
 * {@code Functions}, {@code Selection}, {@code Reduction}, {@code Matrix}, {@code Convolutions}, {@code Layout},
 * {@code Indexing}. {@code Traversal} applies the rules. The methods of a tensor are one-line delegations to the
 * families, grouped in the interfaces {@code TensorArithmetic}, {@code TensorFunctions}, {@code TensorReductions}
 * and {@code TensorLayouts}.
 *
 * <p>A new operation is a static method in its family: it calls a kernel, and names for each argument the rule and
 * the tensors that the rule needs ({@code z.recording(x, rule, needed...)}). It is complete with a row in the table
 * of operations in the tests.
 */
@NullMarked
package org.gan4j.core.tensor;

import org.jspecify.annotations.NullMarked;
