package org.gan4j.core.kernel;

import org.gan4j.core.memory.Block;

/** Products of row-major matrices. */
public interface MatrixKernels {
    /**
     * c = op(a) op(b), or c += op(a) op(b) when {@code accumulate} is set, where op(a) is [m, k], op(b) is [k, n] and
     * op transposes when its flag is set (so a transposed a is stored as [k, m]).
     */
    void multiply(
            Block a, boolean transposeA, Block b, boolean transposeB, Block c, int m, int k, int n, boolean accumulate);

    /**
     * c = a b + bias, which is added to each row, where this is one step: returns false, and does nothing else, where it
     * is a product and then a sum. a is [m, k], b is [k, n], bias is [n].
     */
    default boolean affine(Block a, Block b, Block bias, Block c, int m, int k, int n) {
        return false;
    }
}
