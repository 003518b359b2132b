package org.gan4j.core.kernel.portable;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.kernel.BinaryOperation;
import org.gan4j.core.kernel.ConvolutionKernels;
import org.gan4j.core.kernel.ConvolutionSizes;
import org.gan4j.core.kernel.ElementwiseKernels;
import org.gan4j.core.kernel.parallel.Parallel;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;
import org.gan4j.core.memory.Natives;

/**
 * Convolutions as matrix products of the patches of x, one row for each pixel of z, with the weights as a matrix
 * [patch, channels of z].
 *
 * <p>The batch is cut into groups of images, whose patches stand in scratch memory of the pool while a product reads
 * or writes them; groups are computed on the kernels' threads. The cut depends on the sizes alone, and so do the digits.
 */
public final class UnfoldedConvolution implements ConvolutionKernels {
    /** The most elements of the patches of a group of several images. */
    private static final int SCRATCH = 1 << 19;
    /** The fewest operations worth a second thread. */
    private static final long FEW = 4_000_000;
    /** How many parts a batch worth several threads has at least. */
    private static final int PARTS = 4;

    private final ElementwiseKernels elementwise;

    UnfoldedConvolution(ElementwiseKernels elementwise) {
        this.elementwise = elementwise;
        Natives.loadBlas();
    }

    @Override
    public void forward(Block x, Block w, Block z, ConvolutionSizes sizes) {
        check(x, w, z, sizes);
        Product.Matrix weights = Product.Matrix.of(w);
        Parallel.pieces(
                parts(sizes),
                part -> new Batch(sizes, part, x.dtype()).run((patches, first, images, scratch) -> {
                    patches.unfold(x, first, images, scratch);
                    int rows = images * sizes.z().pixels();
                    new Product(
                                    Product.Matrix.of(scratch),
                                    weights,
                                    pixels(z, first, sizes),
                                    rows,
                                    sizes.patch(),
                                    sizes.z().channels(),
                                    false)
                            .whole();
                }));
    }

    @Override
    public void backwardData(Block z, Block w, Block x, ConvolutionSizes sizes) {
        check(x, w, z, sizes);
        Product.Matrix weights = Product.Matrix.of(w).transpose();
        Parallel.pieces(
                parts(sizes),
                part -> new Batch(sizes, part, x.dtype()).run((patches, first, images, scratch) -> {
                    int rows = images * sizes.z().pixels();
                    new Product(
                                    pixels(z, first, sizes),
                                    weights,
                                    Product.Matrix.of(scratch),
                                    rows,
                                    sizes.z().channels(),
                                    sizes.patch(),
                                    false)
                            .whole();
                    patches.fold(scratch, first, images, x);
                }));
    }

    /** Each part of the batch has a sum of its own; the sums are then added in order. */
    @Override
    public void backwardWeights(Block x, Block z, Block w, ConvolutionSizes sizes) {
        check(x, w, z, sizes);
        List<Block> sums = new ArrayList<>(List.of(w));
        try {
            while (sums.size() < parts(sizes)) {
                sums.add(Memory.allocate(w.dtype(), sizes.weights()));
            }
            Parallel.pieces(sums.size(), part -> weights(x, z, sums.get(part), new Batch(sizes, part, x.dtype())));
            int[] dims = {sizes.weights()};
            for (Block sum : sums.subList(1, sums.size())) {
                elementwise.binary(BinaryOperation.ADD, w, dims, sum, dims, w, dims);
            }
        } finally {
            sums.subList(1, sums.size()).forEach(Memory::release);
        }
    }

    private static void weights(Block x, Block z, Block w, Batch batch) {
        ConvolutionSizes sizes = batch.sizes;
        batch.run((patches, first, images, scratch) -> {
            patches.unfold(x, first, images, scratch);
            int rows = images * sizes.z().pixels();
            new Product(
                            Product.Matrix.of(scratch).transpose(),
                            pixels(z, first, sizes),
                            Product.Matrix.of(w),
                            sizes.patch(),
                            rows,
                            sizes.z().channels(),
                            first > batch.from())
                    .whole();
        });
    }

    /** Returns the matrix [pixels, channels] of z from one image on. */
    private static Product.Matrix pixels(Block z, int first, ConvolutionSizes sizes) {
        return Product.Matrix.at(z, (long) first * sizes.z().size());
    }

    private static int parts(ConvolutionSizes sizes) {
        return sizes.operations() < FEW ? 1 : Math.min(PARTS, sizes.batch());
    }

    /** What is done with the patches of some images in scratch memory. */
    @FunctionalInterface
    private interface Group {
        void run(Patches patches, int first, int images, Block scratch);
    }

    /** One part of the batch, which one thread goes through group by group. */
    private record Batch(ConvolutionSizes sizes, int part, DType dtype) {
        int from() {
            return (int) ((long) part * sizes.batch() / parts(sizes));
        }

        void run(Group group) {
            int to = (int) ((long) (part + 1) * sizes.batch() / parts(sizes));
            int each = Math.multiplyExact(sizes.z().pixels(), sizes.patch());
            int most = Math.min(to - from(), Math.max(1, SCRATCH / each));
            Patches patches = new Patches(sizes, dtype);
            Block scratch = Memory.allocate(dtype, most * each);
            try {
                for (int first = from(); first < to; first += most) {
                    group.run(patches, first, Math.min(most, to - first), scratch);
                }
            } finally {
                Memory.release(scratch);
            }
        }
    }

    /**
     * Checks the operands of a convolution.
     *
     * @throws IllegalArgumentException if images or weights do not fit their blocks or the types differ
     */
    public static void check(Block x, Block w, Block z, ConvolutionSizes sizes) {
        long xSize = (long) sizes.batch() * sizes.x().size();
        long zSize = (long) sizes.batch() * sizes.z().size();
        if (xSize > x.capacity() || sizes.weights() > w.capacity() || zSize > z.capacity()) {
            throw new IllegalArgumentException("A convolution of " + xSize + " by " + sizes.weights() + " into " + zSize
                    + " elements in blocks of " + x.capacity() + ", " + w.capacity() + " and " + z.capacity());
        }
        if (x.dtype() != w.dtype() || x.dtype() != z.dtype()) {
            throw new IllegalArgumentException("A convolution of " + x.dtype() + " by " + w.dtype() + " into "
                    + z.dtype() + ": all three must have one type");
        }
    }
}
