package org.gan4j.losses.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.losses.contract.Batches.column;

import java.util.Arrays;
import java.util.List;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.TrainingOutcome;
import org.gan4j.losses.contract.Batches.Side;

/** Checks of values and derivatives. */
final class ValueChecks {
    private static final double[] REAL = {-0.9, 0.4, 1.3};
    private static final double[] FAKE = {0.7, -1.6, 2.1, 0.25};
    private static final double[] PAIRED_REAL = {-0.9, 0.4, 1.3, -0.35};
    private static final double HUGE = 1e30;

    private ValueChecks() {}

    static void golden(LossCase loss, Deviations deviations) {
        assertThat(loss.golden())
                .as("%s: golden rows, computed outside of its code", loss.name())
                .hasSizeGreaterThanOrEqualTo(2);
        for (Golden row : loss.golden()) {
            assertThat(row.isSymmetric())
                    .as("%s, %s: the two sides must differ", loss.name(), row)
                    .isFalse();
            close(loss, Side.DISCRIMINATOR, row, deviations);
            close(loss, Side.GENERATOR, row, deviations);
        }
    }

    private static void close(LossCase loss, Side side, Golden row, Deviations deviations) {
        double expected = side == Side.DISCRIMINATOR ? row.discriminator() : row.generator();
        double actual = side.of(loss.loss(), row.real(), row.fake()).item();
        double distance = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
        assertThat(distance)
                .as("%s, loss of the %s on %s: expected %s, got %s", loss.name(), side, row, expected, actual)
                .isLessThanOrEqualTo(1e-12);
        deviations.record("golden", distance);
    }

    static void scalars(LossCase loss, Deviations deviations) {
        boolean paired = loss.loss().facts().symmetry().paired();
        for (int size : new int[] {1, 2, 7}) {
            double[] real = new double[size];
            double[] fake = new double[paired ? size : size + 1];
            Arrays.setAll(real, i -> 0.3 * i - 0.4);
            Arrays.setAll(fake, i -> 0.5 - 0.2 * i);
            for (Side side : Side.values()) {
                assertThat(side.of(loss.loss(), column(real), column(fake))
                                .shape()
                                .rank())
                        .as("%s, rank of the loss of the %s", loss.name(), side)
                        .isZero();
            }
        }
    }

    static void finite(LossCase loss, Deviations deviations) {
        double range = loss.loss().facts().finiteUpTo();
        double[] scores = {range, -range, range / 2, -range / 2, 20, -20, 1e-30, 0};
        Tensor real = column(Batches.firstOfPairs(scores, scores)).to(DType.FLOAT32);
        Tensor fake = column(Batches.secondOfPairs(scores, scores)).to(DType.FLOAT32);
        for (Side side : Side.values()) {
            assertThat(side.of(loss.loss(), real, fake).item())
                    .as("%s, loss of the %s for scores up to %s", loss.name(), side, range)
                    .isFinite();
            for (double[] gradient : Batches.gradients((r, f) -> side.of(loss.loss(), r, f), real, fake)) {
                assertThat(gradient)
                        .as("%s, gradient of the %s for scores up to %s", loss.name(), side, range)
                        .satisfies(g -> assertThat(Arrays.stream(g).allMatch(Double::isFinite))
                                .isTrue());
            }
        }
    }

    /** Within its range a training goes on; beyond it, one that ends says which loss it was and how large the scores were. */
    static void divergence(LossCase loss, Deviations deviations) {
        LossProperties facts = loss.loss().facts();
        assertThat(GivenScores.train(loss.loss(), facts.finiteUpTo()))
                .as("%s, training with scores of %s", loss.name(), facts.finiteUpTo())
                .isInstanceOf(TrainingOutcome.Completed.class);
        boolean bounded = facts.finiteUpTo() < LossProperties.LARGE;
        TrainingOutcome beyond = GivenScores.train(loss.loss(), bounded ? LossProperties.LARGE : HUGE);
        if (beyond instanceof TrainingOutcome.Diverged diverged) {
            assertThat(diverged.message())
                    .contains(loss.loss().displayName())
                    .containsPattern("scores of (real|fake) samples from -1\\.000e\\+(04|30) to 1\\.000e\\+(04|30)");
        } else {
            assertThat(bounded)
                    .as("%s declares to be finite up to %s only", loss.name(), facts.finiteUpTo())
                    .isFalse();
        }
    }

    /** Compares sample by sample: a constant against log(0) or a difference of large numbers shows here. */
    static void sameInFloat32(LossCase loss, Deviations deviations) {
        double range = Math.min(loss.loss().facts().finiteUpTo(), 100);
        double[] scores = {range, -range, 19, -19, 7, -7, 1.5, -0.5};
        for (double real : scores) {
            for (double fake : scores) {
                for (Side side : Side.values()) {
                    sameInFloat32(loss, side, column(real), column(fake));
                }
            }
        }
    }

    private static void sameInFloat32(LossCase loss, Side side, Tensor real, Tensor fake) {
        List<double[]> exact = Batches.gradients((r, f) -> side.of(loss.loss(), r, f), real, fake);
        List<double[]> rounded =
                Batches.gradients((r, f) -> side.of(loss.loss(), r, f), real.to(DType.FLOAT32), fake.to(DType.FLOAT32));
        for (int i = 0; i < exact.size(); i++) {
            assertThat(rounded.get(i)[0])
                    .as("%s, gradient of the %s at %s and %s", loss.name(), side, real.item(), fake.item())
                    .isCloseTo(exact.get(i)[0], within(1e-30 + 1e-4 * Math.abs(exact.get(i)[0])));
        }
    }

    static void derivatives(LossCase loss, Deviations deviations) {
        AdversarialLoss checked = loss.loss();
        Tensor real = column(checked.facts().symmetry().paired() ? PAIRED_REAL : REAL);
        for (Side side : Side.values()) {
            GradientCheck.check(2, t -> side.of(checked, t.get(0), t.get(1)), real, column(FAKE));
        }
    }

    /** Real: scores .3 and -1.2 with probabilities 3/4 and 1/4; fake: 2.2, -.4, .1 with 1/2, 1/6, 1/3. */
    static void world(LossCase loss, Deviations deviations) {
        Scores realWorld = Scores.weighted(column(0.3, -1.2), column(0.75, 0.25));
        Scores fakeWorld = Scores.weighted(column(2.2, -0.4, 0.1), column(1 / 2.0, 1 / 6.0, 1 / 3.0));
        double[] real = {0.3, -1.2, 0.3, 0.3};
        double[] fake = {2.2, 0.1, 2.2, -0.4, 0.1, 2.2};
        Tensor realBatch = column(Batches.firstOfPairs(real, fake));
        Tensor fakeBatch = column(Batches.secondOfPairs(real, fake));
        for (Side side : Side.values()) {
            assertThat(side.of(loss.loss(), realWorld, fakeWorld).item())
                    .as("%s, loss of the %s on a finite world", loss.name(), side)
                    .isCloseTo(side.of(loss.loss(), realBatch, fakeBatch).item(), within(1e-12));
        }
    }
}
