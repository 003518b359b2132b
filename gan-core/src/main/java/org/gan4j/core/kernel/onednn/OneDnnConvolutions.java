package org.gan4j.core.kernel.onednn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.gan4j.core.kernel.BinaryOperation;
import org.gan4j.core.kernel.ConvolutionKernels;
import org.gan4j.core.kernel.ConvolutionSizes;
import org.gan4j.core.kernel.ConvolutionSizes.Window;
import org.gan4j.core.kernel.ElementwiseKernels;
import org.gan4j.core.kernel.onednn.OneDnnConvolution.Direction;
import org.gan4j.core.kernel.parallel.Parallel;
import org.gan4j.core.kernel.portable.UnfoldedConvolution;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;

/**
 * Convolutions of float32 by oneDNN on the memory of the blocks: images are not copied, and weights once for each call.
 *
 * <p>A batch is cut into parts that depend on the sizes alone, each computed by one of the kernels' threads; sums over the
 * parts are added in order. So the digits do not depend on the number of threads. The portable kernels compute float64,
 * and maps for which oneDNN is slow or wrong.
 */
final class OneDnnConvolutions implements ConvolutionKernels {
    /** The fewest operations worth a second thread. */
    private static final long FEW = 4_000_000;
    /** The fewest operations that are cut into more parts, for machines with more processors. */
    private static final long MANY = 400_000_000;

    /** The fewest channels of x that a transposed convolution with strides is computed for. */
    private static final int FEWEST_CHANNELS = 16;

    private final ConvolutionKernels portable;
    private final ElementwiseKernels elementwise;

    OneDnnConvolutions(ConvolutionKernels portable, ElementwiseKernels elementwise) {
        this.portable = portable;
        this.elementwise = elementwise;
    }

    @Override
    public void forward(Block x, Block w, Block z, ConvolutionSizes sizes) {
        if (!computed(Direction.FORWARD, x, w, z, sizes)) {
            portable.forward(x, w, z, sizes);
        }
    }

    @Override
    public void backwardData(Block z, Block w, Block x, ConvolutionSizes sizes) {
        if (!computed(Direction.BACKWARD_DATA, x, w, z, sizes)) {
            portable.backwardData(z, w, x, sizes);
        }
    }

    @Override
    public void backwardWeights(Block x, Block z, Block w, ConvolutionSizes sizes) {
        if (!computed(Direction.BACKWARD_WEIGHTS, x, w, z, sizes)) {
            portable.backwardWeights(x, z, w, sizes);
        }
    }

    /**
     * Returns whether oneDNN 3.11 is fast and right. With strides, it computes x of few channels pixel by pixel, several
     * times slower than products of patches. From one channel to columns of one pixel with a stride sideways it takes the
     * wrong rows of x.
     */
    private static boolean suits(Direction map, ConvolutionSizes sizes) {
        Window window = sizes.window();
        boolean strides = window.strideHeight() > 1 || window.strideWidth() > 1;
        return switch (map) {
            case FORWARD -> sizes.x().channels() > 1 || sizes.z().width() > 1 || window.strideWidth() == 1;
            case BACKWARD_DATA -> !strides || sizes.x().channels() >= FEWEST_CHANNELS;
            case BACKWARD_WEIGHTS -> true;
        };
    }

    /** Returns whether oneDNN computes a float32 map of these sizes, and not the portable kernels. */
    static boolean computes(Direction map, ConvolutionSizes sizes) {
        return suits(map, sizes) && Parts.of(map, sizes).bytesOfWeights() >= 0;
    }

    private boolean computed(Direction map, Block x, Block w, Block z, ConvolutionSizes sizes) {
        UnfoldedConvolution.check(x, w, z, sizes);
        if (!suits(map, sizes)
                || !(x.pointer() instanceof FloatPointer images && z.pointer() instanceof FloatPointer results)) {
            return false;
        }
        Parts parts = Parts.of(map, sizes);
        long bytes = parts.bytesOfWeights();
        if (bytes < 0) {
            return false;
        }
        Run run = new Run(parts, images, results, (int) (bytes / DType.FLOAT32.bytes()));
        if (map == Direction.BACKWARD_WEIGHTS) {
            sum(run, w);
        } else {
            apply(run, w);
        }
        return true;
    }

    private static void apply(Run run, Block w) {
        Block packed = Memory.allocate(DType.FLOAT32, run.weights);
        try {
            run.pack(w, packed);
            Parallel.pieces(run.parts.count(), part -> run.part(part, packed));
        } finally {
            Memory.release(packed);
        }
    }

    /** Each part of the batch has a sum of its own; the sums are then added in order. */
    private void sum(Run run, Block w) {
        List<Block> sums = new ArrayList<>();
        try {
            for (int part = 0; part < run.parts.count(); part++) {
                sums.add(Memory.allocate(DType.FLOAT32, run.weights));
            }
            Parallel.pieces(sums.size(), part -> run.part(part, sums.get(part)));
            int[] dims = {run.weights};
            Block total = sums.get(0);
            for (Block sum : sums.subList(1, sums.size())) {
                elementwise.binary(BinaryOperation.ADD, total, dims, sum, dims, total, dims);
            }
            run.unpack(total, w);
        } finally {
            sums.forEach(Memory::release);
        }
    }

    /** A batch in parts of the same size, but for the last one, which may be smaller. */
    private record Parts(Direction map, ConvolutionSizes sizes, int count, int each) {
        static Parts of(Direction map, ConvolutionSizes sizes) {
            int most = sizes.operations() < FEW ? 1 : sizes.operations() < MANY ? 2 : 4;
            int each = (sizes.batch() + most - 1) / most;
            return new Parts(map, sizes, (sizes.batch() + each - 1) / each, each);
        }

        OneDnnConvolution part(int index) {
            int images = Math.min(each, sizes.batch() - index * each);
            return new OneDnnConvolution(map, new ConvolutionSizes(images, sizes.x(), sizes.z(), sizes.window()), each);
        }

        /** Returns how many bytes the weights take as oneDNN wants them to lie, or -1 if it has nothing fast. */
        long bytesOfWeights() {
            OneDnnThread thread = OneDnnThread.current();
            long bytes = thread.bytes(part(0), OneDnnConvolution.WEIGHTS);
            return thread.bytes(part(count - 1), OneDnnConvolution.WEIGHTS) < 0 ? -1 : bytes;
        }
    }

    /** A convolution of images into results, whose weights take so many numbers as oneDNN wants them to lie. */
    private record Run(Parts parts, FloatPointer images, FloatPointer results, int weights) {
        void part(int index, Block packed) {
            OneDnnConvolution part = parts.part(index);
            long first = (long) index * parts.each();
            FloatPointer x = images.getPointer(first * part.sizes().x().size());
            FloatPointer z = results.getPointer(first * part.sizes().z().size());
            if (!OneDnnThread.current().run(part, x, packed.pointer(), z)) {
                throw new IllegalStateException("oneDNN refused on one thread what it took on another: " + part);
            }
        }

        void pack(Block plain, Block packed) {
            copy(new OneDnnPacking(parts.part(0), false), plain, packed);
        }

        void unpack(Block packed, Block plain) {
            copy(new OneDnnPacking(parts.part(0), true), packed, plain);
        }

        private static void copy(OneDnnPacking packing, Block from, Block to) {
            if (!OneDnnThread.current().run(packing, from.pointer(), to.pointer())) {
                throw new IllegalStateException("oneDNN cannot copy weights to where it wants them: " + packing);
            }
        }
    }
}
