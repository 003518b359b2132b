package org.gan4j.losses.defects;

import static org.gan4j.losses.defects.TwoSides.CROSS_ENTROPY;
import static org.gan4j.losses.defects.TwoSides.NON_SATURATING;

import java.util.List;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.contract.LossCase;
import org.gan4j.losses.contract.LossCheck;
import org.gan4j.losses.contract.LossChecks;

/** Losses with one defect each, and the check that must find it. */
final class BrokenLosses {
    /**
     * A loss with a defect.
     *
     * @param defect what is wrong
     * @param loss passes for the non-saturating loss, or for the relativistic one if it claims to be paired
     * @param caughtBy the check that fails
     */
    record Broken(String defect, TwoSides loss, LossCheck caughtBy) {
        /** Returns the loss with what is true of the loss that it passes for. */
        LossCase loss(LossCase sound) {
            return new LossCase(defect, loss, sound.golden(), sound.optimum(), sound.value(), sound.noClosedForm());
        }

        @Override
        public String toString() {
            return defect;
        }
    }

    private static final TwoSides SOUND = TwoSides.of(CROSS_ENTROPY, NON_SATURATING);
    private static final double SMALL = 1e-8;

    /** In the order of the checks; each check finds at least one. */
    static final List<Broken> ALL = List.of(
            new Broken(
                    "the generator's logarithm has a constant against zero: no gradient below scores of -18",
                    TwoSides.of(
                            CROSS_ENTROPY,
                            (real, fake) ->
                                    fake.mean(s -> s.sigmoid().plus(SMALL).log().negate())),
                    LossChecks.GOLDEN),
            new Broken(
                    "the generator's loss is that of another loss of the same optimum",
                    TwoSides.of(
                            CROSS_ENTROPY,
                            (real, fake) -> fake.mean(Tensor::softplus).negate()),
                    LossChecks.GOLDEN),
            new Broken(
                    "the discriminator's loss is minus infinity",
                    TwoSides.of(
                            (real, fake) ->
                                    CROSS_ENTROPY.of(real, fake).times(0).log(),
                            NON_SATURATING),
                    LossChecks.GOLDEN),
            new Broken(
                    "the loss of a batch has an axis of its own",
                    TwoSides.of(
                            CROSS_ENTROPY,
                            (real, fake) -> NON_SATURATING.of(real, fake).reshape(1)),
                    LossChecks.SCALARS),
            new Broken(
                    "softplus is written as log(1 + exp(s))",
                    TwoSides.of(
                            (real, fake) -> real.mean(s -> s.negate().exp().log1p())
                                    .plus(fake.mean(s -> s.exp().log1p())),
                            NON_SATURATING),
                    LossChecks.FINITE),
            new Broken(
                    "the loss claims less than its range",
                    SOUND.with(SOUND.facts().finiteUpTo(50)),
                    LossChecks.DIVERGENCE),
            new Broken(
                    "1 - sigmoid(s) is rounded to 0 for large scores",
                    TwoSides.of(
                            (real, fake) -> real.mean(s -> s.negate().softplus())
                                    .plus(fake.mean(s -> s.sigmoid()
                                            .negate()
                                            .plus(1)
                                            .plus(1e-30)
                                            .log()
                                            .negate())),
                            NON_SATURATING),
                    LossChecks.ROUNDING),
            new Broken(
                    "a part of the loss is a constant to the gradient",
                    TwoSides.of(
                            CROSS_ENTROPY,
                            (real, fake) -> Tensor.scalar(
                                            DType.FLOAT64,
                                            NON_SATURATING.of(real, fake).item())
                                    .plus(fake.mean(s -> s.times(0)))),
                    LossChecks.DERIVATIVES),
            new Broken(
                    "the average is over the batch instead of over what the scores stand for",
                    TwoSides.of(
                            CROSS_ENTROPY,
                            (real, fake) -> fake.values().negate().softplus().mean()),
                    LossChecks.WORLD),
            new Broken(
                    "samples count more, the later they stand",
                    TwoSides.of(
                            CROSS_ENTROPY,
                            (real, fake) -> fake.mean(s -> s.negate().softplus().times(ranks(s.shape())))),
                    LossChecks.ORDER),
            new Broken(
                    "the difference of pairs is taken without saying so",
                    TwoSides.of(CROSS_ENTROPY, BrokenLosses::pairs),
                    LossChecks.PAIRS),
            new Broken(
                    "a loss claims pairs that it does not look at",
                    SOUND.with(SOUND.facts().thatIsPaired()),
                    LossChecks.PAIRS),
            new Broken(
                    "the relativistic generator's loss is overwritten by the non-saturating one",
                    TwoSides.of(BrokenLosses::pairs, NON_SATURATING)
                            .with(SOUND.facts().thatIsPaired().thatIsShiftInvariant()),
                    LossChecks.SHIFT),
            new Broken(
                    "shift invariance is not declared",
                    TwoSides.of(BrokenLosses::pairs, (real, fake) -> pairs(fake, real))
                            .with(SOUND.facts().thatIsPaired()),
                    LossChecks.SHIFT),
            new Broken(
                    "a degree is declared that only one side has",
                    TwoSides.of(
                                    (real, fake) -> fake.mean(s -> s).minus(real.mean(s -> s)),
                                    (real, fake) -> fake.mean(s -> s.negate().plus(0.1)))
                            .with(LossProperties.of("other").withDegree(1)),
                    LossChecks.DEGREE),
            new Broken(
                    "the fixed point is somewhere else",
                    SOUND.with(SOUND.facts().withFixedPoint(0.5)),
                    LossChecks.FIXED_POINT),
            new Broken(
                    "the fixed point is where the discriminator does worst",
                    TwoSides.of((real, fake) -> CROSS_ENTROPY.of(real, fake).negate(), NON_SATURATING),
                    LossChecks.FIXED_POINT),
            new Broken(
                    "real and fake are swapped",
                    TwoSides.of((real, fake) -> CROSS_ENTROPY.of(fake, real), NON_SATURATING),
                    LossChecks.HIGH_IS_REAL),
            new Broken(
                    "the fake score of a pair is set to the real one",
                    TwoSides.of((real, fake) -> pairs(real, real), (real, fake) -> pairs(fake, real)),
                    LossChecks.HIGH_IS_REAL),
            new Broken(
                    "the discriminator's loss is computed and never used",
                    TwoSides.of((real, fake) -> CROSS_ENTROPY.of(real, fake).times(0), NON_SATURATING),
                    LossChecks.HIGH_IS_REAL),
            new Broken(
                    "labels are smoothed to 0.875 unless one asks for them not to be",
                    TwoSides.of(
                            (real, fake) -> real.mean(s -> s.negate()
                                            .softplus()
                                            .times(0.875)
                                            .plus(s.softplus().times(0.125)))
                                    .plus(fake.mean(Tensor::softplus)),
                            NON_SATURATING),
                    LossChecks.OPTIMUM),
            new Broken(
                    "a bound on the critic is asked for that the loss does not need",
                    SOUND.with(SOUND.facts().needingLipschitz()),
                    LossChecks.OPTIMUM),
            new Broken(
                    "scores are clipped at 12",
                    TwoSides.of(
                            (real, fake) -> real.mean(
                                            s -> s.clip(-12, 12).negate().softplus())
                                    .plus(fake.mean(s -> s.clip(-12, 12).softplus())),
                            NON_SATURATING),
                    LossChecks.ZEROS));

    private BrokenLosses() {}

    private static Tensor pairs(Scores high, Scores low) {
        return Scores.meanOfPairs(high, low, (h, l) -> l.minus(h).softplus());
    }

    private static Tensor ranks(Shape shape) {
        double[] ranks = new double[shape.size()];
        double mean = (ranks.length - 1) / 2.0;
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = 1 + 0.1 * (i - mean);
        }
        return Tensor.of(shape, ranks);
    }
}
