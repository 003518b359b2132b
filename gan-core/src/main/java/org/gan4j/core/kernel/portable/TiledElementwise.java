package org.gan4j.core.kernel.portable;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.core.kernel.BinaryOperation;
import org.gan4j.core.kernel.ElementwiseKernels;
import org.gan4j.core.kernel.UnaryOperation;
import org.gan4j.core.kernel.parallel.Parallel;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;

/** Elementwise kernels as loops over tiles: vectorised for FLOAT32, one number at a time for FLOAT64. */
final class TiledElementwise implements ElementwiseKernels {
    private static final int SIZE = Tiles.SIZE;

    @Override
    public void unary(UnaryOperation operation, double parameter, Block x, Block z, int n) {
        int threshold = isCostly(operation) ? Parallel.COSTLY : Parallel.CHEAP;
        if (x.dtype() == DType.FLOAT32) {
            FloatUnary function = FloatUnary.of(operation, parameter);
            float a = (float) parameter;
            Parallel.run(n, threshold, (from, to) -> {
                Tiles tiles = Tiles.current();
                for (int i = from; i < to; i += SIZE) {
                    int count = Math.min(SIZE, to - i);
                    x.read(i, tiles.x, 0, count);
                    function.apply(tiles.math, a, tiles.x, tiles.z, count);
                    z.write(i, tiles.z, 0, count);
                }
            });
        } else {
            mapDoubles(DoubleFunctions.of(operation, parameter), x, z, n);
        }
    }

    @Override
    public void binary(BinaryOperation operation, Block x, int[] xDims, Block y, int[] yDims, Block z, int[] zDims) {
        Strided xView = Strided.broadcast(xDims, zDims);
        Strided yView = Strided.broadcast(yDims, zDims);
        int n = xView.size();
        if (z.dtype() == DType.FLOAT32) {
            FloatBinary function = FloatBinary.of(operation);
            Parallel.run(n, Parallel.CHEAP, (from, to) -> {
                Tiles tiles = Tiles.current();
                for (int i = from; i < to; i += SIZE) {
                    int count = Math.min(SIZE, to - i);
                    xView.read(x, i, tiles.x, count);
                    yView.read(y, i, tiles.y, count);
                    function.apply(tiles.x, tiles.y, tiles.z, count);
                    z.write(i, tiles.z, 0, count);
                }
            });
            return;
        }
        DoubleBinaryOperator function = DoubleFunctions.of(operation);
        Tiles tiles = Tiles.current();
        for (int i = 0; i < n; i += SIZE) {
            int count = Math.min(SIZE, n - i);
            xView.read(x, i, tiles.xDouble, count);
            yView.read(y, i, tiles.yDouble, count);
            for (int j = 0; j < count; j++) {
                tiles.zDouble[j] = function.applyAsDouble(tiles.xDouble[j], tiles.yDouble[j]);
            }
            z.write(i, tiles.zDouble, 0, count);
        }
    }

    @Override
    public void binary(BinaryOperation operation, Block x, double value, Block z, int n) {
        if (x.dtype() == DType.FLOAT32) {
            FloatBinary function = FloatBinary.of(operation);
            withConstant(
                    (tile, constant, result, count) -> function.apply(tile, constant, result, count), x, value, z, n);
        } else {
            DoubleBinaryOperator function = DoubleFunctions.of(operation);
            mapDoubles(element -> function.applyAsDouble(element, value), x, z, n);
        }
    }

    @Override
    public void binary(BinaryOperation operation, double value, Block x, Block z, int n) {
        if (x.dtype() == DType.FLOAT32) {
            FloatBinary function = FloatBinary.of(operation);
            withConstant(
                    (tile, constant, result, count) -> function.apply(constant, tile, result, count), x, value, z, n);
        } else {
            DoubleBinaryOperator function = DoubleFunctions.of(operation);
            mapDoubles(element -> function.applyAsDouble(value, element), x, z, n);
        }
    }

    @Override
    public void leakyReluGradient(Block g, Block x, double slope, Block z, int n) {
        if (z.dtype() == DType.FLOAT32) {
            FloatBinary function = FloatBinary.leakyReluGradient((float) slope);
            Parallel.run(n, Parallel.CHEAP, (from, to) -> {
                Tiles tiles = Tiles.current();
                for (int i = from; i < to; i += SIZE) {
                    int count = Math.min(SIZE, to - i);
                    g.read(i, tiles.x, 0, count);
                    x.read(i, tiles.y, 0, count);
                    function.apply(tiles.x, tiles.y, tiles.z, count);
                    z.write(i, tiles.z, 0, count);
                }
            });
            return;
        }
        for (int i = 0; i < n; i++) {
            double argument = x.get(i);
            double gradient = g.get(i);
            z.set(i, argument > 0 ? gradient : Double.isNaN(argument) ? argument : slope * gradient);
        }
    }

    @Override
    public void clip(Block x, double low, double high, Block z, int n) {
        if (x.dtype() == DType.FLOAT32) {
            float lower = (float) low;
            float upper = (float) high;
            FloatBinary function = (tile, unused, result, count) -> {
                for (int i = 0; i < count; i++) {
                    result[i] = Math.min(Math.max(tile[i], lower), upper);
                }
            };
            withConstant(function, x, 0, z, n);
        } else {
            mapDoubles(element -> Math.min(Math.max(element, low), high), x, z, n);
        }
    }

    @Override
    public void where(Block condition, Block x, Block y, Block z, int n) {
        if (z.dtype() == DType.FLOAT32) {
            Parallel.run(n, Parallel.CHEAP, (from, to) -> {
                Tiles tiles = Tiles.current();
                for (int i = from; i < to; i += SIZE) {
                    int count = Math.min(SIZE, to - i);
                    condition.read(i, tiles.u, 0, count);
                    x.read(i, tiles.x, 0, count);
                    y.read(i, tiles.y, 0, count);
                    for (int j = 0; j < count; j++) {
                        tiles.z[j] = tiles.u[j] != 0f ? tiles.x[j] : tiles.y[j];
                    }
                    z.write(i, tiles.z, 0, count);
                }
            });
            return;
        }
        for (int i = 0; i < n; i++) {
            z.set(i, condition.get(i) != 0 ? x.get(i) : y.get(i));
        }
    }

    @Override
    public void fill(Block z, int n, double value) {
        Tiles tiles = Tiles.current();
        if (z.dtype() == DType.FLOAT32) {
            Arrays.fill(tiles.z, 0, Math.min(SIZE, n), (float) value);
            for (int i = 0; i < n; i += SIZE) {
                z.write(i, tiles.z, 0, Math.min(SIZE, n - i));
            }
        } else {
            Arrays.fill(tiles.zDouble, 0, Math.min(SIZE, n), value);
            for (int i = 0; i < n; i += SIZE) {
                z.write(i, tiles.zDouble, 0, Math.min(SIZE, n - i));
            }
        }
    }

    private static void withConstant(FloatBinary function, Block x, double value, Block z, int n) {
        Parallel.run(n, Parallel.CHEAP, (from, to) -> {
            Tiles tiles = Tiles.current();
            Arrays.fill(tiles.y, 0, Math.min(SIZE, to - from), (float) value);
            for (int i = from; i < to; i += SIZE) {
                int count = Math.min(SIZE, to - i);
                x.read(i, tiles.x, 0, count);
                function.apply(tiles.x, tiles.y, tiles.z, count);
                z.write(i, tiles.z, 0, count);
            }
        });
    }

    private static void mapDoubles(DoubleUnaryOperator function, Block x, Block z, int n) {
        Tiles tiles = Tiles.current();
        for (int i = 0; i < n; i += SIZE) {
            int count = Math.min(SIZE, n - i);
            x.read(i, tiles.xDouble, 0, count);
            for (int j = 0; j < count; j++) {
                tiles.zDouble[j] = function.applyAsDouble(tiles.xDouble[j]);
            }
            z.write(i, tiles.zDouble, 0, count);
        }
    }

    private static boolean isCostly(UnaryOperation operation) {
        return switch (operation) {
            case NEGATE, SQUARE, ABS, SIGN, RELU, LEAKY_RELU, RECIPROCAL, SQRT -> false;
            case EXP, LOG, LOG1P, EXPM1, POWER, SIGMOID, TANH, SOFTPLUS, ELU -> true;
        };
    }
}
