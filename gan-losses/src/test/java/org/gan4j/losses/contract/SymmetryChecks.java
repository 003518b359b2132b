package org.gan4j.losses.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.losses.contract.Batches.column;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.contract.Batches.Side;

/** Checks of what leaves a loss unchanged, and of the direction in which it pulls. */
final class SymmetryChecks {
    private static final double[] REAL = {-3, 1.4, 2.5, 0.7, -0.2};
    private static final double[] FAKE = {2, 4.4, -1.5, 3.6, -0.3};
    private static final int[] ORDER = {3, 0, 4, 2, 1};

    private SymmetryChecks() {}

    static void order(LossCase loss, Deviations deviations) {
        for (Side side : Side.values()) {
            double before = value(loss, side, REAL, FAKE);
            assertThat(value(loss, side, permuted(REAL), permuted(FAKE)))
                    .as("%s, loss of the %s after the same permutation of both sides", loss.name(), side)
                    .isCloseTo(before, within(1e-12 * Math.max(1, Math.abs(before))));
        }
    }

    static void pairs(LossCase loss, Deviations deviations) {
        boolean changed = changes(loss, REAL, permuted(FAKE)) || changes(loss, permuted(REAL), FAKE);
        assertThat(changed)
                .as("%s changes when one side is permuted, as it declares itself paired", loss.name())
                .isEqualTo(symmetry(loss).paired());
    }

    static void shift(LossCase loss, Deviations deviations) {
        assertThat(!changes(loss, mapped(REAL, 0.7), mapped(FAKE, 0.7)))
                .as("%s is unchanged when .7 is added to all scores, as it declares", loss.name())
                .isEqualTo(symmetry(loss).shiftInvariant());
    }

    private static boolean changes(LossCase loss, double[] real, double[] fake) {
        boolean changed = false;
        for (Side side : Side.values()) {
            double before = value(loss, side, REAL, FAKE);
            changed |= Math.abs(value(loss, side, real, fake) - before) > 1e-9 * Math.max(1, Math.abs(before));
        }
        return changed;
    }

    static void degree(LossCase loss, Deviations deviations) {
        symmetry(loss).degree().ifPresent(degree -> {
            for (double factor : new double[] {0.25, 3}) {
                double[] real = Arrays.stream(REAL).map(s -> s * factor).toArray();
                double[] fake = Arrays.stream(FAKE).map(s -> s * factor).toArray();
                for (Side side : Side.values()) {
                    double expected = Math.pow(factor, degree) * value(loss, side, REAL, FAKE);
                    assertThat(value(loss, side, real, fake))
                            .as("%s, loss of the %s of scores times %s", loss.name(), side, factor)
                            .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
                }
            }
        });
    }

    static void fixedPoint(LossCase loss, Deviations deviations) {
        symmetry(loss).fixedPoint().ifPresent(score -> {
            for (int size : new int[] {2, 5}) {
                World world = World.random(31 + size, size).withPerfectGenerator();
                double[] rest = world.each((p, q) -> score);
                for (double gradient : OptimumChecks.gradient(loss.loss(), world, rest)) {
                    assertThat(gradient)
                            .as("%s, gradient of the score of a point at p = q and scores of %s", loss.name(), score)
                            .isCloseTo(0, within(1e-14));
                }
                double least = OptimumChecks.value(loss.loss(), world, rest);
                for (double move : new double[] {-0.01, 0.02}) {
                    double[] moved = rest.clone();
                    moved[size - 1] += move;
                    assertThat(OptimumChecks.value(loss.loss(), world, moved))
                            .as("%s, discriminator's loss beside its fixed point", loss.name())
                            .isGreaterThanOrEqualTo(least - 1e-14);
                }
            }
        });
    }

    /**
     * Around the fixed point, real samples must be given higher scores and fake ones lower; a generator whose samples are
     * below it must look for higher ones.
     */
    static void highIsReal(LossCase loss, Deviations deviations) {
        double centre = symmetry(loss).fixedPoint().orElse(0);
        Tensor real = column(mapped(new double[] {0.1, -0.2, 0.3, 0.05}, centre));
        Tensor fake = column(mapped(new double[] {-0.2, -0.1, -0.3, -0.15}, centre));
        List<double[]> discriminator =
                Batches.gradients((r, f) -> Side.DISCRIMINATOR.of(loss.loss(), r, f), real, fake);
        assertThat(DoubleStream.of(discriminator.get(0)).allMatch(g -> g < 0))
                .as("%s: the discriminator raises real scores", loss.name())
                .isTrue();
        assertThat(DoubleStream.of(discriminator.get(1)).allMatch(g -> g > 0))
                .as("%s: the discriminator lowers fake scores", loss.name())
                .isTrue();
        List<double[]> generator = Batches.gradients((r, f) -> Side.GENERATOR.of(loss.loss(), r, f), real, fake);
        assertThat(DoubleStream.of(generator.get(1)).allMatch(g -> g < 0))
                .as("%s: the generator looks for higher scores", loss.name())
                .isTrue();
    }

    private static LossProperties.Symmetry symmetry(LossCase loss) {
        return loss.loss().facts().symmetry();
    }

    private static double value(LossCase loss, Side side, double[] real, double[] fake) {
        return side.of(loss.loss(), Scores.of(column(real)), Scores.of(column(fake)))
                .item();
    }

    private static double[] permuted(double[] values) {
        return Arrays.stream(ORDER).mapToDouble(i -> values[i]).toArray();
    }

    private static double[] mapped(double[] values, double shift) {
        return Arrays.stream(values).map(s -> s + shift).toArray();
    }
}
