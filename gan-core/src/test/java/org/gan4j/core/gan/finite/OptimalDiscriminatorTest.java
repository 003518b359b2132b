package org.gan4j.core.gan.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The best scores that the search finds, against closed forms. */
class OptimalDiscriminatorTest {
    private static final int WORLDS = 40;
    private static final FiniteWorld ZEROS =
            FiniteWorld.of(new double[] {0.5, 0.5, 0, 0}, new double[] {0.2, 0, 0.8, 0});

    @Test
    void crossEntropyIsMinimalAtTheLogarithmOfTheDensityRatio() {
        for (AdversarialLoss loss :
                new AdversarialLoss[] {new Losses.Minimax(), new Losses.Hidden(new Losses.Minimax())}) {
            for (FiniteWorld world : Worlds.random(WORLDS)) {
                OptimalDiscriminator best = OptimalDiscriminator.of(loss, world);
                assertThat(best.value()).isCloseTo(Math.log(4) - 2 * world.jensenShannon(), within(1e-14));
                assertThat(best.generatorLoss())
                        .isCloseTo(world.sum((p, q) -> q * Math.log(q / (p + q))), within(1e-14));
                for (int i = 0; i < world.size(); i++) {
                    assertThat(best.scores()[i]).isCloseTo(Math.log(world.p(i) / world.q(i)), within(1e-12));
                    assertThat(best.isAtKink(i)).isFalse();
                }
                assertThat(best.isAttained()).isTrue();
            }
        }
    }

    @Test
    void leastSquaresAreMinimalAtTheMeanOfTheTargets() {
        AdversarialLoss loss = new Losses.LeastSquares(-0.5, 2);
        for (FiniteWorld world : Worlds.random(WORLDS)) {
            OptimalDiscriminator best = OptimalDiscriminator.of(loss, world);
            assertThat(best.value()).isCloseTo(2.5 * 2.5 / 2 * world.sum((p, q) -> p * q / (p + q)), within(1e-13));
            for (int i = 0; i < world.size(); i++) {
                double mean = (2 * world.p(i) - 0.5 * world.q(i)) / (world.p(i) + world.q(i));
                assertThat(best.scores()[i]).isCloseTo(mean, within(1e-12));
            }
        }
    }

    @Test
    void theHingeIsMinimalAtItsKinks() {
        for (FiniteWorld world : Worlds.random(WORLDS)) {
            OptimalDiscriminator best = OptimalDiscriminator.of(new Losses.Hinge(), world);
            assertThat(best.value()).isCloseTo(2 * (1 - world.totalVariation()), within(1e-14));
            for (int i = 0; i < world.size(); i++) {
                assertThat(best.scores()[i]).isCloseTo(Math.signum(world.p(i) - world.q(i)), within(1e-15));
                assertThat(best.isAtKink(i)).isTrue();
            }
        }
    }

    @Test
    void ofAnIntervalTheScoreNearestToZeroIsTaken() {
        FiniteWorld same = FiniteWorld.of(new double[] {0.25, 0.75}, new double[] {0.25, 0.75});
        assertThat(OptimalDiscriminator.of(new Losses.Hinge(), same).scores()).containsExactly(0, 0);
        assertThat(OptimalDiscriminator.of(new Losses.Hinge(), ZEROS).scores())
                .containsExactly(new double[] {1, 1, -1, 0}, within(1e-15));
        assertThat(OptimalDiscriminator.of(new Losses.Wasserstein(), same).isUnbounded())
                .isFalse();
    }

    @Test
    void aLossThatOnlyFallsTowardsALimitIsBestAtInfinity() {
        OptimalDiscriminator best = OptimalDiscriminator.of(new Losses.Minimax(), ZEROS);
        assertThat(best.scores()[0]).isCloseTo(Math.log(2.5), within(1e-12));
        assertThat(Arrays.copyOfRange(best.scores(), 1, 4))
                .containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0);
        assertThat(best.value()).isCloseTo(Math.log(4) - 2 * ZEROS.jensenShannon(), within(1e-14));
        assertThat(best.generatorLoss()).isCloseTo(0.2 * Math.log(0.2 / 0.7), within(1e-14));
        assertThat(best.isAttained()).isFalse();
        assertThat(best.isUnbounded()).isFalse();
        for (FiniteWorld world : Worlds.random(WORLDS)) {
            OptimalDiscriminator squashed = OptimalDiscriminator.of(new Losses.Squashed(), world);
            assertThat(squashed.value()).isCloseTo(-world.totalVariation(), within(1e-14));
            assertThat(Arrays.stream(squashed.scores())).isNotEmpty().allMatch(score -> Double.isInfinite(score));
            assertThat(squashed.generatorLoss())
                    .isCloseTo(world.sum((p, q) -> -q * Math.signum(p - q) / 2), within(1e-14));
        }
    }

    @Test
    void aRatioOfDensitiesIsEnoughForALossOfOneScore() {
        assertThat(OptimalDiscriminator.atRatios(new Losses.Minimax(), 0, 0.5, 3)
                        .orElseThrow())
                .containsExactly(new double[] {Double.NEGATIVE_INFINITY, Math.log(0.5), Math.log(3)}, within(1e-12));
        assertThat(OptimalDiscriminator.atRatios(new Losses.Wasserstein(), 0.5)).isEmpty();
        assertThat(OptimalDiscriminator.atRatios(new Losses.PairedLogistic(), 0.5))
                .isEmpty();
    }

    @Test
    void aLossWithoutAMinimumIsUnbounded() {
        FiniteWorld world = Worlds.random(3).get(2);
        for (AdversarialLoss loss : new AdversarialLoss[] {new Losses.Wasserstein(), new Losses.Tilted()}) {
            OptimalDiscriminator best = OptimalDiscriminator.of(loss, world);
            assertThat(best.isUnbounded()).isTrue();
            assertThat(best.value()).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(best.generatorLoss()).isNaN();
        }
    }

    /**
     * For E (s_r - s_f - 1)^2 / 2 the gradient is 0 where (p + q) s = p (m_q + 1) + q (m_p - 1), m_p and m_q the mean
     * scores under p and q, so s_i = (p_i m_q + q_i m_p + p_i - q_i) / (p_i + q_i).
     */
    @Test
    void differencesOfScoresAreFoundOnTheWholeVector() {
        for (FiniteWorld world : Worlds.random(WORLDS)) {
            OptimalDiscriminator best = OptimalDiscriminator.of(new Losses.PairedSquares(), world);
            double[] scores = best.scores();
            double realMean = 0;
            double fakeMean = 0;
            for (int i = 0; i < scores.length; i++) {
                realMean += world.p(i) * scores[i];
                fakeMean += world.q(i) * scores[i];
            }
            for (int i = 0; i < scores.length; i++) {
                double p = world.p(i);
                double q = world.q(i);
                assertThat(scores[i]).isCloseTo((p * fakeMean + q * realMean + p - q) / (p + q), within(1e-11));
            }
            assertThat(Arrays.stream(scores).sum()).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void theSlopeVanishesAtTheBestVector() {
        for (FiniteWorld world : Worlds.random(WORLDS)) {
            OptimalDiscriminator best = OptimalDiscriminator.of(new Losses.PairedLogistic(), world);
            Tensor scores = best.tensor().tracked();
            Tensor value = world.discriminatorLoss(new Losses.PairedLogistic(), scores);
            double[] slopes = Gradients.of(value, List.of(scores)).get(0).toDoubles();
            assertThat(Arrays.stream(slopes)).isNotEmpty().allMatch(slope -> Math.abs(slope) < 1e-14);
            assertThat(best.value()).isEqualTo(value.item()).isLessThanOrEqualTo(Math.log(2));
        }
    }

    /**
     * On two points with d = s_1 - s_2, E max(0, 1 - (s_r - s_f)) is p_1 q_1 + p_2 q_2 + p_1 q_2 max(0, 1 - d)
     * + p_2 q_1 max(0, 1 + d): least at d = 1 where p_1 q_2 > p_2 q_1.
     */
    @Test
    void kinksOfDifferencesAreFoundOnTheWholeVector() {
        FiniteWorld world = FiniteWorld.of(new double[] {0.7, 0.3}, new double[] {0.2, 0.8});
        OptimalDiscriminator best = OptimalDiscriminator.of(new Losses.PairedHinge(), world);
        assertThat(best.value()).isCloseTo(0.7 * 0.2 + 0.3 * 0.8 + 2 * 0.3 * 0.2, within(1e-10));
        assertThat(best.scores()).containsExactly(new double[] {0.5, -0.5}, within(1e-9));
    }

    @Test
    void noOtherVectorIsBetterForAConvexLossWithKinks() {
        SplittableRandom random = new SplittableRandom(3);
        for (FiniteWorld world : Worlds.random(7)) {
            OptimalDiscriminator best = OptimalDiscriminator.of(new Losses.PairedHinge(), world);
            assertThat(world.discriminatorLoss(new Losses.PairedHinge(), best.scores()))
                    .isCloseTo(best.value(), within(1e-12));
            for (int trial = 0; trial < 50; trial++) {
                double size = Math.pow(10, -random.nextInt(4));
                double[] moved = Arrays.stream(best.scores())
                        .map(score -> score + size * (2 * random.nextDouble() - 1))
                        .toArray();
                assertThat(world.discriminatorLoss(new Losses.PairedHinge(), moved))
                        .isGreaterThanOrEqualTo(best.value() - 1e-10);
            }
        }
    }

    @Test
    void aLossThatIsNeitherSmoothNorConvexIsRefused() {
        FiniteWorld world = Worlds.random(3).get(2);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> OptimalDiscriminator.of(new Losses.PairedRoot(), world))
                .withMessageContaining("PairedRoot");
    }

    /** Where q is 0, the score of a point of the data may rise without end: E softplus(s_f - s_r) falls to its limit. */
    @Test
    void aScoreOfTheWholeVectorMayBeInfiniteToo() {
        FiniteWorld world = FiniteWorld.of(new double[] {0.4, 0.3, 0.3}, new double[] {0, 0.5, 0.5});
        OptimalDiscriminator best = OptimalDiscriminator.of(new Losses.PairedLogistic(), world);
        assertThat(best.scores()[0]).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(best.isAttained()).isFalse();
        assertThat(best.value()).isCloseTo(0.6 * Math.log(2), within(1e-12));
    }
}
