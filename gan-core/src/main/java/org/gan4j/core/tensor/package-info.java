/**
 * Tensors, their operations and exact derivatives of any order, and the scopes that bound their lifetime.
 *
 * <p>Read first: {@link org.gan4j.core.tensor.Tensor} and {@link org.gan4j.core.tensor.Gradients}; then
 * {@link org.gan4j.core.tensor.Elementwise}, one of the family classes ({@code Elementwise}, {@code Functions},
 * {@code Selection}, {@code Reduction}, {@code Norms}, {@code Matrix}, {@code Layout}, {@code Rows}) that hold each
 * operation together with its derivative rules. The methods of a tensor are one-line delegations to them, grouped in the
 * interfaces {@code TensorArithmetic}, {@code TensorFunctions}, {@code TensorReductions} and {@code TensorLayouts}.
 */
@NullMarked
package org.gan4j.core.tensor;

import org.jspecify.annotations.NullMarked;
