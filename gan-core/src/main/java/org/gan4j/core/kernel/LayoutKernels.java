package org.gan4j.core.kernel;

import org.gan4j.core.memory.Block;

/** Kernels that move elements without changing their values. */
public interface LayoutKernels {
    /** Copies the first n elements. */
    void copy(Block x, Block z, int n);

    /** z = x with its axes reordered: axis i of z is axis {@code permutation[i]} of x. */
    void permute(Block x, int[] dims, int[] permutation, Block z);

    /** z = x repeated along axes of size 1, or absent in front, to the shape {@code zDims}. */
    void broadcast(Block x, int[] xDims, Block z, int[] zDims);

    /** z, of dimensions {@code sizes}, is the box of x that begins at {@code begin}. */
    void slice(Block x, int[] dims, int[] begin, int[] sizes, Block z);

    /**
     * Writes x, of dimensions {@code dims}, into the box of z, of dimensions {@code zDims}, that begins at
     * {@code begin}; the rest of z is left as it is. The reverse of {@link #slice}: padding and concatenation are
     * made of it.
     */
    void place(Block x, int[] dims, Block z, int[] zDims, int[] begin);

    /** Row i of z, of {@code width} elements, is row {@code indices[i]} of x. */
    void gatherRows(Block x, int width, int[] indices, Block z);

    /** Adds row i of x to row {@code indices[i]} of z, in the order of i; indices may repeat. */
    void scatterAddRows(Block x, int width, int[] indices, Block z);
}
