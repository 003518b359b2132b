package org.gan4j.losses.penalty;

/** Which gradients a {@link GradientPenalty} charges for. */
public enum GradientSide {
    /** Norms on both sides of the centre: phi(n) = |n - centre|^power. */
    TWO_SIDED,

    /** Only norms above the centre: phi(n) = max(0, n - centre)^power. */
    ONE_SIDED
}
