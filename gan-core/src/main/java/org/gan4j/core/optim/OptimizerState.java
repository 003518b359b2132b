package org.gan4j.core.optim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.ParameterUpdate;
import org.gan4j.core.tensor.Tensor;

/**
 * State of an optimizer: what it remembers between steps, as a value.
 *
 * @param steps the number of steps done
 * @param memory one set of tensors for each remembered quantity, such as velocity, each under the parameters' names
 */
public record OptimizerState(long steps, SortedMap<String, Parameters> memory) {
    /** Checks the count of steps and takes an unmodifiable copy of the map. */
    public OptimizerState {
        if (steps < 0) {
            throw new IllegalArgumentException("An optimizer cannot have done " + steps + " steps");
        }
        memory = Collections.unmodifiableSortedMap(new TreeMap<>(memory));
    }

    /** Returns a state before the first step with zeros for each quantity. */
    static OptimizerState zeros(Parameters parameters, String... quantities) {
        TreeMap<String, Parameters> memory = new TreeMap<>();
        for (String quantity : quantities) {
            memory.put(
                    quantity,
                    parameters.map(p -> Tensor.zeros(p.dtype(), p.shape()).persistent()));
        }
        return new OptimizerState(0, memory);
    }

    /**
     * Returns a state from the tensors of {@link #tensors}: the way back from a checkpoint.
     *
     * @throws IllegalArgumentException if a name has no quantity and parameter with a slash between them
     */
    public static OptimizerState of(long steps, Map<String, Tensor> tensors) {
        TreeMap<String, Map<String, Tensor>> byQuantity = new TreeMap<>();
        tensors.forEach((name, tensor) -> {
            int slash = name.indexOf('/');
            if (slash < 1) {
                throw new IllegalArgumentException("\"" + name
                        + "\" does not name a tensor of an optimizer's state; an example is velocity/layers.0.weight");
            }
            byQuantity
                    .computeIfAbsent(name.substring(0, slash), key -> new LinkedHashMap<>())
                    .put(name.substring(slash + 1), tensor);
        });
        TreeMap<String, Parameters> memory = new TreeMap<>();
        byQuantity.forEach((quantity, values) -> memory.put(quantity, Parameters.of(values)));
        return new OptimizerState(steps, memory);
    }

    /** Returns all tensors under names such as {@code velocity/layers.0.weight}, in a fixed order. */
    public Map<String, Tensor> tensors() {
        LinkedHashMap<String, Tensor> result = new LinkedHashMap<>();
        memory.forEach((quantity, values) ->
                values.asMap().forEach((name, tensor) -> result.put(quantity + "/" + name, tensor)));
        return Collections.unmodifiableMap(result);
    }

    /**
     * Returns the tensors of one quantity.
     *
     * @throws IllegalArgumentException if the state has none, as one made by another optimizer
     */
    public Parameters get(String quantity) {
        Parameters values = memory.get(quantity);
        if (values == null) {
            throw new IllegalArgumentException("The optimizer's state has no \"" + quantity + "\"; it has "
                    + new ArrayList<>(memory.keySet()) + ". It was made by an optimizer with other settings");
        }
        return values;
    }

    /** Returns the same quantities with a function of each tensor. */
    public OptimizerState map(UnaryOperator<Tensor> of) {
        TreeMap<String, Parameters> result = new TreeMap<>();
        memory.forEach((quantity, values) -> result.put(quantity, values.map(of)));
        return new OptimizerState(steps, result);
    }

    /** Returns a copy in memory of its own that outlives every scope. */
    public OptimizerState persistent() {
        return map(Tensor::persistent);
    }

    /** Returns the state after one more step with the same tensors, which have been updated in place. */
    OptimizerState next() {
        return new OptimizerState(steps + 1, memory);
    }

    /** Returns the state after one more step with other tensors. */
    OptimizerState next(SortedMap<String, Parameters> values) {
        return new OptimizerState(steps + 1, values);
    }

    /** Writes the other state's values into this one's tensors. */
    void assign(OptimizerState other) {
        memory.forEach((quantity, values) -> values.asMap()
                .forEach((name, tensor) ->
                        ParameterUpdate.assign(tensor, other.get(quantity).get(name))));
    }
}
