package org.gan4j.core.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gan4j.core.kernel.portable.Filling;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.jspecify.annotations.Nullable;

/**
 * A dense array of numbers of one type, row-major, whose values never change, except that optimizers write persistent
 * tensors in place through {@link ParameterUpdate}.
 *
 * <p><b>Operations</b> are methods that return new tensors; they come from the four interfaces this class implements.
 * Operands broadcast as in NumPy; operands of different {@link org.gan4j.core.memory.DType} are an error, and constants follow the operand.
 *
 * <p><b>Derivatives.</b> An operation records how its result was computed when an operand leads to a {@link #tracked}
 * leaf, and only then; {@link Gradients} follows the record back.
 *
 * <p><b>Lifetime.</b> A tensor lives until the {@link Scope} it was made in closes, or, made outside scopes, until it is
 * garbage. Reading it later, or reading what an optimizer has since updated in place, throws IllegalStateException; views
 * ({@link #reshape}, {@link #detach}, {@link #tracked}) share the memory and this fate.
 */
public final class Tensor implements TensorArithmetic, TensorFunctions, TensorReductions, TensorLayouts {
    private final Shape shape;
    private final DType dtype;
    private final Lease lease;
    private final boolean persistent;
    private int version;
    private @Nullable GraphNode node;

    private Tensor(Shape shape, Lease lease, int version, boolean persistent, @Nullable GraphNode node) {
        this.shape = shape;
        this.dtype = lease.block.dtype();
        this.lease = lease;
        this.version = version;
        this.persistent = persistent;
        this.node = node;
    }

    /**
     * Returns a FLOAT32 tensor with the given values in row-major order.
     *
     * @throws IllegalArgumentException if there are more or fewer values than elements
     */
    public static Tensor of(Shape shape, float... values) {
        checkCount(shape, values.length);
        Tensor result = allocate(DType.FLOAT32, shape);
        result.lease.block.write(0, values, 0, values.length);
        return result;
    }

    /**
     * Returns a FLOAT64 tensor with the given values in row-major order.
     *
     * @throws IllegalArgumentException if there are more or fewer values than elements
     */
    public static Tensor of(Shape shape, double... values) {
        return of(DType.FLOAT64, shape, values);
    }

    /**
     * Returns a tensor of the given type with the given values in row-major order, each rounded to that type.
     *
     * @throws IllegalArgumentException if there are more or fewer values than elements
     */
    public static Tensor of(DType dtype, Shape shape, double... values) {
        checkCount(shape, values.length);
        Tensor result = allocate(dtype, shape);
        result.lease.block.write(0, values, 0, values.length);
        return result;
    }

    /** Returns a tensor of shape [] that holds one number. */
    public static Tensor scalar(DType dtype, double value) {
        return full(dtype, Shape.SCALAR, value);
    }

    /** Returns a tensor whose elements are all {@code value}. */
    public static Tensor full(DType dtype, Shape shape, double value) {
        Tensor result = allocate(dtype, shape);
        if (shape.size() == 1) {
            result.lease.block.set(0, value);
        } else {
            KernelSets.current().elementwise().fill(result.lease.block, shape.size(), value);
        }
        return result;
    }

    /** Returns a tensor of zeros. */
    public static Tensor zeros(DType dtype, Shape shape) {
        return full(dtype, shape, 0);
    }

    /** Returns a tensor of ones. */
    public static Tensor ones(DType dtype, Shape shape) {
        return full(dtype, shape, 1);
    }

    /** Returns a FLOAT32 tensor with the numbers of a source in row-major order. */
    public static Tensor filled(Shape shape, Filling.Source source) {
        Tensor result = allocate(DType.FLOAT32, shape);
        Filling.fill(result.lease.block, shape.size(), source);
        return result;
    }

    /** Returns tensors joined along an axis; they agree in all other dimensions. */
    public static Tensor concatenate(int axis, Tensor... values) {
        return Layout.concatenate(axis, Arrays.asList(values));
    }

    /** Returns tensors joined along an axis; they agree in all other dimensions. */
    public static Tensor concatenate(int axis, List<Tensor> values) {
        return Layout.concatenate(axis, values);
    }

    /** Returns a where the condition is not 0, else b; the three broadcast, and the condition has no gradient. */
    public static Tensor where(Tensor condition, Tensor a, Tensor b) {
        return Selection.where(condition, a, b);
    }

    /** Returns a tensor with memory of its own, contents undefined, in the current scope. */
    static Tensor allocate(DType dtype, Shape shape) {
        Lease lease = Lease.take(dtype, shape.size());
        return new Tensor(shape, lease, lease.block.version(), false, null);
    }

    /** Returns the dimensions. */
    public Shape shape() {
        return shape;
    }

    /** Returns the type of the elements. */
    public DType dtype() {
        return dtype;
    }

    /** Returns the number of elements. */
    public int size() {
        return shape.size();
    }

    /**
     * Returns the only element.
     *
     * @throws IllegalStateException if the tensor has another number of elements, or is no longer readable
     */
    public double item() {
        if (size() != 1) {
            throw new IllegalStateException("item() reads a tensor of one element, but this one has shape " + shape
                    + "; reduce it with sum() or mean(), or read an element with at(...)");
        }
        double value = block().get(0);
        Lease.alive(this);
        return value;
    }

    /**
     * Returns one element by its index on each axis.
     *
     * @throws IndexOutOfBoundsException if an index is outside its dimension
     */
    public double at(int... index) {
        int[] dims = shape.raw();
        int position = 0;
        boolean inside = index.length == dims.length;
        for (int i = 0; inside && i < dims.length; i++) {
            inside = index[i] >= 0 && index[i] < dims[i];
            position = position * dims[i] + index[i];
        }
        if (!inside) {
            throw new IndexOutOfBoundsException(
                    "Index " + Arrays.toString(index) + " is outside a tensor of shape " + shape);
        }
        double value = block().get(position);
        Lease.alive(this);
        return value;
    }

    /** Returns the elements in row-major order, rounded to float if need be. */
    public float[] toFloats() {
        float[] values = new float[size()];
        block().read(0, values, 0, values.length);
        Lease.alive(this);
        return values;
    }

    /**
     * Copies as many elements as the array has room for, in row-major order from the one at {@code from} on, rounded to float
     * if need be. Several threads may read at once.
     *
     * @throws IndexOutOfBoundsException if the tensor has fewer
     */
    public void read(int from, float[] to) {
        int count = to.length;
        Objects.checkFromIndexSize(from, count, size());
        block().read(from, to, 0, count);
        Lease.alive(this);
    }

    /** Returns the elements in row-major order. */
    public double[] toDoubles() {
        double[] values = new double[size()];
        block().read(0, values, 0, values.length);
        Lease.alive(this);
        return values;
    }

    /** Returns whether no element is infinite or NaN. */
    public boolean allFinite() {
        return Reduction.allFinite(this);
    }

    /** Returns the same numbers as elements of another type; the gradient is converted back. */
    public Tensor to(DType type) {
        return Layout.convert(this, type);
    }

    /** Returns a view without any record of how it was computed: no gradient passes it. */
    public Tensor detach() {
        return node == null && !persistent ? this : view(shape);
    }

    /**
     * Returns a view that is a leaf of derivatives: what is computed from it is recorded, and {@link Gradients} answers
     * for it. A tensor that is tracked already is returned as it is, with its history.
     */
    public Tensor tracked() {
        return node == null ? new Tensor(shape, lease, version, false, new GraphNode(shape, dtype)) : this;
    }

    /** Returns whether operations on this tensor are recorded. */
    public boolean isTracked() {
        return node != null;
    }

    /**
     * Returns a copy, without history, that outlives every scope and is freed when it is garbage. Its values are those
     * of the last {@link ParameterUpdate}; views taken before an update become unreadable by it.
     */
    public Tensor persistent() {
        Block from = block();
        Lease own = Lease.persistent(dtype, size());
        KernelSets.current().layout().copy(from, own.block, size());
        Lease.alive(this);
        return new Tensor(shape, own, own.block.version(), true, null);
    }

    /** Returns whether this is a tensor that {@link ParameterUpdate} may write, not a view of one. */
    boolean isPersistent() {
        return persistent;
    }

    /** Follows the block after an update in place. */
    void follow() {
        version = lease.block.version();
    }

    /** Returns the memory, having checked that it still holds this tensor's values. */
    Block block() {
        Block block = lease.block;
        if (block.stamp() != lease.stamp || block.version() != version) {
            throw unreadable();
        }
        return block;
    }

    Lease lease() {
        return lease;
    }

    @Nullable
    GraphNode node() {
        return node;
    }

    /** Returns an untracked tensor of another shape and the same size on the same memory. */
    Tensor view(Shape other) {
        return new Tensor(other, lease, version, false, null);
    }

    /**
     * Records, if an argument of the operation that made this tensor is tracked, the rule for it and the tensors that
     * the rule needs; returns this tensor. Called for each argument before anybody else sees the tensor.
     */
    Tensor recording(Tensor argument, Rule rule, Tensor... saved) {
        GraphNode from = argument.node;
        if (from == null) {
            return this;
        }
        GraphNode own = node;
        if (own == null) {
            own = new GraphNode(shape, dtype);
            node = own;
        }
        for (int i = 0; i < saved.length; i++) {
            if (saved[i].persistent) {
                saved[i] = saved[i].view(saved[i].shape);
            }
        }
        own.edges = new GraphNode.Edge(from, rule, saved, own.edges);
        return this;
    }

    private IllegalStateException unreadable() {
        if (lease.valid()) {
            return new IllegalStateException("this " + shape + " tensor was updated in place after it was recorded;"
                    + " compute it again from the updated parameters, or take a persistent() copy before the update");
        }
        return new IllegalStateException("this " + shape + " tensor belongs to a scope that has closed; call"
                + " Scope.keep(tensor) before the scope's end, or persistent() for a copy that outlives scopes");
    }

    private static void checkCount(Shape shape, int count) {
        if (count != shape.size()) {
            throw new IllegalArgumentException("Shape " + shape + " has " + shape.size() + " elements, but " + count
                    + (count == 1 ? " value was given" : " values were given"));
        }
    }

    /** Returns the type, the shape and the first elements. */
    @Override
    public String toString() {
        return Description.of(this);
    }
}
