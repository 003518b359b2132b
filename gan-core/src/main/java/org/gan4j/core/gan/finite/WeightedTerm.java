package org.gan4j.core.gan.finite;

import java.util.List;
import java.util.function.BinaryOperator;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** A term read off a whole loss by giving one side the weight 1 and the other the weight 0. */
@SuppressWarnings("try") // a scope is there to be closed
final class WeightedTerm implements ScoreTerm {
    private static final double TOLERANCE = 1e-12;
    private static final double[] HERE = {0.3, -0.7, 1.1};
    private static final double[][] ELSEWHERE = {{0.3, 0.2, -0.4}, {0.3, -9, 7}, {0.3, 2.5, 2.5}};

    private final Whole loss;
    private final double realWeight;
    private final double fakeWeight;

    /** One player's loss. */
    @FunctionalInterface
    interface Whole {
        Tensor of(Scores real, Scores fake);
    }

    WeightedTerm(Whole loss, double realWeight, double fakeWeight) {
        this.loss = loss;
        this.realWeight = realWeight;
        this.fakeWeight = fakeWeight;
    }

    @Override
    public double[] values(double... scores) {
        double[] values = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            try (Scope scope = Scope.open()) {
                values[i] = of(Tensor.of(Shape.of(1, 1), scores[i])).item();
            }
        }
        return values;
    }

    @Override
    public double[] slopes(double... scores) {
        try (Scope scope = Scope.open()) {
            Tensor column = Tensor.of(Shape.of(scores.length, 1), scores).tracked();
            return Gradients.of(of(column), List.of(column)).get(0).toDoubles();
        }
    }

    private Tensor of(Tensor scores) {
        return loss.of(
                Scores.weighted(scores, Tensor.full(DType.FLOAT64, scores.shape(), realWeight)),
                Scores.weighted(scores, Tensor.full(DType.FLOAT64, scores.shape(), fakeWeight)));
    }

    /** Tells whether the slope at the first of three points stays when the other two get other scores, on every side. */
    static boolean separates(AdversarialLoss loss) {
        BinaryOperator<Tensor> discriminator = (real, fake) -> loss.discriminatorLoss(weighted(real), weighted(fake));
        BinaryOperator<Tensor> generator = (real, fake) -> loss.generatorLoss(weighted(real), weighted(fake));
        for (double[] other : ELSEWHERE) {
            if (!firstSlopesAgree(discriminator, other) || !firstSlopesAgree(generator, other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean firstSlopesAgree(BinaryOperator<Tensor> side, double[] other) {
        try (Scope scope = Scope.open()) {
            double[] here = firstSlopes(side, HERE, HERE);
            double[] realMoved = firstSlopes(side, other, HERE);
            double[] fakeMoved = firstSlopes(side, HERE, other);
            return close(here, realMoved) && close(here, fakeMoved);
        }
    }

    private static double[] firstSlopes(BinaryOperator<Tensor> side, double[] realScores, double[] fakeScores) {
        Tensor real = Tensor.of(Shape.of(realScores.length, 1), realScores).tracked();
        Tensor fake = Tensor.of(Shape.of(fakeScores.length, 1), fakeScores).tracked();
        List<Tensor> slopes = Gradients.of(side.apply(real, fake), List.of(real, fake));
        return new double[] {slopes.get(0).at(0, 0), slopes.get(1).at(0, 0)};
    }

    private static boolean close(double[] a, double[] b) {
        return Math.abs(a[0] - b[0]) <= TOLERANCE && Math.abs(a[1] - b[1]) <= TOLERANCE;
    }

    private static Scores weighted(Tensor scores) {
        return Scores.weighted(scores, Tensor.of(Shape.of(3, 1), 0.5, 0.3, 0.2));
    }
}
