package org.gan4j.core.tensor;

import org.gan4j.core.tensor.kernel.KernelSets;

/** The maximum over groups of consecutive elements of the last axis, with its derivative rules. */
final class Maxout {
    private Maxout() {}

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
}
