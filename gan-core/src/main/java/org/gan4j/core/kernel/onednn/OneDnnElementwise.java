package org.gan4j.core.kernel.onednn;

import java.util.function.IntFunction;
import org.gan4j.core.kernel.BinaryOperation;
import org.gan4j.core.kernel.ElementwiseKernels;
import org.gan4j.core.kernel.UnaryOperation;
import org.gan4j.core.kernel.onednn.OneDnnPartition.Operand;
import org.gan4j.core.kernel.parallel.LinePartition;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.jspecify.annotations.Nullable;

/**
 * Elementwise functions of float32 by oneDNN on the memory of the blocks, where they keep the promises of
 * {@link UnaryOperation} and {@link BinaryOperation}, save that a sigmoid below 2^-125 may be 0. {@link OneDnnFunctions} says
 * which those are, and what is wrong with the others, which the portable kernels compute.
 *
 * <p>oneDNN runs on the thread that calls it; {@link LinePartition} cuts large operands, so the digits do not depend on the number of
 * threads.
 */
final class OneDnnElementwise implements ElementwiseKernels {
    private final ElementwiseKernels portable;
    private final ThreadLocal<Block> constant = ThreadLocal.withInitial(() -> new Block(DType.FLOAT32, 16));

    OneDnnElementwise(ElementwiseKernels portable) {
        this.portable = portable;
    }

    @Override
    public void unary(UnaryOperation operation, double parameter, Block x, Block z, int n) {
        int algorithm = OneDnnFunctions.of(operation, parameter);
        float alpha = OneDnnFunctions.alpha(operation, parameter);
        int threshold = OneDnnFunctions.isCostly(operation) ? LinePartition.COSTLY : LinePartition.CHEAP;
        if (algorithm == OneDnnFunctions.NONE
                || !floats(x, z)
                || !OneDnnPartition.run(
                        n, 1, threshold, count -> new OneDnnMap(algorithm, alpha, count), full(x), full(z))) {
            portable.unary(operation, parameter, x, z, n);
        }
    }

    @Override
    public void binary(BinaryOperation operation, Block x, int[] xDims, Block y, int[] yDims, Block z, int[] zDims) {
        if (!floats(x, z) || !paired(operation, x, xDims, y, yDims, z, zDims)) {
            portable.binary(operation, x, xDims, y, yDims, z, zDims);
        }
    }

    private static boolean paired(
            BinaryOperation operation, Block x, int[] xDims, Block y, int[] yDims, Block z, int[] zDims) {
        Repetition direct = Repetition.of(xDims, yDims, zDims);
        if (direct != null && direct.none() && OneDnnFunctions.gradient(operation) != OneDnnFunctions.NONE) {
            int algorithm = OneDnnFunctions.gradient(operation);
            return OneDnnPartition.run(
                    direct.rows(),
                    1,
                    LinePartition.CHEAP,
                    count -> new OneDnnGradient(algorithm, true, 0, count),
                    full(x),
                    full(y),
                    full(z));
        }
        int algorithm = OneDnnFunctions.of(operation);
        if (direct != null && algorithm != OneDnnFunctions.NONE) {
            return pair(algorithm, direct, x, y, z);
        }
        int swapped = OneDnnFunctions.swapped(operation);
        Repetition reverse = swapped == OneDnnFunctions.NONE ? null : Repetition.of(yDims, xDims, zDims);
        return reverse != null && pair(swapped, reverse, y, x, z);
    }

    private static boolean pair(int algorithm, Repetition repeated, Block x, Block y, Block z) {
        int width = repeated.columns();
        Operand other = new Operand(y.pointer(), repeated.rowsOfY() == 1 ? 0 : repeated.columnsOfY());
        return OneDnnPartition.run(
                repeated.rows(),
                width,
                LinePartition.CHEAP,
                count -> new OneDnnPairing(
                        algorithm, count, width, repeated.rowsOfY() == 1 ? 1 : count, repeated.columnsOfY()),
                new Operand(x.pointer(), width),
                other,
                new Operand(z.pointer(), width));
    }

    @Override
    public void binary(BinaryOperation operation, Block x, double value, Block z, int n) {
        int algorithm = OneDnnFunctions.of(operation);
        if (algorithm == OneDnnFunctions.NONE || !floats(x, z) || !withConstant(algorithm, x, value, z, n)) {
            portable.binary(operation, x, value, z, n);
        }
    }

    @Override
    public void binary(BinaryOperation operation, double value, Block x, Block z, int n) {
        int algorithm = OneDnnFunctions.swapped(operation);
        if (algorithm == OneDnnFunctions.NONE || !floats(x, z) || !withConstant(algorithm, x, value, z, n)) {
            portable.binary(operation, value, x, z, n);
        }
    }

    private boolean withConstant(int algorithm, Block x, double value, Block z, int n) {
        Block number = constant.get();
        number.set(0, value);
        return OneDnnPartition.run(
                n,
                1,
                LinePartition.CHEAP,
                count -> new OneDnnPairing(algorithm, 1, count, 1, 1),
                full(x),
                new Operand(number.pointer(), 0),
                full(z));
    }

    @Override
    public void leakyReluGradient(Block g, Block x, double slope, Block z, int n) {
        int algorithm = OneDnnFunctions.LEAKY_RELU;
        IntFunction<OneDnnShape> shape = count -> new OneDnnGradient(algorithm, false, (float) slope, count);
        if (!floats(g, z) || !OneDnnPartition.run(n, 1, LinePartition.CHEAP, shape, full(g), full(x), full(z))) {
            portable.leakyReluGradient(g, x, slope, z, n);
        }
    }

    @Override
    public void clip(Block x, double low, double high, Block z, int n) {
        portable.clip(x, low, high, z, n);
    }

    @Override
    public void where(Block condition, Block x, Block y, Block z, int n) {
        portable.where(condition, x, y, z, n);
    }

    @Override
    public void fill(Block z, int n, double value) {
        portable.fill(z, n, value);
    }

    private static boolean floats(Block x, Block z) {
        return x.dtype() == DType.FLOAT32 && z.dtype() == DType.FLOAT32;
    }

    private static Operand full(Block block) {
        return new Operand(block.pointer(), 1);
    }

    /**
     * How y is repeated to the size of x, both seen as matrices.
     *
     * @param rows the rows of x
     * @param columns the columns of x
     * @param rowsOfY as many, or 1
     * @param columnsOfY as many, or 1
     */
    private record Repetition(int rows, int columns, int rowsOfY, int columnsOfY) {
        /** Returns null if x is not of the result's size, or y is repeated neither as rows nor as columns. */
        static @Nullable Repetition of(int[] xDims, int[] yDims, int[] zDims) {
            int size = product(zDims, 0);
            if (product(xDims, 0) != size) {
                return null;
            }
            int own = product(yDims, 0);
            if (own == size) {
                return new Repetition(size, 1, size, 1);
            }
            if (own == 1) {
                return new Repetition(1, size, 1, 1);
            }
            int added = zDims.length - yDims.length;
            int first = 0;
            while (yDims[first] == 1) {
                first++;
            }
            int last = yDims.length;
            while (yDims[last - 1] == 1) {
                last--;
            }
            int inner = product(zDims, added + last);
            for (int axis = first; axis < last; axis++) {
                if (yDims[axis] != zDims[added + axis]) {
                    return null;
                }
            }
            if (inner == 1) {
                return new Repetition(size / own, own, 1, own);
            }
            return own * inner == size ? new Repetition(own, inner, own, 1) : null;
        }

        boolean none() {
            return rowsOfY == rows && columnsOfY == columns;
        }

        private static int product(int[] dims, int from) {
            int product = 1;
            for (int axis = from; axis < dims.length; axis++) {
                product *= dims[axis];
            }
            return product;
        }
    }
}
