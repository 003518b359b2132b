package org.gan4j.core.kernel.portable;

import java.util.SortedMap;
import org.gan4j.core.kernel.ConvolutionKernels;
import org.gan4j.core.kernel.ElementwiseKernels;
import org.gan4j.core.kernel.KernelPlan;
import org.gan4j.core.kernel.KernelSet;
import org.gan4j.core.kernel.LayoutKernels;
import org.gan4j.core.kernel.MatrixKernels;
import org.gan4j.core.kernel.NormalisationKernels;
import org.gan4j.core.kernel.ReductionKernels;
import org.gan4j.core.kernel.UpdateKernels;
import org.gan4j.core.memory.Natives;

/**
 * The kernels for every platform and both element types: products by OpenBLAS, the BLAS of ND4J, and loops over tiles for
 * everything else, which measured faster than ND4J's own operations.
 */
public final class PortableKernels implements KernelSet {
    private final ElementwiseKernels elementwise = new TiledElementwise();
    private final ReductionKernels reduction = new TiledReduction();
    private final MatrixKernels matrix = new OpenBlasMatrix();
    private final LayoutKernels layout = new StridedLayout();
    private final UpdateKernels update = new TiledUpdate();
    private final ConvolutionKernels convolution = new UnfoldedConvolution(elementwise);

    @Override
    public String name() {
        return "portable";
    }

    @Override
    public String libraries() {
        return Natives.blas();
    }

    @Override
    public SortedMap<String, String> plan() {
        return KernelPlan.PORTABLE.families();
    }

    @Override
    public ElementwiseKernels elementwise() {
        return elementwise;
    }

    @Override
    public ReductionKernels reduction() {
        return reduction;
    }

    @Override
    public MatrixKernels matrix() {
        return matrix;
    }

    @Override
    public LayoutKernels layout() {
        return layout;
    }

    @Override
    public NormalisationKernels normalisation() {
        return TiledNormalisation.ONE;
    }

    @Override
    public UpdateKernels update() {
        return update;
    }

    @Override
    public ConvolutionKernels convolution() {
        return convolution;
    }
}
