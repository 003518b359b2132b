package org.gan4j.core.distance;

import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Squared distances of all pairs of rows, differentiable to any order.
 *
 * <p>Recorded is |x|^2 + |y|^2 - 2 x y^T of rows less the mean of y, whose derivatives are products; the values are those
 * of {@link SquaredDistances}, so they do not suffer where the three terms cancel. A derivative
 * 2 (x_i sum_j g_ij - sum_j g_ij y_j) is right to the rounding of the centred rows, about as much as the rows' own.
 */
final class PairwiseDistances {
    private PairwiseDistances() {}

    /**
     * Returns |x_i - y_j|^2, shape [N, M].
     *
     * @param x shape [N, d]
     * @param y shape [M, d]
     * @param settle recomputes those distances of a row whose bound is too large
     */
    static Tensor of(Tensor x, Tensor y, SquaredDistances.RowConsumer settle) {
        Tensor shift = Centred.shift(y.detach());
        Tensor left = x.minus(shift);
        Tensor right = y.minus(shift);
        Tensor products = left.matmul(right, false, true);
        Tensor form = left.square()
                .sumKeeping(1)
                .plus(right.square().sumKeeping(1).transpose())
                .minus(products.times(2));
        Centred points = Centred.of(shift, left.detach());
        int columns = y.shape().dim(0);
        double[] values = new double[form.size()];
        SquaredDistances.to(y.detach(), Centred.of(shift, right.detach()))
                .forEach(x.detach(), new SquaredDistances.Products(points.lengths(), products.detach()), row -> {
                    settle.accept(row);
                    for (int j = 0; j < columns; j++) {
                        values[row.point() * columns + j] = row.at(j);
                    }
                });
        return form.withValues(Tensor.of(form.dtype(), Shape.of(x.shape().dim(0), columns), values));
    }
}
