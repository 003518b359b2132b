package org.gan4j.core.kernel.nd4j;

import java.util.SortedMap;
import org.gan4j.core.kernel.ElementwiseKernels;
import org.gan4j.core.kernel.KernelPlan;
import org.gan4j.core.kernel.KernelSet;
import org.gan4j.core.kernel.MatrixKernels;
import org.gan4j.core.kernel.OverPortable;
import org.gan4j.core.kernel.ReductionKernels;
import org.gan4j.core.kernel.portable.PortableKernels;
import org.gan4j.core.memory.Natives;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J's operations on the memory of the blocks, for comparison with the portable kernels, which stand in wherever ND4J
 * has no suitable operation or a wrong one.
 */
public final class Nd4jKernels implements OverPortable {
    static {
        Natives.prepare();
        Nd4j.factory().blas().setMaxThreads(Natives.threads());
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(Natives.threads());
    }

    private final KernelSet portable = new PortableKernels();
    private final ElementwiseKernels elementwise = new Nd4jElementwise(portable.elementwise());
    private final ReductionKernels reduction = new Nd4jReduction(portable.reduction());
    private final MatrixKernels matrix = new Nd4jMatrix();

    @Override
    public KernelSet portable() {
        return portable;
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public String libraries() {
        return portable.libraries();
    }

    @Override
    public SortedMap<String, String> plan() {
        return KernelPlan.PORTABLE
                .with(KernelPlan.ELEMENTWISE, "ND4J where it keeps the promises, else portable")
                .with(KernelPlan.REDUCTION, "ND4J for sums of up to 256 numbers, else portable")
                .with(KernelPlan.MATRIX, "ND4J")
                .families();
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
}
