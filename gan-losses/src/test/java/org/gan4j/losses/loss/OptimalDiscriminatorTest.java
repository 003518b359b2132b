package org.gan4j.losses.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.losses.loss.LossContractTest.column;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.game.AdversarialLoss;
import org.gan4j.core.game.Scores;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The optimum of cross-entropy losses on a world of four points, as in proposition 1 and theorem 1 of the 2014 paper.
 *
 * <p>p = (.5, .25, .2, .05), q = (.1, .25, .05, .6); the optimal score is log(p / q), so that sigmoid(score) is
 * p / (p + q), and the loss there is log 4 - 2 JSD(p, q).
 */
class OptimalDiscriminatorTest {
    private static final double[] P = {0.5, 0.25, 0.2, 0.05};
    private static final double[] Q = {0.1, 0.25, 0.05, 0.6};

    static Stream<AdversarialLoss> crossEntropies() {
        return ExpectedLosses.rows().values().stream()
                .map(ExpectedLosses.Row::loss)
                .filter(loss -> loss instanceof Minimax || loss instanceof NonSaturating);
    }

    @ParameterizedTest
    @MethodSource("crossEntropies")
    void isTheLogarithmOfTheDensityRatio(AdversarialLoss loss) {
        Tensor scores = column(optimum()).tracked();
        Tensor value = loss.discriminatorLoss(Scores.weighted(scores, column(P)), Scores.weighted(scores, column(Q)));
        assertThat(value.item()).isCloseTo(Math.log(4) - 2 * jensenShannon(), within(1e-12));
        assertThat(LossContractTest.numbers(Gradients.of(value, List.of(scores)).get(0)))
                .allMatch(g -> Math.abs(g) < 1e-15);
    }

    @ParameterizedTest
    @MethodSource("crossEntropies")
    void isAMinimum(AdversarialLoss loss) {
        double best = value(loss, optimum());
        for (int point = 0; point < P.length; point++) {
            for (double move : new double[] {-0.3, 0.2}) {
                double[] moved = optimum();
                moved[point] += move;
                assertThat(value(loss, moved)).isGreaterThan(best);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("crossEntropies")
    void isWorthLogFourWhenTheGeneratorIsPerfect(AdversarialLoss loss) {
        Scores nothing = Scores.weighted(column(0, 0, 0, 0), column(P));
        assertThat(loss.discriminatorLoss(nothing, nothing).item()).isCloseTo(Math.log(4), within(1e-15));
    }

    private static double value(AdversarialLoss loss, double[] scores) {
        Tensor column = column(scores);
        return loss.discriminatorLoss(Scores.weighted(column, column(P)), Scores.weighted(column, column(Q)))
                .item();
    }

    private static double[] optimum() {
        double[] scores = new double[P.length];
        for (int i = 0; i < P.length; i++) {
            scores[i] = Math.log(P[i] / Q[i]);
        }
        return scores;
    }

    /** JSD = (KL(p, m) + KL(q, m)) / 2 with m the mean of p and q, term by term. */
    private static double jensenShannon() {
        double sum = 0;
        for (int i = 0; i < P.length; i++) {
            double m = (P[i] + Q[i]) / 2;
            sum += P[i] * Math.log(P[i] / m) + Q[i] * Math.log(Q[i] / m);
        }
        return sum / 2;
    }
}
