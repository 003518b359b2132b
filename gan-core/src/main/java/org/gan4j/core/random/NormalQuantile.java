package org.gan4j.core.random;

/**
 * The inverse of the normal distribution function, for float and for double.
 *
 * <p>Both reach as far into the tails as their random words do: 6.3 standard deviations for one word, 9.1 for two.
 * Neither calls a function of the mathematics library, whose last digits differ between machines; square roots,
 * products, sums and quotients are exact to the last bit everywhere.
 */
final class NormalQuantile {
    private static final double[] CENTRE_TOP = {
        3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
        45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227
    };
    private static final double[] CENTRE_BOTTOM = {
        1.0, 42.31333070160091, 687.1870074920579, 5394.196021424751,
        21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854
    };
    private static final double[] NEAR_TOP = {
        1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
        1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414
    };
    private static final double[] NEAR_BOTTOM = {
        1.0, 2.053191626637759, 1.6763848301838038, 0.6897673349851,
        0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-09
    };
    private static final double[] FAR_TOP = {
        6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
        0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-05, 2.0103343992922881e-07
    };
    private static final double[] FAR_BOTTOM = {
        1.0, 0.599832206555888, 0.1369298809227358, 0.014875361290850615,
        0.0007868691311456133, 1.8463183175100548e-05, 1.421511758316446e-07, 2.0442631033899397e-15
    };

    private NormalQuantile() {}

    /**
     * Replaces a tile of signed tail probabilities x, each in [-1/2, 1/2] without 0, by the numbers that a standard normal
     * variable exceeds in size with that probability on the same side: x = 0.025 becomes 1.96 and x = -0.025 becomes
     * -1.96.
     *
     * <p>With p = |x| and s = 2.3264 p^(1/8) - 1.1333, which runs from -1 to 1 while p runs from 2^-33 to 1/2, the
     * number is a quotient of two polynomials of degree 7 in s, fitted to a largest error of 1.0e-7; float arithmetic
     * adds an error of 4e-7 in the mean square, and 1e-5 at most. The loops are apart because only short ones become vector instructions.
     *
     * @param scratch room for a tile
     */
    static void transform(float[] x, float[] scratch) {
        for (int i = 0; i < Threefry.TILE; i++) {
            float p = Math.abs(x[i]);
            float r = (float) Math.sqrt((float) Math.sqrt((float) Math.sqrt(p)));
            scratch[i] = 2.3264165f * r - 1.1333333f;
        }
        for (int i = 0; i < Threefry.TILE; i++) {
            float s = scratch[i];
            float bottom = -0.0056842603f * s - 0.048519768f;
            bottom = bottom * s + 0.13298754f;
            bottom = bottom * s + 0.48602873f;
            bottom = bottom * s - 0.47897068f;
            bottom = bottom * s - 1.2849244f;
            bottom = bottom * s + 0.4456913f;
            bottom = bottom * s + 1f;
            x[i] = x[i] / (bottom * Math.abs(x[i]));
        }
        for (int i = 0; i < Threefry.TILE; i++) {
            float s = scratch[i];
            float top = 0.03073708f * s - 0.2787925f;
            top = top * s - 0.44651967f;
            top = top * s + 2.0743477f;
            top = top * s + 1.341189f;
            top = top * s - 4.3394065f;
            top = top * s - 1.1109838f;
            top = top * s + 2.7294288f;
            x[i] *= top;
        }
    }

    /**
     * Returns the number that a standard normal variable exceeds with probability {@code tail}, in (0, 1/2], to about 16
     * digits.
     *
     * @see <a href="https://doi.org/10.2307/2347330">Wichura, Algorithm AS 241, 1988</a>
     */
    static double exceeded(double tail) {
        double q = 0.5 - tail;
        if (q <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(CENTRE_TOP, r) / polynomial(CENTRE_BOTTOM, r);
        }
        double r = StrictMath.sqrt(-StrictMath.log(tail));
        return r <= 5
                ? polynomial(NEAR_TOP, r - 1.6) / polynomial(NEAR_BOTTOM, r - 1.6)
                : polynomial(FAR_TOP, r - 5) / polynomial(FAR_BOTTOM, r - 5);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = coefficients[7];
        for (int i = 6; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
