package org.gan4j.core.tensor;

import java.util.Arrays;
import java.util.List;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.memory.DType;

/** Operations that move elements, or give them another shape or type, with their derivative rules. */
final class Layout {
    private Layout() {}

    /** z = x in another shape, on the same memory; dx = g in the shape of x. */
    static Tensor reshape(Tensor x, Shape shape) {
        if (shape.size() != x.size()) {
            throw new IllegalArgumentException("reshape cannot turn " + x.shape() + " into " + shape + ": they have "
                    + x.size() + " and " + shape.size() + " elements");
        }
        Shape from = x.shape();
        return x.view(shape).recording(x, (g, saved) -> g.reshape(from));
    }

    /** z = x in another shape, of which one dimension may be -1. */
    static Tensor reshape(Tensor x, int... dims) {
        int open = -1;
        long known = 1;
        for (int i = 0; i < dims.length; i++) {
            if (dims[i] == -1 && open < 0) {
                open = i;
            } else {
                known *= dims[i];
            }
        }
        if (open < 0) {
            return reshape(x, Shape.of(dims));
        }
        if (known < 1 || x.size() % known != 0) {
            throw new IllegalArgumentException("reshape cannot turn " + x.shape() + " into " + Arrays.toString(dims)
                    + ": no dimension in place of -1 gives " + x.size() + " elements");
        }
        int[] filled = dims.clone();
        filled[open] = (int) (x.size() / known);
        return reshape(x, Shape.owning(filled));
    }

    /** z = values, whatever x is; dx = g. */
    static Tensor withValues(Tensor x, Tensor values) {
        Elementwise.sameType("withValues", x, values);
        if (!values.shape().equals(x.shape())) {
            throw new IllegalArgumentException(
                    "withValues takes values of shape " + x.shape() + ", but was given " + values.shape());
        }
        return values.view(values.shape()).recording(x, Rule.IDENTITY);
    }

    /** z = x transposed; dx = g transposed. */
    static Tensor transpose(Tensor x) {
        if (x.shape().rank() != 2) {
            throw new IllegalArgumentException("transpose() takes a matrix, but the tensor has shape " + x.shape()
                    + "; name the order of the axes with transpose(int...)");
        }
        return transpose(x, 1, 0);
    }

    /** Axis i of z is axis p_i of x; dx = g with the inverse permutation. */
    static Tensor transpose(Tensor x, int... permutation) {
        int rank = x.shape().rank();
        int[] order = new int[rank];
        int[] inverse = new int[rank];
        int[] dims = new int[rank];
        Arrays.fill(inverse, -1);
        for (int i = 0; i < rank && permutation.length == rank; i++) {
            order[i] = x.shape().axis(permutation[i]);
            dims[i] = x.shape().dim(order[i]);
            inverse[order[i]] = i;
        }
        if (permutation.length != rank || Arrays.stream(inverse).anyMatch(i -> i < 0)) {
            throw new IllegalArgumentException("transpose of shape " + x.shape()
                    + " needs each of its axes once, but was given " + Arrays.toString(permutation));
        }
        Tensor z = Tensor.allocate(x.dtype(), Shape.owning(dims));
        KernelSets.current().layout().permute(x.block(), x.shape().raw(), order, z.block());
        Lease.alive(x);
        return z.recording(x, (g, saved) -> g.transpose(inverse));
    }

    /** z = x repeated to a shape; dx = g summed over the repeats. */
    static Tensor broadcastTo(Tensor x, Shape shape) {
        if (!Broadcasting.repeats(x.shape(), shape)) {
            throw new IllegalArgumentException("broadcastTo cannot repeat shape " + x.shape() + " to " + shape
                    + "; axes are aligned at the last, and only those of size 1 or absent in front repeat");
        }
        return repeat(x, shape).recording(x, Rule.IDENTITY);
    }

    /** Returns the values repeated, without recording; x itself, detached, when it has the shape. */
    static Tensor repeat(Tensor x, Shape shape) {
        if (x.shape().equals(shape)) {
            return x.view(shape);
        }
        Tensor z = Tensor.allocate(x.dtype(), shape);
        KernelSets.current().layout().broadcast(x.block(), x.shape().raw(), z.block(), shape.raw());
        Lease.alive(x);
        return z;
    }

    /** z = positions from to to - 1 of one axis of x; dx = g with zeros around it. */
    static Tensor slice(Tensor x, int axis, int from, int to) {
        Shape shape = x.shape();
        int along = shape.axis(axis);
        int dim = shape.dim(along);
        if (from < 0 || to > dim || from >= to) {
            throw new IllegalArgumentException("slice of positions " + from + " to " + to + " (exclusive) on axis "
                    + axis + " of shape " + shape + ": needs 0 <= from < to <= " + dim);
        }
        int[] begin = new int[shape.rank()];
        begin[along] = from;
        Tensor z = Tensor.allocate(x.dtype(), shape.with(along, to - from));
        KernelSets.current()
                .layout()
                .slice(x.block(), shape.raw(), begin, z.shape().raw(), z.block());
        Lease.alive(x);
        return z.recording(x, (g, saved) -> g.pad(along, from, dim - to));
    }

    /** z = x with zeros before and after it along one axis; dx = the part of g between them. */
    static Tensor pad(Tensor x, int axis, int before, int after) {
        Shape shape = x.shape();
        int along = shape.axis(axis);
        if (before < 0 || after < 0) {
            throw new IllegalArgumentException("pad adds zeros, but was given " + before + " before and " + after
                    + " after; use slice to remove elements");
        }
        int dim = shape.dim(along);
        Tensor z = Tensor.zeros(x.dtype(), shape.with(along, Math.addExact(dim, Math.addExact(before, after))));
        place(x, z, along, before);
        return z.recording(x, (g, saved) -> g.slice(along, before, before + dim));
    }

    /** z = the tensors one after the other along one axis; each gets its part of g. */
    static Tensor concatenate(int axis, List<Tensor> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("concatenate needs at least one tensor");
        }
        Tensor first = parts.get(0);
        int along = first.shape().axis(axis);
        int total = 0;
        for (Tensor part : parts) {
            Elementwise.sameType("concatenate", first, part);
            if (part.shape().rank() != first.shape().rank()
                    || !part.shape().with(along, 1).equals(first.shape().with(along, 1))) {
                throw new IllegalArgumentException("concatenate along axis " + axis + " cannot join shapes "
                        + first.shape() + " and " + part.shape() + ": they must agree in all other dimensions");
            }
            total = Math.addExact(total, part.shape().dim(along));
        }
        Tensor z = Tensor.allocate(first.dtype(), first.shape().with(along, total));
        int begin = 0;
        for (Tensor part : parts) {
            place(part, z, along, begin);
            begin += part.shape().dim(along);
        }
        begin = 0;
        for (Tensor part : parts) {
            int from = begin;
            int to = begin + part.shape().dim(along);
            z.recording(part, (g, saved) -> g.slice(along, from, to));
            begin = to;
        }
        return z;
    }

    /** z = x as another type; dx = g as the type of x. */
    static Tensor convert(Tensor x, DType type) {
        if (x.dtype() == type) {
            return x;
        }
        Tensor z = Tensor.allocate(type, x.shape());
        z.block().write(0, x.toDoubles(), 0, x.size());
        DType from = x.dtype();
        return z.recording(x, (g, saved) -> g.to(from));
    }

    private static void place(Tensor x, Tensor z, int axis, int position) {
        int[] begin = new int[z.shape().rank()];
        begin[axis] = position;
        KernelSets.current()
                .layout()
                .place(x.block(), x.shape().raw(), z.block(), z.shape().raw(), begin);
        Lease.alive(x);
    }
}
