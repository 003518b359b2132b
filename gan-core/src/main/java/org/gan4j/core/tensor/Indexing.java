package org.gan4j.core.tensor;

import org.gan4j.core.kernel.select.KernelSets;

/**
 * Operations that take elements from positions, or put them there, with their derivative rules: entries along axis 0 by
 * number, and one of each group of consecutive elements of the last axis.
 */
final class Indexing {
    private Indexing() {}

    /** z_i = x_(rows_i); dx = g scattered back, entries that were taken twice adding up. */
    static Tensor gather(Tensor x, int[] rows) {
        Shape shape = rowed("gather", x);
        if (rows.length == 0) {
            throw new IllegalArgumentException("gather from shape " + shape + " needs at least one row number");
        }
        int count = shape.dim(0);
        int[] numbers = checked("gather", rows, count);
        Tensor z = Tensor.allocate(x.dtype(), shape.with(0, numbers.length));
        KernelSets.current().layout().gatherRows(x.block(), x.size() / count, numbers, z.block());
        Lease.alive(x);
        return z.recording(x, (g, saved) -> g.scatterAdd(numbers, count));
    }

    /** z_r = the sum of x_i over all i with rows_i = r, 0 where there is none; dx_i = g_(rows_i). */
    static Tensor scatterAdd(Tensor x, int[] rows, int rowsOfResult) {
        Shape shape = rowed("scatterAdd", x);
        int count = shape.dim(0);
        if (rows.length != count) {
            throw new IllegalArgumentException("scatterAdd of shape " + shape + " needs " + count
                    + " row numbers, one for each entry along axis 0, but was given " + rows.length);
        }
        int[] numbers = checked("scatterAdd", rows, rowsOfResult);
        Tensor z = Tensor.zeros(x.dtype(), shape.with(0, rowsOfResult));
        KernelSets.current().layout().scatterAddRows(x.block(), x.size() / count, numbers, z.block());
        Lease.alive(x);
        return z.recording(x, (g, saved) -> g.gather(numbers));
    }

    /** z_u = max over p of x_(u pieces + p); dx = g at the first position of each maximum, else 0. */
    static Tensor maxout(Tensor x, int pieces) {
        Shape shape = x.shape();
        if (shape.rank() == 0 || pieces < 1 || shape.dim(-1) % pieces != 0) {
            throw new IllegalArgumentException("maxout over " + pieces + " pieces of shape " + shape
                    + ": the last dimension must be a multiple of pieces, which must be at least 1");
        }
        Shape result = shape.with(-1, shape.dim(-1) / pieces);
        Tensor z = Tensor.allocate(x.dtype(), result);
        Tensor index = Tensor.allocate(x.dtype(), result);
        KernelSets.current().reduction().maxWithIndex(x.block(), result.size(), pieces, z.block(), index.block());
        Lease.alive(x);
        return z.recording(x, (g, saved) -> scatterToIndex(g, saved[0], pieces), index);
    }

    /** z = g at the given position of each group of pieces, else 0; dg = h at these positions. */
    static Tensor scatterToIndex(Tensor g, Tensor index, int pieces) {
        Shape shape = g.shape();
        Tensor z = Tensor.allocate(g.dtype(), shape.with(-1, shape.dim(-1) * pieces));
        KernelSets.current().reduction().scatterToIndex(g.block(), index.block(), g.size(), pieces, z.block());
        Lease.alive(g);
        Lease.alive(index);
        return z.recording(g, (h, saved) -> gatherAtIndex(h, saved[0], pieces), index);
    }

    /** z = x at the given position of each group of pieces; dx = g at these positions, else 0. */
    static Tensor gatherAtIndex(Tensor x, Tensor index, int pieces) {
        Tensor z = Tensor.allocate(x.dtype(), index.shape());
        KernelSets.current().reduction().gatherAtIndex(x.block(), index.block(), z.size(), pieces, z.block());
        Lease.alive(x);
        Lease.alive(index);
        return z.recording(x, (g, saved) -> scatterToIndex(g, saved[0], pieces), index);
    }

    private static Shape rowed(String name, Tensor x) {
        if (x.shape().rank() == 0) {
            throw new IllegalArgumentException(name + " works along axis 0, but the tensor is a scalar");
        }
        return x.shape();
    }

    private static int[] checked(String name, int[] rows, int count) {
        int[] numbers = rows.clone();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] < 0 || numbers[i] >= count) {
                throw new IllegalArgumentException(name + " was given row " + numbers[i] + " at position " + i
                        + ", but there are rows 0 to " + (count - 1) + " only");
            }
        }
        return numbers;
    }
}
