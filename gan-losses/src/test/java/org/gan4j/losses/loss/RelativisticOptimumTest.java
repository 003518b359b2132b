package org.gan4j.losses.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.PointwiseLoss;
import org.gan4j.core.gan.finite.FiniteWorld;
import org.gan4j.core.gan.finite.OptimalDiscriminator;
import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.loss.divergence.JensenShannon;
import org.gan4j.losses.loss.divergence.ReverseKullbackLeibler;
import org.junit.jupiter.api.Test;

/** The best scores of relativistic losses that have no closed form, by what characterises them, and of some that have. */
class RelativisticOptimumTest {
    private static final double[] P = {0.5, 0.2, 0.3};
    private static final double[] Q = {0.15, 0.45, 0.4};
    private static final FiniteWorld WORLD = FiniteWorld.of(P, Q);

    /** Scores and values from relativistic_hinge.py. The losses are convex: where no step helps, nothing does. */
    @Test
    void theHingeIsALinearProgramme() {
        isLeast(new Relativistic(new Hinge()), 1.25, 0, -2, -1);
        isLeast(new RelativisticAverage(new Hinge()), 0.95, 0, -2, -2);
    }

    private static void isLeast(AdversarialLoss loss, double value, double... scores) {
        assertThat(WORLD.discriminatorLoss(loss, scores)).isCloseTo(value, within(1e-12));
        SplittableRandom random = new SplittableRandom(5);
        for (int step = 0; step < 200; step++) {
            double[] moved = scores.clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += random.nextDouble(-0.5, 0.5);
            }
            assertThat(WORLD.discriminatorLoss(loss, moved)).isGreaterThanOrEqualTo(value - 1e-12);
        }
    }

    /**
     * With m = E_p s, n = E_q s, A = E_p sigmoid(n - s) and B = E_q sigmoid(s - m), the derivative of E_p softplus(n - s) +
     * E_q softplus(s - m) by the score of a point is -p sigmoid(n - s) + q sigmoid(s - m) + q A - p B.
     */
    @Test
    void theAverageOverCrossEntropySolvesAnEquationThatCouplesAllPoints() {
        double[] s =
                OptimalDiscriminator.of(RelativisticAverage.DEFAULTS, WORLD).scores();
        double m = 0;
        double n = 0;
        for (int i = 0; i < s.length; i++) {
            m += P[i] * s[i];
            n += Q[i] * s[i];
        }
        double a = 0;
        double b = 0;
        for (int i = 0; i < s.length; i++) {
            a += P[i] * sigmoid(n - s[i]);
            b += Q[i] * sigmoid(s[i] - m);
        }
        for (int i = 0; i < s.length; i++) {
            assertThat(P[i] * (sigmoid(n - s[i]) + b)).isCloseTo(Q[i] * (sigmoid(s[i] - m) + a), within(1e-10));
        }
        assertThat(s[0] - s[1]).as("not the ratio of densities").isNotCloseTo(logRatio(0) - logRatio(1), within(0.01));
    }

    /**
     * Of a pair (x, y) from p q or from q p the best score is log(p(x) q(y) / (q(x) p(y))), a difference of one score per
     * point: so wherever the best score of single points is log(p/q), that of pairs is too.
     */
    @Test
    void pairsHaveTheLogarithmOfTheDensityRatioWheneverSinglePointsHaveIt() {
        List<Relativistic> losses = List.of(
                Relativistic.DEFAULTS,
                new Relativistic(new Minimax()),
                new Relativistic(new BoundarySeeking()),
                new Relativistic(FDivergenceLoss.of(new ReverseKullbackLeibler())),
                new Relativistic(FDivergenceLoss.of(new JensenShannon())));
        for (Relativistic loss : losses) {
            LossProperties.Optimum stated = loss.facts().optimum();
            assertThat(stated.score()).as("%s", loss).isEqualTo("log(p/q) + any constant");
            assertThat(stated.divergence())
                    .isEqualTo("sum p(x) q(y) (real(-r) + fake(r)), r = log(p(x) q(y) / (q(x) p(y)))");
            OptimalDiscriminator best = OptimalDiscriminator.of(loss, WORLD);
            assertThat(best.generatorLoss()).as("%s", loss).isCloseTo(swapped(loss.loss()), within(1e-9));
            double[] s = best.scores();
            for (int i = 1; i < s.length; i++) {
                assertThat(s[i] - s[0]).as("%s", loss).isCloseTo(logRatio(i) - logRatio(0), within(1e-7));
            }
        }
        Relativistic smoothed = new Relativistic(LabelSmoothing.DEFAULTS);
        assertThat(smoothed.facts().optimum().score()).isEmpty();
        double[] s = OptimalDiscriminator.of(smoothed, WORLD).scores();
        assertThat(s[0] - s[1]).isNotCloseTo(logRatio(0) - logRatio(1), within(0.01));
    }

    /** sum p(x) q(y) (real(-r) + fake(r)), r = log(p(x) q(y) / (q(x) p(y))): what the losses above say V(q) is. */
    private static double swapped(PointwiseLoss link) {
        double sum = 0;
        for (int x = 0; x < P.length; x++) {
            for (int y = 0; y < P.length; y++) {
                double r = logRatio(x) - logRatio(y);
                sum += P[x]
                        * Q[y]
                        * (link.real(Tensor.scalar(DType.FLOAT64, -r)).item()
                                + link.fake(Tensor.scalar(DType.FLOAT64, r)).item());
            }
        }
        return sum;
    }

    private static double sigmoid(double s) {
        return 1 / (1 + Math.exp(-s));
    }

    private static double logRatio(int point) {
        return Math.log(P[point] / Q[point]);
    }
}
