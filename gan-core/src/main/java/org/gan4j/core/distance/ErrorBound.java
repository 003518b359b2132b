package org.gan4j.core.distance;

import org.gan4j.core.memory.DType;

/**
 * Bound of the error of |x|^2 + |y|^2 - 2 x y^T, where the product is computed in one type and the rest in float64.
 *
 * <p>With u the unit of the type, v = 2^-53, and gamma_d = d u / (1 - d u), the product is off by at most
 * gamma_d |x| |y| in whatever order it is summed; rounding the centred coordinates moves the distance by at most
 * 2 u (|x| + |y|)^2; the norms add (d + 4) v (|x| + |y|)^2. What a product may lose below the smallest normal number is
 * added. A bound is infinite where the product may overflow, or d u is not below 1.
 *
 * @param product the factor of |x| |y|
 * @param rounding the factor of (|x| + |y|)^2
 * @param underflow the factor of 1 + |x| + |y|
 * @param largest the largest finite number of the type
 * @see <a href="https://doi.org/10.1137/1.9780898718027">Higham, Accuracy and stability of numerical algorithms, 2002,
 *     section 3.1, equation 3.5</a>
 */
record ErrorBound(double product, double rounding, double underflow, double largest) {
    /** The share that terms of higher order and the rounding of the bound itself may have. */
    private static final double SLACK = 1.01;

    private static final double DOUBLE_UNIT = 0x1p-53;

    /** Returns the bound for products of rows of so many numbers of a type. */
    static ErrorBound of(int dimension, DType type) {
        boolean single = type == DType.FLOAT32;
        double unit = single ? 0x1p-24 : DOUBLE_UNIT;
        double smallest = single ? Float.MIN_NORMAL : Double.MIN_NORMAL;
        double steps = dimension * unit;
        double gamma = steps < 1 ? steps / (1 - steps) : Double.POSITIVE_INFINITY;
        return new ErrorBound(
                2 * SLACK * gamma,
                SLACK * (2 * unit + (dimension + 4.0) * DOUBLE_UNIT),
                4 * dimension * smallest,
                single ? Float.MAX_VALUE : Double.MAX_VALUE);
    }

    /**
     * Returns how far the squared distance of two centred rows may be from the right one.
     *
     * @param x the norm of one row
     * @param y the norm of the other
     */
    double of(double x, double y) {
        double both = x + y;
        return 4 * x * y < largest
                ? product * x * y + rounding * both * both + underflow * (1 + both)
                : Double.POSITIVE_INFINITY;
    }
}
