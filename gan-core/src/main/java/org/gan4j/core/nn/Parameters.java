package org.gan4j.core.nn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.gan4j.core.tensor.Tensor;

/**
 * The trained tensors of a network, by name, in a fixed order; gradients with respect to them have the same form.
 *
 * <p>Names are paths such as {@code layers.0.weight}. The value never changes; methods return new ones that share the
 * tensors they do not replace.
 */
public final class Parameters {
    private static final String KIND = "parameter";
    private static final Parameters EMPTY = new Parameters(new LinkedHashMap<>());

    private final Map<String, Tensor> tensors;

    private Parameters(Map<String, Tensor> tensors) {
        this.tensors = NamedTensors.ordered(tensors, KIND);
    }

    /** Returns no parameters. */
    public static Parameters empty() {
        return EMPTY;
    }

    /**
     * Returns parameters in the map's order of iteration.
     *
     * @throws IllegalArgumentException if a name is not a path of non-empty parts joined by dots
     */
    public static Parameters of(Map<String, Tensor> tensors) {
        return new Parameters(tensors);
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

    /** Returns the tensors in order. */
    public List<Tensor> list() {
        return new ArrayList<>(tensors.values());
    }

    /** Returns an unmodifiable map in order. */
    public Map<String, Tensor> asMap() {
        return tensors;
    }

    /** Returns these parameters with one replaced in its place, or added at the end. */
    public Parameters with(String name, Tensor value) {
        return new Parameters(NamedTensors.with(tensors, name, value));
    }

    /**
     * Returns the same names with other tensors, in the same order: {@code p.withValues(Gradients.of(loss, p.list()))}.
     *
     * @throws IllegalArgumentException if there are more or fewer tensors than names
     */
    public Parameters withValues(List<Tensor> values) {
        if (values.size() != tensors.size()) {
            throw new IllegalArgumentException(
                    values.size() + " tensors were given for the " + tensors.size() + " parameters " + names());
        }
        LinkedHashMap<String, Tensor> result = new LinkedHashMap<>();
        int i = 0;
        for (String name : tensors.keySet()) {
            result.put(name, values.get(i++));
        }
        return new Parameters(result);
    }

    /** Returns the same names with a function of each tensor. */
    public Parameters map(UnaryOperator<Tensor> of) {
        return new Parameters(NamedTensors.map(tensors, of));
    }

    /**
     * Returns the same names with a function of each tensor and the other's tensor of that name.
     *
     * @throws IllegalArgumentException if the names differ
     */
    public Parameters zip(Parameters other, BinaryOperator<Tensor> of) {
        return new Parameters(NamedTensors.zip(tensors, other.tensors, of, KIND));
    }

    /** Returns the same values as leaves that derivatives can be taken with respect to. */
    public Parameters tracked() {
        return map(Tensor::tracked);
    }

    /** Returns the same values without any record of how they were computed. */
    public Parameters detach() {
        return map(Tensor::detach);
    }

    /** Returns copies that outlive every scope. */
    public Parameters persistent() {
        return map(Tensor::persistent);
    }

    /** Returns the parameters whose names begin with {@code path} and a dot, under the rest of their names. */
    public Parameters at(String path) {
        return new Parameters(NamedTensors.at(tensors, path));
    }

    /** Returns the same tensors, their names preceded by {@code path} and a dot. */
    public Parameters under(String path) {
        return new Parameters(NamedTensors.under(tensors, path));
    }

    /**
     * Returns these parameters followed by others.
     *
     * @throws IllegalArgumentException if a name occurs in both
     */
    public Parameters and(Parameters other) {
        return new Parameters(NamedTensors.and(tensors, other.tensors, KIND));
    }

    /** Returns how many tensors there are. */
    public int size() {
        return tensors.size();
    }

    /** Returns how many numbers the tensors hold together. */
    public long count() {
        return NamedTensors.count(tensors);
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
