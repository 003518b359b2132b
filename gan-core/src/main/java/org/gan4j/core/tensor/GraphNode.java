package org.gan4j.core.tensor;

import java.util.concurrent.atomic.AtomicLong;
import org.gan4j.core.memory.DType;
import org.jspecify.annotations.Nullable;

/**
 * The record of how a tracked tensor was computed: one edge for each argument that leads to a tracked leaf. A leaf has
 * none. It holds no values beyond those that the rules on its edges need.
 */
final class GraphNode {
    private static final AtomicLong COUNT = new AtomicLong();

    /** Grows along every edge from argument to result, so that descending numbers are an order of traversal. */
    final long number = COUNT.incrementAndGet();

    final Shape shape;
    final DType dtype;

    @Nullable
    Edge edges;

    GraphNode(Shape shape, DType dtype) {
        this.shape = shape;
        this.dtype = dtype;
    }

    /** The way from a result to one of its arguments. */
    static final class Edge {
        final GraphNode argument;
        final Rule rule;
        final Tensor[] saved;
        final @Nullable Edge next;

        Edge(GraphNode argument, Rule rule, Tensor[] saved, @Nullable Edge next) {
            this.argument = argument;
            this.rule = rule;
            this.saved = saved;
            this.next = next;
        }

        /** Returns the tensors that the rule needs, with or without the record of how they were computed. */
        Tensor[] saved(boolean differentiable) {
            if (differentiable || saved.length == 0) {
                return saved;
            }
            Tensor[] detached = new Tensor[saved.length];
            for (int i = 0; i < saved.length; i++) {
                detached[i] = saved[i].detach();
            }
            return detached;
        }
    }
}
