package org.gan4j.core.gan.finite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Cutting planes, Kelley's method, for a convex loss with kinks over the scores of all points at once: the loss lies
 * above each of its tangents, and the lowest point under which no tangent passes is where the next one is taken. A loss
 * of finitely many linear pieces is done after finitely many tangents. Of several best vectors, the one with the least
 * sum of sizes counts.
 */
final class CuttingPlanes {
    private static final int STEPS = 1000;
    private static final double LARGEST_SCORE = 64;
    private static final double GAP = 1e-11;
    private static final double CONVEX = 1e-9;

    private final AdversarialLoss loss;
    private final FiniteWorld world;
    private final List<Tangent> tangents = new ArrayList<>();

    /** The loss at some scores, with its slope there. */
    private record Tangent(RealVector scores, double value, RealVector slope) {
        double at(RealVector elsewhere) {
            return value + slope.dotProduct(elsewhere.subtract(scores));
        }
    }

    private CuttingPlanes(AdversarialLoss loss, FiniteWorld world) {
        this.loss = loss;
        this.world = world;
    }

    /**
     * Returns the minimum.
     *
     * @throws ArithmeticException if the loss is not convex, or not done after 1000 tangents, or best at scores of 64 or
     *     more
     */
    static Minimum of(AdversarialLoss loss, FiniteWorld world) {
        CuttingPlanes search = new CuttingPlanes(loss, world);
        Tangent lowest = search.add(new ArrayRealVector(world.size()));
        for (int step = 0; step < STEPS; step++) {
            double[] bound = search.lowestUnderTangents();
            Tangent next = search.add(new ArrayRealVector(Arrays.copyOf(bound, world.size())));
            lowest = next.value() < lowest.value() ? next : lowest;
            if (lowest.value() - bound[world.size()] <= GAP * (1 + Math.abs(lowest.value()))) {
                return search.result(search.smallest(lowest.value()));
            }
        }
        throw search.failure("it is not found after " + STEPS + " tangents");
    }

    private Tangent add(RealVector scores) {
        Tangent tangent = tangentAt(scores);
        for (Tangent other : tangents) {
            double allowed = CONVEX * (1 + Math.abs(other.value()) + Math.abs(tangent.value()));
            if (tangent.at(other.scores()) > other.value() + allowed || other.at(scores) > tangent.value() + allowed) {
                throw failure("it compares scores and is neither smooth nor convex");
            }
        }
        tangents.add(tangent);
        return tangent;
    }

    @SuppressWarnings("try") // a scope is there to be closed
    private Tangent tangentAt(RealVector scores) {
        try (Scope scope = Scope.open()) {
            Tensor column =
                    Tensor.of(Shape.of(world.size(), 1), scores.toArray()).tracked();
            Tensor value = world.discriminatorLoss(loss, column);
            double[] slope = Gradients.of(value, List.of(column)).get(0).toDoubles();
            return new Tangent(scores, value.item(), new ArrayRealVector(slope));
        }
    }

    /** Returns scores s and a number t, the least for which every tangent at s is at most t. */
    private double[] lowestUnderTangents() {
        int size = world.size();
        List<LinearConstraint> constraints = box(size + 1);
        for (Tangent tangent : tangents) {
            RealVector row = new ArrayRealVector(size + 1);
            row.setSubVector(0, tangent.slope());
            row.setEntry(size, -1);
            constraints.add(new LinearConstraint(
                    row, Relationship.LEQ, tangent.slope().dotProduct(tangent.scores()) - tangent.value()));
        }
        RealVector goal = new ArrayRealVector(size + 1);
        goal.setEntry(size, 1);
        return solve(goal, constraints);
    }

    /** Returns the scores with the least sum of sizes at which no tangent exceeds the value. */
    private double[] smallest(double value) {
        int size = world.size();
        List<LinearConstraint> constraints = box(2 * size);
        double allowed = value + GAP * (1 + Math.abs(value));
        for (Tangent tangent : tangents) {
            RealVector row = new ArrayRealVector(2 * size);
            row.setSubVector(0, tangent.slope());
            constraints.add(new LinearConstraint(
                    row,
                    Relationship.LEQ,
                    allowed - tangent.value() + tangent.slope().dotProduct(tangent.scores())));
        }
        RealVector goal = new ArrayRealVector(2 * size);
        for (int i = 0; i < size; i++) {
            goal.setEntry(size + i, 1);
            for (int sign : new int[] {-1, 1}) {
                RealVector row = new ArrayRealVector(2 * size);
                row.setEntry(i, sign);
                row.setEntry(size + i, -1);
                constraints.add(new LinearConstraint(row, Relationship.LEQ, 0));
            }
        }
        return Arrays.copyOf(solve(goal, constraints), size);
    }

    /** Returns bounds on the first entries, the scores, of vectors of a length. */
    private List<LinearConstraint> box(int length) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < world.size(); i++) {
            RealVector row = new ArrayRealVector(length);
            row.setEntry(i, 1);
            constraints.add(new LinearConstraint(row, Relationship.LEQ, LARGEST_SCORE));
            constraints.add(new LinearConstraint(row, Relationship.GEQ, -LARGEST_SCORE));
        }
        return constraints;
    }

    private static double[] solve(RealVector goal, List<LinearConstraint> constraints) {
        return new SimplexSolver(1e-12, 10, 1e-13)
                .optimize(
                        new MaxIter(100_000),
                        new LinearObjectiveFunction(goal, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MINIMIZE,
                        new NonNegativeConstraint(false))
                .getPoint();
    }

    private Minimum result(double... scores) {
        for (double score : scores) {
            if (!(Math.abs(score) < LARGEST_SCORE)) {
                throw failure("it is still falling at scores of " + LARGEST_SCORE);
            }
        }
        double mean = Arrays.stream(scores).average().orElse(0);
        double[] centred = Arrays.stream(scores).map(score -> score - mean).toArray();
        boolean differences = Math.abs(world.discriminatorLoss(loss, centred) - world.discriminatorLoss(loss, scores))
                <= GAP * (1 + Math.abs(mean));
        double[] best = differences ? centred : scores;
        return new Minimum(best, best.clone(), new boolean[best.length], true);
    }

    private ArithmeticException failure(String why) {
        return new ArithmeticException("the minimum of " + loss + " on " + world + " is not known: " + why);
    }
}
