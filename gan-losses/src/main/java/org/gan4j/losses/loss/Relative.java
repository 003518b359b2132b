package org.gan4j.losses.loss;

import org.gan4j.core.gan.LossFacts;
import org.gan4j.core.gan.PointwiseLoss;

/** What holds for every loss of differences of scores. */
final class Relative {
    /** The best score of a loss whose scores are logarithms of the density ratio, as a formula. */
    static final String LOG_DENSITY_RATIO = "log(p/q)";

    private static final double SMALLEST_RANGE = 40;

    private Relative() {}

    /**
     * Checks that differences of ordinary scores can be put through a loss.
     *
     * @throws IllegalArgumentException if its terms are not finite for scores up to 40, which are differences of scores up
     *     to 20, or if it takes scores for minus an energy, which differences are not
     */
    static void requireDifferences(PointwiseLoss loss) {
        if (loss instanceof EnergyMargin energy && energy.link() == EnergyLink.IDENTITY) {
            throw new IllegalArgumentException("loss energy-margin with link: identity takes scores for minus an energy"
                    + " of at least 0, but differences of scores are of either sign; use link: softplus");
        }
        double range = loss.facts().finiteUpTo();
        if (!(range >= SMALLEST_RANGE)) {
            throw new IllegalArgumentException("loss " + loss.displayName() + " is finite for scores up to " + range
                    + " only, but differences of scores go twice as far: take one that is finite up to "
                    + SMALLEST_RANGE);
        }
    }

    /** Returns the facts of a loss that puts differences of scores through the terms of another. */
    static LossFacts facts(PointwiseLoss loss) {
        LossFacts inner = loss.facts();
        LossFacts facts = LossFacts.of("relativistic")
                .thatIsShiftInvariant()
                .withFixedPoint(0)
                .finiteUpTo(inner.finiteUpTo() == LossFacts.LARGE ? LossFacts.LARGE : inner.finiteUpTo() / 2)
                .withPenalties("r1", "r2", "wgan-gp");
        LossFacts bounded = inner.use().needsLipschitz() ? facts.thatNeedsLipschitz() : facts;
        return inner.symmetry().degree().isPresent()
                ? bounded.withDegree(inner.symmetry().degree().getAsDouble())
                : bounded;
    }
}
