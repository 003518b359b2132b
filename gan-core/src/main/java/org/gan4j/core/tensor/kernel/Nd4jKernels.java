package org.gan4j.core.tensor.kernel;

/** The portable kernels, for FLOAT32 and FLOAT64: the products of ND4J's BLAS and loops over tiles. */
final class Nd4jKernels implements KernelSet {
    private final ElementwiseKernels elementwise = new TiledElementwise();
    private final ReductionKernels reduction = new TiledReduction();
    private final MatrixKernels matrix = new OpenBlasMatrix();
    private final LayoutKernels layout = new StridedLayout();
    private final UpdateKernels update = new TiledUpdate();

    @Override
    public String name() {
        return "nd4j";
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
    public UpdateKernels update() {
        return update;
    }
}
