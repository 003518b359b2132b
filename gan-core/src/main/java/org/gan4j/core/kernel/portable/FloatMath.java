package org.gan4j.core.kernel.portable;

/**
 * Exponentials and logarithms of tiles of floats, within a few units in the last place, in loops without branches that
 * the compiler turns into vector instructions. One instance belongs to one thread.
 *
 * <p>The exponential is 2^k e^r with |r| at most ln(2) / 2; the logarithm is k ln 2 + ln m with m between the square
 * roots of 1/2 and 2. The polynomials are those of the Cephes library (S. Moshier, expf and logf).
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // The coefficients stand as they were published.
final class FloatMath {
    private static final float LOG2_E = 1.44269504f;
    /** ln 2 in two parts, of which k times the first is exact. */
    private static final float LN2_HIGH = 0.693359375f;

    private static final float LN2_LOW = -2.12194440e-4f;
    /** Adding 1.5 * 2^23 rounds to an integer and leaves it in the low bits. */
    private static final float ROUNDER = 12582912f;

    private static final int ROUNDER_BITS = 0x4B400000;
    private static final int ONE_BITS = 0x3F800000;
    private static final int SQRT_HALF_BITS = 0x3F3504F3;

    private final Tiles.Bits bits = new Tiles.Bits();
    private final float[] rounded = new float[Tiles.SIZE];
    private final float[] first = new float[Tiles.SIZE];
    private final float[] second = new float[Tiles.SIZE];
    private final float[] third = new float[Tiles.SIZE];
    private final int[] pattern = new int[Tiles.SIZE];
    private final int[] other = new int[Tiles.SIZE];

    /** z = e^x. The output may be the input. */
    void exp(float[] x, float[] z, int n) {
        reduce(x, -105f, 89.5f, rounded, z, n);
        scales(n);
        multiplyByScales(z, first, second, n);
    }

    /** z = e^x - 1. The output may be the input. */
    void expm1(float[] x, float[] z, int n) {
        reduce(x, -20f, 89.5f, rounded, z, n);
        scales(n);
        inverseOfSecond(n);
        combineExpm1(z, first, second, third, n);
    }

    /** z = tanh x = (e^2x - 1) / (e^2x + 1). The output may be the input. */
    void tanh(float[] x, float[] z, int n) {
        twiceClamped(x, z, n);
        expm1(z, z, n);
        ratioOfTanh(z, n);
    }

    /** z = 1 / (1 + e^-x) = e^min(x, 0) / (1 + e^-|x|). The output may not be the input. */
    void sigmoid(float[] x, float[] z, int n) {
        negativeMagnitude(x, z, n);
        exp(z, z, n);
        ratioOfSigmoid(x, z, n);
    }

    /** z = ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|). The output may not be the input. */
    void softplus(float[] x, float[] z, int n) {
        negativeMagnitude(x, z, n);
        exp(z, z, n);
        log1pOrdinary(z, z, n);
        addPositivePart(x, z, n);
    }

    /** z = ln x. The output may not be the input. */
    void log(float[] x, float[] z, int n) {
        logOrdinary(x, z, n);
        for (int i = 0; i < n; i++) {
            float argument = x[i];
            if (!(argument >= Float.MIN_NORMAL && argument <= Float.MAX_VALUE)) {
                z[i] = (float) Math.log(argument);
            }
        }
    }

    /** z = ln(1 + x). The output may not be the input. */
    void log1p(float[] x, float[] z, int n) {
        log1pOrdinary(x, z, n);
        for (int i = 0; i < n; i++) {
            float argument = x[i];
            if (!(argument > -1f && argument <= 1e37f)) {
                z[i] = (float) Math.log1p(argument);
            }
        }
    }

    /** Leaves k in {@code rounded}, shifted by the rounder, and e^r - 1 in z. */
    private static void reduce(float[] x, float low, float high, float[] rounded, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            float clamped = Math.min(Math.max(x[i], low), high);
            float shifted = clamped * LOG2_E + ROUNDER;
            float k = shifted - ROUNDER;
            float r = clamped - k * LN2_HIGH - k * LN2_LOW;
            float p = ((((1.9875691500E-4f * r + 1.3981999507E-3f) * r + 8.3334519073E-3f) * r + 4.1665795894E-2f) * r
                                    + 1.6666665459E-1f)
                            * r
                    + 5.0000001201E-1f;
            rounded[i] = shifted;
            z[i] = r * r * p + r;
        }
    }

    /** first = 2^(k div 2), second = 2^(k - k div 2): their product reaches the subnormal numbers and infinity. */
    private void scales(int n) {
        bits.toInts(rounded, pattern, n);
        splitExponents(pattern, other, n);
        bits.toFloats(pattern, first, n);
        bits.toFloats(other, second, n);
    }

    private static void splitExponents(int[] pattern, int[] other, int n) {
        for (int i = 0; i < n; i++) {
            int k = pattern[i] - ROUNDER_BITS;
            int half = k >> 1;
            pattern[i] = (half << 23) + ONE_BITS;
            other[i] = ((k - half) << 23) + ONE_BITS;
        }
    }

    private void inverseOfSecond(int n) {
        negateExponents(other, n);
        bits.toFloats(other, third, n);
    }

    private static void negateExponents(int[] other, int n) {
        for (int i = 0; i < n; i++) {
            other[i] = 2 * ONE_BITS - other[i];
        }
    }

    private static void multiplyByScales(float[] z, float[] first, float[] second, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = (z[i] + 1f) * first[i] * second[i];
        }
    }

    private static void combineExpm1(float[] z, float[] first, float[] second, float[] inverse, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = (z[i] * first[i] + (first[i] - inverse[i])) * second[i];
        }
    }

    private static void twiceClamped(float[] x, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = 2f * Math.min(Math.max(x[i], -9.1f), 9.1f);
        }
    }

    private static void ratioOfTanh(float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = z[i] / (z[i] + 2f);
        }
    }

    private static void negativeMagnitude(float[] x, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = -Math.abs(x[i]);
        }
    }

    /** The numerator is 1 for positive x and e^x for others; between, where x is tiny, both are 1. */
    private static void ratioOfSigmoid(float[] x, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            float e = z[i];
            float positive = Math.min(Math.max(x[i] * Float.MAX_VALUE, 0f), 1f);
            z[i] = Math.max(e, positive) / (1f + e);
        }
    }

    private static void addPositivePart(float[] x, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = Math.max(x[i], 0f) + z[i];
        }
    }

    /** ln(1 + x) = ln u + (x - (u - 1)) / u with u = 1 + x rounded; for x above -1 and not huge. */
    private void log1pOrdinary(float[] x, float[] z, int n) {
        correction(x, third, second, n);
        logOrdinary(third, z, n);
        add(z, second, n);
    }

    private static void correction(float[] x, float[] u, float[] c, int n) {
        for (int i = 0; i < n; i++) {
            float sum = 1f + x[i];
            u[i] = sum;
            c[i] = (x[i] - (sum - 1f)) / sum;
        }
    }

    private static void add(float[] z, float[] c, int n) {
        for (int i = 0; i < n; i++) {
            z[i] += c[i];
        }
    }

    /** The logarithm of positive normal numbers. */
    private void logOrdinary(float[] x, float[] z, int n) {
        bits.toInts(x, pattern, n);
        mantissas(pattern, other, n);
        bits.toFloats(pattern, first, n);
        bits.toFloats(other, rounded, n);
        logOfMantissas(first, rounded, z, n);
    }

    /** Leaves the mantissas between the roots of 1/2 and 2 in {@code pattern}, the exponents, shifted, in other. */
    private static void mantissas(int[] pattern, int[] other, int n) {
        for (int i = 0; i < n; i++) {
            int k = (pattern[i] - SQRT_HALF_BITS) >> 23;
            pattern[i] = pattern[i] - (k << 23);
            other[i] = ROUNDER_BITS + k;
        }
    }

    private static void logOfMantissas(float[] mantissa, float[] exponent, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            float k = exponent[i] - ROUNDER;
            float f = mantissa[i] - 1f;
            float square = f * f;
            float p = (((((7.0376836292E-2f * f - 1.1514610310E-1f) * f + 1.1676998740E-1f) * f - 1.2420140846E-1f) * f
                                            + 1.4249322787E-1f)
                                    * f
                            - 1.6668057665E-1f)
                    * f;
            float q = ((p + 2.0000714765E-1f) * f - 2.4999993993E-1f) * f + 3.3333331174E-1f;
            float tail = q * f * square + k * LN2_LOW - 0.5f * square;
            z[i] = f + tail + k * LN2_HIGH;
        }
    }
}
