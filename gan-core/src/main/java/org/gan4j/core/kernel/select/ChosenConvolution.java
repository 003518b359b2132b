package org.gan4j.core.kernel.select;

import org.gan4j.core.kernel.ConvolutionKernels;
import org.gan4j.core.kernel.ConvolutionSizes;
import org.gan4j.core.kernel.KernelLimits;
import org.gan4j.core.memory.Block;

/**
 * Convolutions of one set below a number of floating-point operations and of another from it on, for thin images, with
 * fewer than {@value #THIN} channels on one side, and others.
 */
final class ChosenConvolution implements ConvolutionKernels {
    /** The fewest channels on either side of a convolution that is not thin. */
    static final int THIN = 8;

    private final ConvolutionKernels small;
    private final ConvolutionKernels large;
    private final Limit forward;
    private final Limit backwardData;
    private final Limit backwardWeights;

    ChosenConvolution(ConvolutionKernels small, ConvolutionKernels large, KernelLimits limits) {
        this.small = small;
        this.large = large;
        forward = Limit.of(KernelLimits.FORWARD, limits);
        backwardData = Limit.of(KernelLimits.BACKWARD_DATA, limits);
        backwardWeights = Limit.of(KernelLimits.BACKWARD_WEIGHTS, limits);
    }

    @Override
    public void forward(Block x, Block w, Block z, ConvolutionSizes sizes) {
        (forward.reachedBy(sizes) ? large : small).forward(x, w, z, sizes);
    }

    @Override
    public void backwardData(Block z, Block w, Block x, ConvolutionSizes sizes) {
        (backwardData.reachedBy(sizes) ? large : small).backwardData(z, w, x, sizes);
    }

    @Override
    public void backwardWeights(Block x, Block z, Block w, ConvolutionSizes sizes) {
        (backwardWeights.reachedBy(sizes) ? large : small).backwardWeights(x, z, w, sizes);
    }

    /** The fewest operations of thin and of other convolutions. */
    private record Limit(long thin, long deep) {
        static Limit of(String direction, KernelLimits limits) {
            return new Limit(limits.of(direction + KernelLimits.THIN), limits.of(direction + KernelLimits.DEEP));
        }

        boolean reachedBy(ConvolutionSizes sizes) {
            boolean narrow = Math.min(sizes.x().channels(), sizes.z().channels()) < THIN;
            return sizes.operations() >= (narrow ? thin : deep);
        }
    }
}
