package org.gan4j.core.nn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gan4j.core.tensor.Tensor;

/**
 * Named tensors that belong to a network or a game and are not trained: running statistics, a balance variable, a
 * replay buffer.
 *
 * <p>The value never changes; methods return new ones that share the tensors they do not replace.
 */
public final class Buffers {
    private static final String KIND = "buffer";
    private static final Buffers EMPTY = new Buffers(new LinkedHashMap<>());

    private final Map<String, Tensor> tensors;

    private Buffers(Map<String, Tensor> tensors) {
        this.tensors = NamedTensors.ordered(tensors, KIND);
    }

    /** Returns no buffers. */
    public static Buffers empty() {
        return EMPTY;
    }

    /**
     * Returns buffers in the map's order of iteration.
     *
     * @throws IllegalArgumentException if a name is not a path of non-empty parts joined by dots
     */
    public static Buffers of(Map<String, Tensor> tensors) {
        return new Buffers(tensors);
    }

    /** Returns the names in order. */
    public List<String> names() {
        return new ArrayList<>(tensors.keySet());
    }

    /**
     * Returns the tensor of a name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names that exist
     */
    public Tensor get(String name) {
        return NamedTensors.get(tensors, name, KIND);
    }

    /** Returns whether there is a tensor of this name. */
    public boolean contains(String name) {
        return tensors.containsKey(name);
    }

    /** Returns an unmodifiable map in order. */
    public Map<String, Tensor> asMap() {
        return tensors;
    }

    /** Returns these buffers with one replaced in its place, or added at the end. */
    public Buffers with(String name, Tensor value) {
        return new Buffers(NamedTensors.with(tensors, name, value));
    }

    /**
     * Returns these buffers with new values for some of them.
     *
     * @throws IllegalArgumentException if a name is none of a buffer here
     */
    public Buffers updated(Map<String, Tensor> values) {
        LinkedHashMap<String, Tensor> result = new LinkedHashMap<>(tensors);
        values.forEach((name, value) -> {
            Tensor old = get(name);
            if (!old.shape().equals(value.shape()) || old.dtype() != value.dtype()) {
                throw new IllegalArgumentException("The buffer \"" + name + "\" is a " + old.shape() + " of "
                        + old.dtype() + "; it cannot become a " + value.shape() + " of " + value.dtype());
            }
            result.put(name, value);
        });
        return new Buffers(result);
    }

    /** Returns the same names with a function of each tensor. */
    public Buffers map(UnaryOperator<Tensor> of) {
        return new Buffers(NamedTensors.map(tensors, of));
    }

    /** Returns copies that outlive every scope. */
    public Buffers persistent() {
        return map(Tensor::persistent);
    }

    /** Returns the buffers whose names begin with {@code path} and a dot, under the rest of their names. */
    public Buffers at(String path) {
        return new Buffers(NamedTensors.at(tensors, path));
    }

    /** Returns the same tensors, their names preceded by {@code path} and a dot. */
    public Buffers under(String path) {
        return new Buffers(NamedTensors.under(tensors, path));
    }

    /**
     * Returns these buffers followed by others.
     *
     * @throws IllegalArgumentException if a name occurs in both
     */
    public Buffers and(Buffers other) {
        return new Buffers(NamedTensors.and(tensors, other.tensors, KIND));
    }

    /** Returns how many tensors there are. */
    public int size() {
        return tensors.size();
    }

    /** Returns a text with one line for each tensor (name, shape, count) and a total. */
    public String inventory() {
        return NamedTensors.inventory(tensors);
    }

    /** Returns the names and shapes. */
    @Override
    public String toString() {
        return NamedTensors.summary(tensors);
    }
}
