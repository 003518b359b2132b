package org.gan4j.core.kernel.onednn;

import java.util.Optional;
import java.util.SortedMap;
import org.gan4j.core.kernel.ConvolutionKernels;
import org.gan4j.core.kernel.ElementwiseKernels;
import org.gan4j.core.kernel.KernelPlan;
import org.gan4j.core.kernel.KernelSet;
import org.gan4j.core.kernel.MatrixKernels;
import org.gan4j.core.kernel.OverPortable;
import org.gan4j.core.kernel.ReductionKernels;
import org.gan4j.core.kernel.portable.PortableKernels;

/**
 * Products, convolutions, elementwise functions and short sums of float32 by oneDNN, and the portable kernels for everything
 * else. Where oneDNN cannot be loaded, the portable kernels compute those too, and {@link #libraries} says why.
 */
public final class OneDnnKernels implements OverPortable {
    private final KernelSet portable = new PortableKernels();
    private final Optional<String> missing = OneDnn.missing();
    private final MatrixKernels matrix = missing.isEmpty() ? new OneDnnMatrix(portable.matrix()) : portable.matrix();
    private final ConvolutionKernels convolution = missing.isEmpty()
            ? new OneDnnConvolutions(portable.convolution(), portable.elementwise())
            : portable.convolution();
    private final ElementwiseKernels elementwise =
            missing.isEmpty() ? new OneDnnElementwise(portable.elementwise()) : portable.elementwise();
    private final ReductionKernels reduction =
            missing.isEmpty() ? new OneDnnReduction(portable.reduction()) : portable.reduction();

    @Override
    public KernelSet portable() {
        return portable;
    }

    @Override
    public String name() {
        return "onednn";
    }

    @Override
    public String libraries() {
        return missing.map(why -> portable.libraries() + " instead of oneDNN, which cannot be used here (" + why + ")")
                .orElseGet(() -> OneDnn.release() + ", " + portable.libraries());
    }

    @Override
    public SortedMap<String, String> plan() {
        return missing.isPresent() ? portable.plan() : KernelPlan.ONEDNN.families();
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
    public ConvolutionKernels convolution() {
        return convolution;
    }
}
