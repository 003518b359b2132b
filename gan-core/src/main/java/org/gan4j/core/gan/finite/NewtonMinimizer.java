package org.gan4j.core.gan.finite;

import java.util.List;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Newton's method over the scores of all points at once, with a damping that grows while steps fail: for losses that
 * compare scores with each other; where that fails, by {@link CuttingPlanes}. Directions of no curvature and no slope
 * are left alone, so that a loss of differences keeps the mean of its scores.
 */
@SuppressWarnings("try") // a scope is there to be closed
final class NewtonMinimizer {
    private static final int STEPS = 400;
    private static final double SMALL = 1e-13;
    private static final double LARGE = 20;
    private static final double LEVEL = 1e-9;
    private static final double BOTTOMLESS = -1e9;
    private static final double LARGEST_DAMPING = 1e12;
    private static final double SMALLEST_DAMPING = 1e-18;

    private final AdversarialLoss loss;
    private final FiniteWorld world;
    private double damping = 1e-3;
    private Local here;

    /** The loss at a vector of scores, to second order. */
    private record Local(RealVector scores, double value, RealVector gradient, RealMatrix bends) {}

    private NewtonMinimizer(AdversarialLoss loss, FiniteWorld world) {
        this.loss = loss;
        this.world = world;
        this.here = at(MatrixUtils.createRealVector(new double[world.size()]));
    }

    /**
     * Returns the minimum.
     *
     * @throws ArithmeticException if neither method converges
     */
    static Minimum of(AdversarialLoss loss, FiniteWorld world) {
        NewtonMinimizer search = new NewtonMinimizer(loss, world);
        for (int step = 0; step < STEPS; step++) {
            if (search.here.value() < BOTTOMLESS) {
                return search.result(false);
            }
            if (!search.improve()) {
                break;
            }
        }
        boolean flat = search.here.gradient().getLInfNorm() <= Math.sqrt(SMALL);
        return flat ? search.result(true) : CuttingPlanes.of(loss, world);
    }

    /** Tries steps with growing damping until one lowers the value; false if none does, as at the minimum. */
    private boolean improve() {
        while (damping <= LARGEST_DAMPING) {
            RealVector step = step();
            if (step.getLInfNorm() <= SMALL * (1 + here.scores().getLInfNorm())) {
                here = better(here, step);
                return false;
            }
            Local there = at(here.scores().add(step));
            boolean lower = there.value() < here.value();
            boolean flatter = there.value() <= here.value() + SMALL * (1 + Math.abs(here.value()))
                    && there.gradient().getLInfNorm() < here.gradient().getLInfNorm();
            if (lower || flatter) {
                damping = Math.max(damping / 10, SMALLEST_DAMPING);
                here = there;
                return true;
            }
            damping = Math.max(damping, SMALL) * 10;
        }
        return false;
    }

    private Local better(Local from, RealVector step) {
        Local there = at(from.scores().add(step));
        return there.gradient().getLInfNorm() <= from.gradient().getLInfNorm() ? there : from;
    }

    /** Returns -(|curvature| + damping)^-1 gradient, direction by direction. */
    private RealVector step() {
        EigenDecomposition curvature = new EigenDecomposition(here.bends());
        double[] eigenvalues = curvature.getRealEigenvalues();
        RealVector step = here.scores().mapMultiply(0);
        for (int k = 0; k < eigenvalues.length; k++) {
            RealVector direction = curvature.getEigenvector(k);
            double slope = direction.dotProduct(here.gradient());
            double bend = Math.abs(eigenvalues[k]);
            if (bend > SMALL || Math.abs(slope) > SMALL) {
                step = step.subtract(direction.mapMultiply(slope / (bend + damping)));
            }
        }
        return step;
    }

    /** Returns what was found; a large score around which the loss is level stands for an infinite one. */
    private Minimum result(boolean bounded) {
        double[] representatives = here.scores().toArray();
        double[] scores = representatives.clone();
        for (int i = 0; i < scores.length; i++) {
            if (Math.abs(scores[i]) > LARGE && here.bends().getEntry(i, i) < LEVEL) {
                scores[i] *= Double.POSITIVE_INFINITY;
            }
        }
        return new Minimum(scores, representatives, new boolean[scores.length], bounded);
    }

    private Local at(RealVector scores) {
        try (Scope scope = Scope.open()) {
            int size = world.size();
            Tensor column = Tensor.of(Shape.of(size, 1), scores.toArray()).tracked();
            Tensor value = world.discriminatorLoss(loss, column);
            Tensor gradient = Gradients.differentiable(value, List.of(column)).get(0);
            RealMatrix curvature = MatrixUtils.createRealMatrix(size, size);
            for (int i = 0; i < size; i++) {
                curvature.setRow(i, row(gradient.slice(0, i, i + 1).sum(), column));
            }
            RealMatrix symmetric = curvature.add(curvature.transpose()).scalarMultiply(0.5);
            return new Local(scores, value.item(), MatrixUtils.createRealVector(gradient.toDoubles()), symmetric);
        }
    }

    private static double[] row(Tensor entry, Tensor column) {
        return Gradients.of(entry, List.of(column)).get(0).toDoubles();
    }
}
