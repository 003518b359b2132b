package org.gan4j.losses.proof;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/** The two linear programmes of optimal transport, solved by the simplex method with pivots down to 1e-13. */
final class LinearProgramme {
    private static final double EPSILON = 1e-13;
    private static final int UNITS_IN_THE_LAST_PLACE = 10;

    private LinearProgramme() {}

    /** Maximises sum of gain_i s_i over s with |s_i - s_j| at most distance_ij and s_0 = 0. */
    static PointValuePair potentials(double[] gain, double[][] distance) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < gain.length; i++) {
            for (int j = 0; j < gain.length; j++) {
                if (i != j) {
                    double[] difference = new double[gain.length];
                    difference[i] = 1;
                    difference[j] = -1;
                    constraints.add(new LinearConstraint(difference, Relationship.LEQ, distance[i][j]));
                }
            }
        }
        double[] first = new double[gain.length];
        first[0] = 1;
        constraints.add(new LinearConstraint(first, Relationship.EQ, 0));
        return solve(gain, constraints, GoalType.MAXIMIZE, false);
    }

    /** Minimises the cost of moving the masses p to the masses q, sum of distance_ij plan_ij with plan at least 0. */
    static double transport(double[] p, double[] q, double[][] distance) {
        int n = p.length;
        double[] cost = new double[n * n];
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double[] leaving = new double[n * n];
            double[] arriving = new double[n * n];
            for (int j = 0; j < n; j++) {
                cost[i * n + j] = distance[i][j];
                leaving[i * n + j] = 1;
                arriving[j * n + i] = 1;
            }
            constraints.add(new LinearConstraint(leaving, Relationship.EQ, p[i]));
            constraints.add(new LinearConstraint(arriving, Relationship.EQ, q[i]));
        }
        return solve(cost, constraints, GoalType.MINIMIZE, true).getValue();
    }

    private static PointValuePair solve(
            double[] objective, List<LinearConstraint> constraints, GoalType goal, boolean nonNegative) {
        return new SimplexSolver(EPSILON, UNITS_IN_THE_LAST_PLACE, EPSILON)
                .optimize(
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(constraints),
                        goal,
                        new NonNegativeConstraint(nonNegative));
    }
}
