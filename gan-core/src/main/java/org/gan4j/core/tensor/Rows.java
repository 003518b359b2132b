package org.gan4j.core.tensor;

import org.gan4j.core.tensor.kernel.KernelSets;

/** Operations that select or add entries along axis 0 by number, with their derivative rules. */
final class Rows {
    private Rows() {}

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
