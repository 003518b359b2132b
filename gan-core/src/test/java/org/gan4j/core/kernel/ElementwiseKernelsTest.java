package org.gan4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.gan4j.core.kernel.Cases#kernelSets")
class ElementwiseKernelsTest {
    private static final int[] SIZES = {1, 3, 17, 255, 2048, 2049, 5001, 150_001};
    private static final double[] EXTREMES = {
        0.0,
        -0.0,
        1,
        -1,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        1e-30f,
        -1e-30f,
        1e-8f,
        -1e-8f,
        0.5f,
        -0.5f,
        16,
        -16,
        20,
        -20,
        87,
        -87,
        88.7f,
        -88.7f,
        89,
        -89,
        103,
        -103,
        104,
        -104,
        500,
        -500,
        1e30f,
        -1e30f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };
    /** Units in the last place of float32 that each function may be off; a constant without a row fails the test. */
    private static final Map<UnaryOperation, Integer> ULPS = new EnumMap<>(UnaryOperation.class);

    private static final Map<BinaryOperation, Integer> BINARY_ULPS = new EnumMap<>(BinaryOperation.class);

    static {
        for (UnaryOperation exact : new UnaryOperation[] {
            UnaryOperation.NEGATE,
            UnaryOperation.SQRT,
            UnaryOperation.SQUARE,
            UnaryOperation.ABS,
            UnaryOperation.SIGN,
            UnaryOperation.RECIPROCAL,
            UnaryOperation.RELU
        }) {
            ULPS.put(exact, 0);
        }
        ULPS.put(UnaryOperation.POWER, 2);
        ULPS.put(UnaryOperation.LEAKY_RELU, 1);
        ULPS.put(UnaryOperation.EXP, 2);
        ULPS.put(UnaryOperation.EXPM1, 3);
        ULPS.put(UnaryOperation.LOG, 2);
        ULPS.put(UnaryOperation.LOG1P, 3);
        ULPS.put(UnaryOperation.SIGMOID, 4);
        ULPS.put(UnaryOperation.TANH, 4);
        ULPS.put(UnaryOperation.SOFTPLUS, 4);
        ULPS.put(UnaryOperation.ELU, 4);
        for (BinaryOperation operation : BinaryOperation.values()) {
            switch (operation) {
                case TANH_GRADIENT, SIGMOID_GRADIENT -> BINARY_ULPS.put(operation, 4);
                case ADD,
                        SUBTRACT,
                        MULTIPLY,
                        DIVIDE,
                        MAXIMUM,
                        MINIMUM,
                        GREATER,
                        GREATER_EQUAL,
                        LESS,
                        LESS_EQUAL,
                        EQUAL,
                        RELU_GRADIENT -> BINARY_ULPS.put(operation, 0);
            }
        }
    }

    private final ElementwiseKernels kernels;
    /** Units in the last place that functions which are not exact may be off besides. */
    private final double slack;

    /** Below this size results may be 0. */
    private final double flushed;

    private final ElementwiseKernels plain = new PlainKernels();

    ElementwiseKernelsTest(String set) {
        kernels = KernelSets.named(set).elementwise();
        boolean portable = set.equals("portable");
        slack = portable ? 0 : 2;
        flushed = portable ? 0 : 2 * Float.MIN_NORMAL;
    }

    @Test
    void everyOperationHasATolerance() {
        assertThat(ULPS.keySet()).containsExactlyInAnyOrder(UnaryOperation.values());
        assertThat(BINARY_ULPS.keySet()).containsExactlyInAnyOrder(BinaryOperation.values());
    }

    @ParameterizedTest
    @EnumSource(UnaryOperation.class)
    void unaryAgreesWithThePlainLoop(UnaryOperation operation) {
        for (DType dtype : DType.values()) {
            double ulps = dtype == DType.FLOAT32 ? Objects.requireNonNull(ULPS.get(operation)) : 2;
            for (double parameter : new double[] {0.2, 2, 3, -1, 0.5, 1, -1.5}) {
                check(operation, dtype, parameter, EXTREMES, ulps);
                for (int size : parameter == 0.2 ? SIZES : new int[] {301}) {
                    Random random = new Random(size);
                    double[] values = Cases.mixed(random, size);
                    if (operation == UnaryOperation.LOG1P) {
                        Arrays.setAll(values, i -> Math.max(values[i], -0.9999f));
                    }
                    check(operation, dtype, parameter, values, ulps);
                }
            }
        }
    }

    private void check(UnaryOperation operation, DType dtype, double parameter, double[] values, double ulps) {
        int n = values.length;
        Block x = Cases.of(dtype, values);
        Block actual = Memory.allocate(dtype, n);
        Block expected = Memory.allocate(dtype, n);
        kernels.unary(operation, parameter, x, actual, n);
        plain.unary(operation, parameter, x, expected, n);
        String name = operation + " " + parameter + " " + dtype;
        Cases.assertUlps(name, actual, expected, n, ulps == 0 ? 0 : ulps + slack, flushed);
        kernels.unary(operation, parameter, x, x, n);
        assertThat(Cases.read(x, n)).as(name + " in place").isEqualTo(Cases.read(actual, n));
    }

    @Test
    void logarithmsAndExponentialsOfTheWholeRangeOfFloats() {
        int n = 40_000;
        double[] values = new double[n];
        Arrays.setAll(values, i -> Float.intBitsToFloat((int) (i * (0x7F800000L / n))));
        double[] exponents = new double[n];
        Arrays.setAll(exponents, i -> (float) (-110 + 200.0 * i / n));
        check(UnaryOperation.LOG, DType.FLOAT32, 0, values, 2);
        check(UnaryOperation.LOG1P, DType.FLOAT32, 0, values, 3);
        check(UnaryOperation.EXP, DType.FLOAT32, 0, exponents, 2);
        check(UnaryOperation.EXPM1, DType.FLOAT32, 0, exponents, 3);
        check(UnaryOperation.SIGMOID, DType.FLOAT32, 0, exponents, 4);
        check(UnaryOperation.SOFTPLUS, DType.FLOAT32, 0, exponents, 4);
    }

    @ParameterizedTest
    @EnumSource(BinaryOperation.class)
    void binaryAgreesWithThePlainLoopUnderBroadcasting(BinaryOperation operation) {
        Random random = new Random(operation.name().length());
        for (DType dtype : DType.values()) {
            double ulps = dtype == DType.FLOAT32 ? Objects.requireNonNull(BINARY_ULPS.get(operation)) : 1;
            for (int round = 0; round < 60; round++) {
                int[] zDims = Cases.shape(random, 23);
                int[] xDims = zDims.clone();
                int[] yDims = zDims.clone();
                for (int axis = 0; axis < zDims.length; axis++) {
                    int side = random.nextInt(4);
                    xDims[axis] = side == 0 ? 1 : zDims[axis];
                    yDims[axis] = side == 1 ? 1 : zDims[axis];
                }
                if (random.nextBoolean()) {
                    int[] shorter = Arrays.copyOfRange(yDims, random.nextInt(yDims.length), yDims.length);
                    yDims = shorter;
                    System.arraycopy(zDims, 0, xDims, 0, zDims.length - shorter.length);
                }
                Block x = Cases.of(dtype, withTies(random, Cases.size(xDims)));
                Block y = Cases.of(dtype, withTies(random, Cases.size(yDims)));
                int n = Cases.size(zDims);
                Block actual = Memory.allocate(dtype, n);
                Block expected = Memory.allocate(dtype, n);
                kernels.binary(operation, x, xDims, y, yDims, actual, zDims);
                plain.binary(operation, x, xDims, y, yDims, expected, zDims);
                String name = operation + " " + dtype + " " + Arrays.toString(xDims) + Arrays.toString(yDims);
                Cases.assertUlps(name, actual, expected, n, ulps);
            }
        }
    }

    private static double[] withTies(Random random, int n) {
        double[] values = Cases.mixed(random, n);
        for (int i = 0; i < n; i += 3) {
            values[i] = random.nextInt(3) - 1;
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource(BinaryOperation.class)
    void binaryOfEveryPairOfExtremes(BinaryOperation operation) {
        int n = EXTREMES.length * EXTREMES.length;
        double[] left = new double[n];
        double[] right = new double[n];
        Arrays.setAll(left, i -> EXTREMES[i / EXTREMES.length]);
        Arrays.setAll(right, i -> EXTREMES[i % EXTREMES.length]);
        for (DType dtype : DType.values()) {
            Block x = Cases.of(dtype, left);
            Block y = Cases.of(dtype, right);
            Block actual = Memory.allocate(dtype, n);
            kernels.binary(operation, x, new int[] {n}, y, new int[] {n}, actual, new int[] {n});
            double[] values = Cases.read(actual, n);
            for (int i = 0; i < n; i++) {
                double expected = extreme(operation, left[i], right[i]);
                if (!Double.isNaN(expected)) {
                    assertThat(values[i])
                            .as("%s %s %s", operation, left[i], right[i])
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** What must hold of infinities and NaN exactly; NaN where the rounding of the type decides. */
    private static double extreme(BinaryOperation operation, double x, double y) {
        return switch (operation) {
            case GREATER -> x > y ? 1 : 0;
            case GREATER_EQUAL -> x >= y ? 1 : 0;
            case LESS -> x < y ? 1 : 0;
            case LESS_EQUAL -> x <= y ? 1 : 0;
            case EQUAL -> x == y ? 1 : 0;
            case MAXIMUM -> Math.max(x, y);
            case MINIMUM -> Math.min(x, y);
            case RELU_GRADIENT -> Double.isFinite(x) && y > 0 ? x : Double.NaN;
            default -> Double.NaN;
        };
    }

    @ParameterizedTest
    @EnumSource(BinaryOperation.class)
    void binaryWithAConstantOnEitherSide(BinaryOperation operation) {
        for (DType dtype : DType.values()) {
            double ulps = dtype == DType.FLOAT32 ? Objects.requireNonNull(BINARY_ULPS.get(operation)) : 1;
            for (int n : SIZES) {
                Block x = Cases.of(dtype, withTies(new Random(n), n));
                Block actual = Memory.allocate(dtype, n);
                Block expected = Memory.allocate(dtype, n);
                for (double value : new double[] {1, -0.75, 0}) {
                    kernels.binary(operation, x, value, actual, n);
                    plain.binary(operation, x, value, expected, n);
                    Cases.assertUlps(operation + " right " + value, actual, expected, n, ulps);
                    kernels.binary(operation, value, x, actual, n);
                    plain.binary(operation, value, x, expected, n);
                    Cases.assertUlps(operation + " left " + value, actual, expected, n, ulps);
                }
            }
        }
    }

    @Test
    void clipWhereAndFill() {
        for (DType dtype : DType.values()) {
            for (int n : SIZES) {
                Random random = new Random(n);
                Block x = Cases.of(dtype, Cases.mixed(random, n));
                Block y = Cases.of(dtype, Cases.mixed(random, n));
                Block condition =
                        Cases.of(dtype, random.ints(n, 0, 2).asDoubleStream().toArray());
                Block actual = Memory.allocate(dtype, n);
                Block expected = Memory.allocate(dtype, n);
                kernels.clip(x, -0.5, 2, actual, n);
                plain.clip(x, -0.5, 2, expected, n);
                Cases.assertUlps("clip", actual, expected, n, 0);
                kernels.where(condition, x, y, actual, n);
                plain.where(condition, x, y, expected, n);
                Cases.assertUlps("where", actual, expected, n, 0);
                kernels.fill(actual, n, -2.5);
                assertThat(Cases.read(actual, n)).containsOnly(-2.5);
            }
        }
    }

    @Test
    void theGradientOfTheLeakyRectifierIsTheSlopeUpToZero() {
        for (DType dtype : DType.values()) {
            for (int n : SIZES) {
                Random random = new Random(n);
                Block g = Cases.of(dtype, Cases.mixed(random, n));
                Block x = Cases.of(dtype, withTies(random, n));
                Block actual = Memory.allocate(dtype, n);
                Block expected = Memory.allocate(dtype, n);
                for (double slope : new double[] {0.2, 0, -0.5, 3}) {
                    kernels.leakyReluGradient(g, x, slope, actual, n);
                    plain.leakyReluGradient(g, x, slope, expected, n);
                    Cases.assertUlps("leakyReluGradient " + slope, actual, expected, n, 1);
                }
                kernels.leakyReluGradient(g, x, 3, x, n);
                assertThat(Cases.read(x, n)).isEqualTo(Cases.read(actual, n));
            }
            Block x = Cases.of(dtype, 0, -0.0, Float.MIN_VALUE, -Float.MIN_VALUE, 1e30, -1e30);
            Block g = Cases.of(dtype, 8, 8, 8, 8, 8, 8);
            kernels.leakyReluGradient(g, x, 0.25, g, 6);
            assertThat(Cases.read(g, 6)).containsExactly(2, 2, 8, 2, 8, 2);
        }
    }

    @Test
    void nanPassesThroughMaximumReluAndClip() {
        for (DType dtype : DType.values()) {
            Block x = Cases.of(dtype, Double.NaN, 1, Double.NaN);
            Block z = Memory.allocate(dtype, 3);
            kernels.binary(BinaryOperation.MAXIMUM, x, 0, z, 3);
            assertThat(Cases.read(z, 3)).containsExactly(Double.NaN, 1, Double.NaN);
            kernels.unary(UnaryOperation.RELU, 0, x, z, 3);
            assertThat(Cases.read(z, 3)).containsExactly(Double.NaN, 1, Double.NaN);
            kernels.clip(x, -1, 0.5, z, 3);
            assertThat(Cases.read(z, 3)).containsExactly(Double.NaN, 0.5, Double.NaN);
        }
    }

    @Test
    void aLargeMapIsTheSameEachTime() {
        int n = 400_001;
        Block x = Cases.of(DType.FLOAT32, Cases.mixed(new Random(5), n));
        Block z = Memory.allocate(DType.FLOAT32, n);
        kernels.unary(UnaryOperation.TANH, 0, x, z, n);
        double[] first = Cases.read(z, n);
        for (int round = 0; round < 5; round++) {
            kernels.fill(z, n, 7);
            kernels.unary(UnaryOperation.TANH, 0, x, z, n);
            assertThat(Arrays.equals(Cases.read(z, n), first)).isTrue();
        }
    }
}
