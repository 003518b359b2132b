package org.gan4j.losses.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.penalty.PairDistance;
import org.gan4j.losses.penalty.QuadraticPotential;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * GAN-QP, the Wasserstein loss with the price (s(x) - s(y))^2 / (2 lambda d(x, y)) on pairs, has its best scores from a
 * linear system.
 *
 * <p>On a finite world with independent x from p and y from q the sum is quadratic in the scores: with w_ij = (p_i q_j +
 * p_j q_i) / (lambda d_ij) its slope is q_i - p_i + sum over j of w_ij (s_i - s_j), which is 0 where the graph Laplacian
 * of w takes s to p - q, one score being free. There L_D = -(p - q) s / 2. The probabilities are whole numbers over their
 * sum, so that one batch of all pairs, each as often as its probability says, puts the code of loss and penalty in the
 * formula's place.
 */
class GanQpTest {
    private static final ProofReport REPORT = new ProofReport("gan-qp", "linear system of the quadratic potential");
    private static final int[] DATA = {4, 1, 3, 2, 1};
    private static final int[] GENERATED = {1, 2, 1, 1, 4};

    @ParameterizedTest
    @CsvSource({"1, 2, 10", "2, 3, 0.5", "3, 5, 2", "4, 5, 10"})
    void theBestScoresSolveALinearSystem(long seed, int size, double lambda) {
        CountedWorld world = new CountedWorld(
                Points.random(seed, size, 2),
                Arrays.copyOf(DATA, size),
                Arrays.copyOf(GENERATED, size),
                new QuadraticPotential(lambda, PairDistance.L2));
        double[] best = world.solved();
        Tensor scores = column(best).tracked();
        Tensor loss = world.loss(scores);
        assertThat(REPORT.distance(loss.item(), world.leastValue(best))).isLessThanOrEqualTo(1e-9);
        double[] slope = Gradients.of(loss, List.of(scores)).get(0).toDoubles();
        for (double each : slope) {
            assertThat(REPORT.distance(each, 0)).isLessThanOrEqualTo(1e-12);
        }
        for (int i = 0; i < size; i++) {
            double[] moved = best.clone();
            moved[i] += 0.1;
            assertThat(world.loss(column(moved)).item()).isGreaterThan(loss.item());
        }
    }

    /** All of the data at one point, all of the generator at another at distance 3: -L_D is lambda d / 2. */
    @Test
    void twoDiracsAreLambdaTimesHalfTheirDistanceApart() {
        CountedWorld world = new CountedWorld(
                new double[][] {{1, 0}, {4, 0}},
                new int[] {1, 0},
                new int[] {0, 1},
                new QuadraticPotential(10, PairDistance.L2));
        double[] best = world.solved();
        assertThat(best[0] - best[1]).isCloseTo(10 * 3, within(1e-12));
        assertThat(-world.loss(column(best)).item()).isCloseTo(10 * 3 / 2.0, within(1e-12));
    }

    @AfterAll
    static void report() {
        REPORT.write();
    }

    private static Tensor column(double... values) {
        return Tensor.of(Shape.of(values.length, 1), values);
    }
}
