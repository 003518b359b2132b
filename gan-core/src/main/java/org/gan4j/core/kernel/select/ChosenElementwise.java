package org.gan4j.core.kernel.select;

import java.util.Map;
import org.gan4j.core.kernel.BinaryOperation;
import org.gan4j.core.kernel.ElementwiseKernels;
import org.gan4j.core.kernel.KernelLimits;
import org.gan4j.core.kernel.UnaryOperation;
import org.gan4j.core.memory.Block;

/** Elementwise kernels of one set below a number of elements and of another from it on, operation by operation. */
final class ChosenElementwise implements ElementwiseKernels {
    private final ElementwiseKernels small;
    private final ElementwiseKernels large;
    private final Map<UnaryOperation, Long> unary;
    private final Map<BinaryOperation, Long> same;
    private final Map<BinaryOperation, Long> repeated;
    private final Map<BinaryOperation, Long> constant;
    private final long leakyReluGradient;

    ChosenElementwise(ElementwiseKernels small, ElementwiseKernels large, KernelLimits limits) {
        this.small = small;
        this.large = large;
        unary = limits.of(KernelLimits.UNARY, UnaryOperation.class);
        same = limits.of(KernelLimits.SAME, BinaryOperation.class);
        repeated = limits.of(KernelLimits.REPEATED, BinaryOperation.class);
        constant = limits.of(KernelLimits.CONSTANT, BinaryOperation.class);
        leakyReluGradient = limits.of(KernelLimits.LEAKY_RELU_GRADIENT);
    }

    private ElementwiseKernels of(long size, long limit) {
        return size < limit ? small : large;
    }

    private <E> ElementwiseKernels of(long size, Map<E, Long> limits, E operation) {
        return of(size, limits.getOrDefault(operation, Long.MAX_VALUE));
    }

    @Override
    public void unary(UnaryOperation operation, double parameter, Block x, Block z, int n) {
        of(n, unary, operation).unary(operation, parameter, x, z, n);
    }

    @Override
    public void binary(BinaryOperation operation, Block x, int[] xDims, Block y, int[] yDims, Block z, int[] zDims) {
        long size = size(zDims);
        boolean equal = size(xDims) == size && size(yDims) == size;
        of(size, equal ? same : repeated, operation).binary(operation, x, xDims, y, yDims, z, zDims);
    }

    @Override
    public void binary(BinaryOperation operation, Block x, double value, Block z, int n) {
        of(n, constant, operation).binary(operation, x, value, z, n);
    }

    @Override
    public void binary(BinaryOperation operation, double value, Block x, Block z, int n) {
        of(n, constant, operation).binary(operation, value, x, z, n);
    }

    @Override
    public void leakyReluGradient(Block g, Block x, double slope, Block z, int n) {
        of(n, leakyReluGradient).leakyReluGradient(g, x, slope, z, n);
    }

    @Override
    public void clip(Block x, double low, double high, Block z, int n) {
        small.clip(x, low, high, z, n);
    }

    @Override
    public void where(Block condition, Block x, Block y, Block z, int n) {
        small.where(condition, x, y, z, n);
    }

    @Override
    public void fill(Block z, int n, double value) {
        small.fill(z, n, value);
    }

    static long size(int[] dims) {
        long size = 1;
        for (int dim : dims) {
            size *= dim;
        }
        return size;
    }
}
