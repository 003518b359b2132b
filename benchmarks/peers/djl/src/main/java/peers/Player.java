package peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of one network and their optimizer.
 *
 * <p>A step differentiates with respect to leaves that share the parameters' memory and live for one step: their gradients
 * start as nothing, so none has to be zeroed and added to. Where the player is frozen, the parameters themselves are used,
 * which have no gradient.
 */
final class Player {
    private final NDManager manager;
    private final String name;
    private final Optimizer optimizer;
    private final List<NDArray> parameters = new ArrayList<>();

    Player(NDManager manager, String name, Optimizer optimizer) {
        this.manager = manager;
        this.name = name;
        this.optimizer = optimizer;
    }

    Player normal(double deviation, long... shape) {
        parameters.add(manager.randomNormal(0, (float) deviation, new Shape(shape), DataType.FLOAT32));
        return this;
    }

    Player uniform(double bound, long... shape) {
        parameters.add(manager.randomUniform((float) -bound, (float) bound, new Shape(shape)));
        return this;
    }

    Player zeros(long... shape) {
        parameters.add(manager.zeros(new Shape(shape)));
        return this;
    }

    /** Returns the parameters as constants. */
    List<NDArray> frozen() {
        return parameters;
    }

    /** Returns leaves to differentiate with respect to. */
    List<NDArray> learning(NDManager step) {
        List<NDArray> leaves = new ArrayList<>();
        for (NDArray parameter : parameters) {
            NDArray leaf = parameter.stopGradient();
            leaf.attach(step);
            leaf.setRequiresGradient(true);
            leaves.add(leaf);
        }
        return leaves;
    }

    /** Updates the parameters with the gradients of the leaves. */
    void update(List<NDArray> leaves) {
        for (int i = 0; i < leaves.size(); i++) {
            optimizer.update(name + i, parameters.get(i), leaves.get(i).getGradient());
        }
    }

    long count() {
        return parameters.stream().mapToLong(NDArray::size).sum();
    }
}
