package org.gan4j.core.kernel.select;

import java.util.Optional;
import java.util.SortedMap;
import org.gan4j.core.kernel.ConvolutionKernels;
import org.gan4j.core.kernel.ElementwiseKernels;
import org.gan4j.core.kernel.KernelLimits;
import org.gan4j.core.kernel.KernelPlan;
import org.gan4j.core.kernel.KernelSet;
import org.gan4j.core.kernel.MatrixKernels;
import org.gan4j.core.kernel.OverPortable;
import org.gan4j.core.kernel.ReductionKernels;
import org.gan4j.core.kernel.onednn.OneDnn;
import org.gan4j.core.kernel.onednn.OneDnnKernels;
import org.gan4j.core.kernel.portable.PortableKernels;

/**
 * The kernels of the portable set or of oneDNN, whichever {@link KernelTable} names for an operation and its size on this
 * class of processors. Everything is portable where oneDNN cannot be loaded or the table has nothing for the processor;
 * {@link #libraries} says so.
 */
final class AutoKernels implements OverPortable {
    private final KernelSet portable = new PortableKernels();
    private final Optional<String> reason = reason();
    private final ElementwiseKernels elementwise;
    private final ReductionKernels reduction;
    private final MatrixKernels matrix;
    private final ConvolutionKernels convolution;

    AutoKernels() {
        if (reason.isPresent()) {
            elementwise = portable.elementwise();
            reduction = portable.reduction();
            matrix = portable.matrix();
            convolution = portable.convolution();
            return;
        }
        KernelLimits limits = new KernelLimits(KernelTable.fixed().limits(OneDnn.instructionClass()));
        KernelSet fast = new OneDnnKernels();
        elementwise = new ChosenElementwise(portable.elementwise(), fast.elementwise(), limits);
        reduction = new ChosenReduction(portable.reduction(), fast.reduction(), limits);
        matrix = new ChosenMatrix(portable.matrix(), fast.matrix(), limits);
        convolution = new ChosenConvolution(portable.convolution(), fast.convolution(), limits);
    }

    /** Returns why everything is portable; empty if it is not. */
    private static Optional<String> reason() {
        return OneDnn.missing()
                .map(why -> "oneDNN cannot be used here (" + why + ")")
                .or(() -> KernelTable.fixed().knows(OneDnn.instructionClass())
                        ? Optional.empty()
                        : Optional.of("the table has nothing for " + OneDnn.instructionClass()));
    }

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public String libraries() {
        return reason.map(why -> portable.libraries() + " alone: " + why)
                .orElseGet(() -> OneDnn.release() + ", " + portable.libraries() + ", table "
                        + KernelTable.fixed().digest(OneDnn.instructionClass()));
    }

    @Override
    public SortedMap<String, String> plan() {
        return reason.isPresent()
                ? portable.plan()
                : KernelPlan.from(KernelTable.fixed().limits(OneDnn.instructionClass()))
                        .families();
    }

    @Override
    public KernelSet portable() {
        return portable;
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
