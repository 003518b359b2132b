package org.gan4j.core.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One walk from a scalar back to the tensors asked for, without recursion. */
final class Traversal {
    /** What the walk knows of one node. */
    private static final class Visit {
        final GraphNode node;
        boolean leads;
        boolean asked;

        @Nullable
        Tensor gradient;

        /** Whether nobody else holds the gradient, so that it may be written, and given back when it has been passed on. */
        boolean owns;

        Visit(GraphNode node) {
            this.node = node;
        }
    }

    private final IdentityHashMap<GraphNode, Visit> visits = new IdentityHashMap<>();
    private final List<Visit> order = new ArrayList<>();
    private final boolean differentiable;

    private Traversal(boolean differentiable) {
        this.differentiable = differentiable;
    }

    static List<Tensor> from(Tensor scalar, List<Tensor> wrt, boolean differentiable) {
        check(scalar, wrt);
        Traversal traversal = new Traversal(differentiable);
        GraphNode root = scalar.node();
        if (root != null) {
            traversal.explore(root, wrt);
            traversal.descend(root);
        }
        List<Tensor> gradients = new ArrayList<>(wrt.size());
        for (Tensor tensor : wrt) {
            Visit visit = traversal.visits.get(tensor.node());
            gradients.add(
                    visit == null || visit.gradient == null
                            ? Tensor.zeros(tensor.dtype(), tensor.shape())
                            : visit.gradient);
        }
        return gradients;
    }

    private static void check(Tensor scalar, List<Tensor> wrt) {
        if (scalar.size() != 1) {
            throw new IllegalArgumentException("Gradients are taken of a scalar, but this tensor has shape "
                    + scalar.shape() + "; reduce it with sum() or mean() first");
        }
        for (int i = 0; i < wrt.size(); i++) {
            if (!wrt.get(i).isTracked()) {
                throw new IllegalArgumentException("Tensor " + (i + 1) + " of the " + wrt.size()
                        + " that gradients are asked for, of shape "
                        + wrt.get(i).shape()
                        + ", is not tracked; compute the scalar from tensor.tracked() and ask for that");
            }
        }
    }

    /** Finds the nodes between the root and the tensors asked for. */
    private void explore(GraphNode root, List<Tensor> wrt) {
        long first = Long.MAX_VALUE;
        for (Tensor tensor : wrt) {
            first = Math.min(first, Objects.requireNonNull(tensor.node()).number);
        }
        Deque<GraphNode> open = new ArrayDeque<>();
        visit(root, open);
        while (!open.isEmpty()) {
            for (GraphNode.Edge edge = open.pop().edges; edge != null; edge = edge.next) {
                if (edge.argument.number >= first && !visits.containsKey(edge.argument)) {
                    visit(edge.argument, open);
                }
            }
        }
        for (Tensor tensor : wrt) {
            Visit visit = visits.get(tensor.node());
            if (visit != null) {
                visit.asked = true;
                visit.leads = true;
            }
        }
        order.sort(Comparator.comparingLong(visit -> visit.node.number));
        for (Visit visit : order) {
            for (GraphNode.Edge edge = visit.node.edges; edge != null && !visit.leads; edge = edge.next) {
                Visit argument = visits.get(edge.argument);
                visit.leads = argument != null && argument.leads;
            }
        }
    }

    private void visit(GraphNode node, Deque<GraphNode> open) {
        Visit visit = new Visit(node);
        visits.put(node, visit);
        order.add(visit);
        open.push(node);
    }

    /** Applies the rules, from results to arguments. */
    private void descend(GraphNode root) {
        Objects.requireNonNull(visits.get(root)).gradient = Tensor.ones(root.dtype, root.shape);
        for (int i = order.size() - 1; i >= 0; i--) {
            Visit visit = order.get(i);
            Tensor gradient = visit.gradient;
            if (!visit.leads || gradient == null) {
                continue;
            }
            for (GraphNode.Edge edge = visit.node.edges; edge != null; edge = edge.next) {
                Visit argument = visits.get(edge.argument);
                if (argument != null && argument.leads) {
                    pass(visit, gradient, edge, argument);
                }
            }
            if (!visit.asked) {
                forget(visit, gradient);
            }
        }
    }

    /** Adds a part of an argument's gradient to what others have passed on to it, in place where that is safe. */
    private void pass(Visit from, Tensor gradient, GraphNode.Edge edge, Visit argument) {
        Tensor[] saved = edge.saved(differentiable);
        Tensor sum = argument.gradient;
        if (sum != null && argument.owns && edge.rule.addTo(sum, gradient, saved)) {
            return;
        }
        Tensor part = Broadcasting.undo(edge.rule.apply(gradient, saved), argument.node.shape);
        from.owns &= part.lease() != gradient.lease();
        if (sum == null) {
            argument.gradient = part;
            argument.owns = !differentiable && isNew(part, gradient, saved);
        } else if (argument.owns) {
            Elementwise.addTo(sum, part);
        } else {
            argument.gradient = sum.plus(part);
            argument.owns = !differentiable;
        }
    }

    /** Gives the memory of a gradient that has been passed on back at once, while it lies in the processor's caches. */
    private static void forget(Visit visit, Tensor gradient) {
        visit.gradient = null;
        if (visit.owns) {
            gradient.lease().end();
        }
    }

    /** Tells whether a rule made a tensor, and did not return, or look at, one that it was handed. */
    private static boolean isNew(Tensor part, Tensor gradient, Tensor[] saved) {
        boolean own = part.lease() != gradient.lease();
        for (Tensor tensor : saved) {
            own &= part.lease() != tensor.lease();
        }
        return own;
    }
}
