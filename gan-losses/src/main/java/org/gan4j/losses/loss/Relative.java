package org.gan4j.losses.loss;

import org.gan4j.core.gan.Companions;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.PointwiseLoss;

/** Properties of every loss of differences of scores. */
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
        if (loss.facts().use().needsEnergies()) {
            throw new IllegalArgumentException("loss " + loss.displayName() + " takes scores for minus an energy of at"
                    + " least 0, but differences of scores are of either sign: use a loss of any score, such as"
                    + " energy-margin with link: softplus");
        }
        double range = loss.facts().finiteUpTo();
        if (!(range >= SMALLEST_RANGE)) {
            throw new IllegalArgumentException("loss " + loss.displayName() + " is finite for scores up to " + range
                    + " only, but differences of scores go twice as far: take one that is finite up to "
                    + SMALLEST_RANGE);
        }
    }

    /** Returns the facts of a loss that puts differences of scores through the terms of another. */
    static LossProperties facts(PointwiseLoss loss, Companions usual) {
        LossProperties inner = loss.facts();
        LossProperties facts = LossProperties.of("relativistic")
                .withCompanions(usual)
                .thatIsShiftInvariant()
                .withFixedPoint(0)
                .finiteUpTo(inner.finiteUpTo() == LossProperties.LARGE ? LossProperties.LARGE : inner.finiteUpTo() / 2)
                .withPenalties("r2", "wgan-gp");
        LossProperties bounded = inner.use().needsLipschitz() ? facts.needingLipschitz() : facts;
        return inner.symmetry().degree().isPresent()
                ? bounded.withDegree(inner.symmetry().degree().getAsDouble())
                : bounded;
    }
}
