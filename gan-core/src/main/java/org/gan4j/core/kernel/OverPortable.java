package org.gan4j.core.kernel;

/** A kernel set that has some families of kernels of its own and takes the others from the portable set. */
public interface OverPortable extends KernelSet {
    /** Returns the portable set. */
    KernelSet portable();

    @Override
    default ElementwiseKernels elementwise() {
        return portable().elementwise();
    }

    @Override
    default ReductionKernels reduction() {
        return portable().reduction();
    }

    @Override
    default MatrixKernels matrix() {
        return portable().matrix();
    }

    @Override
    default ConvolutionKernels convolution() {
        return portable().convolution();
    }

    @Override
    default LayoutKernels layout() {
        return portable().layout();
    }

    @Override
    default NormalisationKernels normalisation() {
        return portable().normalisation();
    }

    @Override
    default UpdateKernels update() {
        return portable().update();
    }
}
