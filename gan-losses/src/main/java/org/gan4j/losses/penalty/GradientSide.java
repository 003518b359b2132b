package org.gan4j.losses.penalty;

/** Side of the centre on which a {@link GradientPenalty} penalises gradient norms. */
public enum GradientSide {
    /** Norms on both sides of the centre: phi(n) = |n - centre|^power. */
    TWO_SIDED,

    /** Only norms above the centre: phi(n) = max(0, n - centre)^power. */
    ONE_SIDED
}
