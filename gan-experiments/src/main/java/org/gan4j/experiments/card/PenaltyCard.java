package org.gan4j.experiments.card;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.io.UserError;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * What a penalty costs on the plainest discriminator, s(x) = n x_1 on points of the plane, whose gradient has the norm n
 * everywhere; computed from the penalty's code.
 *
 * @param values the penalty, times its weight, at some slopes; empty if it cannot be taken on such points
 * @param note why it cannot; empty if it can
 * @param losses names of the losses that name this penalty as usual
 */
public record PenaltyCard(List<AtSlope> values, String note, List<String> losses) {
    private static final double[] SLOPES = {0, 0.5, 1, 1.5, 2, 4};

    /**
     * The penalty at one slope.
     *
     * @param slope the norm of the discriminator's gradient
     * @param value the penalty times its weight
     */
    public record AtSlope(double slope, double value) {}

    /**
     * Returns the card of a penalty.
     *
     * @param losses names of the losses that name this penalty as usual
     */
    public static PenaltyCard of(Penalty penalty, List<String> losses) {
        try {
            double[] values = at(penalty, SLOPES);
            List<AtSlope> entries = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                entries.add(new AtSlope(SLOPES[i], values[i]));
            }
            return new PenaltyCard(entries, "", losses);
        } catch (UserError | IllegalArgumentException otherSamples) {
            return new PenaltyCard(
                    List.of(), "not defined on points of the plane: " + otherSamples.getMessage(), losses);
        }
    }

    /** Returns the penalty on discriminators of these slopes: real points (1, 0) and (2, 1), fake ones (0, 0) and (0, 1). */
    @SuppressWarnings("try") // a scope is there to be closed
    static double[] at(Penalty penalty, double... slopes) {
        double[] values = new double[slopes.length];
        for (int i = 0; i < slopes.length; i++) {
            try (Scope scope = Scope.open()) {
                Tensor direction = Tensor.of(Shape.of(2, 1), slopes[i], 0);
                Tensor real = Tensor.of(Shape.of(2, 2), 1.0, 0, 2, 1);
                Tensor fake = Tensor.of(Shape.of(2, 2), 0.0, 0, 0, 1);
                values[i] = penalty.of(x -> x.matmul(direction), real, fake, RandomStream.of(1))
                        .item();
            }
        }
        return values;
    }
}
