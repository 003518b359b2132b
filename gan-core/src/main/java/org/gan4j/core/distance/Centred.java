package org.gan4j.core.distance;

import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Rows less a shift that both sets of a product have in common, in the type of the product.
 *
 * @param shift [d]
 * @param values [n, d], each number within half a unit in the last place of the exact difference
 * @param lengths the norm of each row
 */
@SuppressWarnings("ArrayRecordComponent") // read one by one, never compared
record Centred(Tensor shift, Tensor values, double[] lengths) {
    /** Returns rows less a shift, which has been subtracted already. */
    static Centred of(Tensor shift, Tensor values) {
        return new Centred(shift, values, lengths(values));
    }

    /** Returns other rows less the same shift. */
    Centred like(Tensor rows) {
        DType type = shift.dtype();
        Tensor less = rows.dtype() == type
                ? rows.minus(shift)
                : rows.to(DType.FLOAT64).minus(shift.to(DType.FLOAT64)).to(type);
        return of(shift, less);
    }

    /** Returns the mean of the rows of a matrix, and 0 for a coordinate in which it is not finite: any shift is right. */
    static Tensor shift(Tensor rows) {
        double[] mean = rows.mean(0).toDoubles();
        for (int k = 0; k < mean.length; k++) {
            mean[k] = Double.isFinite(mean[k]) ? mean[k] : 0;
        }
        return Tensor.of(rows.dtype(), Shape.of(mean.length), mean);
    }

    private static double[] lengths(Tensor values) {
        return values.dtype() == DType.FLOAT64
                ? lengths(values.toDoubles(), values.shape().dim(1))
                : lengths(values.toFloats(), values.shape().dim(1));
    }

    private static double[] lengths(float[] values, int dimension) {
        double[] lengths = new double[values.length / dimension];
        for (int i = 0; i < lengths.length; i++) {
            double sum = 0;
            for (int k = 0; k < dimension; k++) {
                double value = values[i * dimension + k];
                sum += value * value;
            }
            lengths[i] = Math.sqrt(sum);
        }
        return lengths;
    }

    private static double[] lengths(double[] values, int dimension) {
        double[] lengths = new double[values.length / dimension];
        for (int i = 0; i < lengths.length; i++) {
            double sum = 0;
            for (int k = 0; k < dimension; k++) {
                sum += values[i * dimension + k] * values[i * dimension + k];
            }
            lengths[i] = Math.sqrt(sum);
        }
        return lengths;
    }
}
