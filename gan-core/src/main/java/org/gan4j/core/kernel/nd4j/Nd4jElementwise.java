package org.gan4j.core.kernel.nd4j;

import static org.gan4j.core.kernel.nd4j.BlockViews.view;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gan4j.core.kernel.BinaryOperation;
import org.gan4j.core.kernel.ElementwiseKernels;
import org.gan4j.core.kernel.UnaryOperation;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.api.ops.impl.scalar.Pow;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.transforms.clip.ClipByValue;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.DivOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.SubOp;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Negative;
import org.nd4j.linalg.api.ops.impl.transforms.same.Reciprocal;
import org.nd4j.linalg.api.ops.impl.transforms.same.Square;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Elementwise operations of ND4J where they keep the promises of {@link UnaryOperation} and {@link BinaryOperation}, save
 * that results below the smallest normal number may be 0.
 *
 * <p>The portable kernels stand in for the others. ND4J's log1p, expm1 and tanh lose all digits near 0, so that
 * tanh(1e-8) is 0 in float32; its softplus does too for negative arguments and is infinite from 89 on; its sign of NaN
 * is 0; its maximum and minimum drop a NaN on the left; its comparisons give booleans, which would have to be converted;
 * and it has no ELU with a parameter, and no derivatives in terms of the value, as an operation without a context.
 */
final class Nd4jElementwise implements ElementwiseKernels {
    private static final Map<UnaryOperation, Unary> UNARY = new EnumMap<>(UnaryOperation.class);
    private static final Map<BinaryOperation, Supplier<CustomOp>> BINARY = new EnumMap<>(BinaryOperation.class);

    static {
        UNARY.put(UnaryOperation.NEGATE, (x, a, z) -> new Negative(x, z));
        UNARY.put(UnaryOperation.EXP, (x, a, z) -> new Exp(x, z));
        UNARY.put(UnaryOperation.LOG, (x, a, z) -> new Log(x, z));
        UNARY.put(UnaryOperation.SQRT, (x, a, z) -> new Sqrt(x, z));
        UNARY.put(UnaryOperation.SQUARE, (x, a, z) -> new Square(x, z));
        UNARY.put(UnaryOperation.ABS, (x, a, z) -> new Abs(x, z));
        UNARY.put(UnaryOperation.RECIPROCAL, (x, a, z) -> new Reciprocal(x, z));
        UNARY.put(UnaryOperation.SIGMOID, (x, a, z) -> new Sigmoid(x, z));
        UNARY.put(UnaryOperation.POWER, (x, a, z) -> new Pow(x, z, a));
        UNARY.put(UnaryOperation.RELU, (x, a, z) -> new RectifiedLinear(x, z, 0));
        UNARY.put(UnaryOperation.LEAKY_RELU, (x, a, z) -> new LeakyReLU(x, z, a));
        BINARY.put(BinaryOperation.ADD, AddOp::new);
        BINARY.put(BinaryOperation.SUBTRACT, SubOp::new);
        BINARY.put(BinaryOperation.MULTIPLY, MulOp::new);
        BINARY.put(BinaryOperation.DIVIDE, DivOp::new);
    }

    private final ElementwiseKernels portable;
    private final ThreadLocal<Calls> calls = ThreadLocal.withInitial(Calls::new);

    Nd4jElementwise(ElementwiseKernels portable) {
        this.portable = portable;
    }

    @Override
    public void unary(UnaryOperation operation, double parameter, Block x, Block z, int n) {
        Unary unary = UNARY.get(operation);
        if (unary == null) {
            portable.unary(operation, parameter, x, z, n);
        } else {
            Nd4j.exec(unary.of(view(x, n), parameter, view(z, n)));
        }
    }

    @Override
    public void binary(BinaryOperation operation, Block x, int[] xDims, Block y, int[] yDims, Block z, int[] zDims) {
        Nd4jContext call = calls.get().binary(operation);
        if (call == null) {
            portable.binary(operation, x, xDims, y, yDims, z, zDims);
        } else {
            call.run(view(z, zDims), view(x, aligned(xDims, zDims.length)), view(y, aligned(yDims, zDims.length)));
        }
    }

    @Override
    public void binary(BinaryOperation operation, Block x, double value, Block z, int n) {
        Calls own = calls.get();
        Nd4jContext call = own.binary(operation);
        if (call == null) {
            portable.binary(operation, x, value, z, n);
        } else {
            call.run(view(z, n), view(x, n), own.constant(x.dtype(), value));
        }
    }

    @Override
    public void binary(BinaryOperation operation, double value, Block x, Block z, int n) {
        Calls own = calls.get();
        Nd4jContext call = own.binary(operation);
        if (call == null) {
            portable.binary(operation, value, x, z, n);
        } else {
            call.run(view(z, n), own.constant(x.dtype(), value), view(x, n));
        }
    }

    @Override
    public void leakyReluGradient(Block g, Block x, double slope, Block z, int n) {
        portable.leakyReluGradient(g, x, slope, z, n);
    }

    @Override
    public void clip(Block x, double low, double high, Block z, int n) {
        calls.get().clip.reals(low, high).run(view(z, n), view(x, n));
    }

    @Override
    public void where(Block condition, Block x, Block y, Block z, int n) {
        portable.where(condition, x, y, z, n);
    }

    @Override
    public void fill(Block z, int n, double value) {
        portable.fill(z, n, value);
    }

    /** Puts axes of size 1 in front: ND4J would leave them out of a result. */
    private static int[] aligned(int[] dims, int rank) {
        if (dims.length == rank) {
            return dims;
        }
        int[] aligned = new int[rank];
        Arrays.fill(aligned, 1);
        System.arraycopy(dims, 0, aligned, rank - dims.length, dims.length);
        return aligned;
    }

    private interface Unary {
        Op of(INDArray x, double parameter, INDArray z);
    }

    /** The calls of one thread. */
    private static final class Calls {
        final Nd4jContext clip = new Nd4jContext(new ClipByValue());
        private final Map<BinaryOperation, Nd4jContext> binary = new EnumMap<>(BinaryOperation.class);
        private final Map<DType, Block> constants = new EnumMap<>(DType.class);

        @Nullable
        Nd4jContext binary(BinaryOperation operation) {
            Supplier<CustomOp> make = BINARY.get(operation);
            return make == null ? null : binary.computeIfAbsent(operation, o -> new Nd4jContext(make.get()));
        }

        INDArray constant(DType dtype, double value) {
            Block block = constants.computeIfAbsent(dtype, type -> new Block(type, 16));
            block.set(0, value);
            return view(block, 1);
        }
    }
}
