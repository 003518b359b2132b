package org.gan4j.losses.contract;

import java.util.List;

/** All checks of the contract. */
public final class LossChecks {
    /** Both sides at two or more sets of scores, within 1e-12. */
    public static final LossCheck GOLDEN = new LossCheck("gives the golden values", ValueChecks::golden);

    /** Batches of one, two and more samples. */
    public static final LossCheck SCALARS =
            new LossCheck("gives scalars, for batches of any size", ValueChecks::scalars);

    /** Values and gradients for |s| up to {@code facts().finiteUpTo()}. */
    public static final LossCheck FINITE = new LossCheck("is finite in float32 over its range", ValueChecks::finite);

    /** The message names the loss and the scores. */
    public static final LossCheck DIVERGENCE =
            new LossCheck("ends a run as diverged beyond its range", ValueChecks::divergence);

    /** The gradient of each score in float32 is that in float64 within 1e-4. */
    public static final LossCheck ROUNDING =
            new LossCheck("loses no gradient to rounding in float32", ValueChecks::sameInFloat32);

    /** Of both sides, with regard to real and fake scores, against central differences. */
    public static final LossCheck DERIVATIVES =
            new LossCheck("has correct derivatives of order two", ValueChecks::derivatives);

    /** The batch holds every pair of points as often as its probability says. */
    public static final LossCheck WORLD =
            new LossCheck("agrees on a finite world with the batch that enumerates it", ValueChecks::world);

    /** The same permutation of real and fake. */
    public static final LossCheck ORDER =
            new LossCheck("does not depend on the order of samples", SymmetryChecks::order);

    /** A permutation of one side. */
    public static final LossCheck PAIRS =
            new LossCheck("depends on the order of one side if and only if it is paired", SymmetryChecks::pairs);

    /** One number added to all scores. */
    public static final LossCheck SHIFT =
            new LossCheck("is shift invariant if and only if it says so", SymmetryChecks::shift);

    /** All scores times one number. */
    public static final LossCheck DEGREE =
            new LossCheck("is homogeneous of the degree that it declares", SymmetryChecks::degree);

    /** No slope and no descent for the discriminator. */
    public static final LossCheck FIXED_POINT =
            new LossCheck("rests where every point has its fixed point's score and p = q", SymmetryChecks::fixedPoint);

    /** The signs of the gradients of both players. */
    public static final LossCheck HIGH_IS_REAL =
            new LossCheck("teaches the discriminator that high is real", SymmetryChecks::highIsReal);

    /**
     * The least value within 1e-9 and the best scores within 1e-7, for random p and q of several sizes; and no least value
     * if the loss says that it needs a Lipschitz discriminator.
     */
    public static final LossCheck OPTIMUM =
            new LossCheck("has its closed form for an optimum on finite worlds", OptimumChecks::closedForm);

    /** Where p or q is 0, the optimum is the limit of that of nearby worlds. */
    public static final LossCheck ZEROS =
            new LossCheck("follows its closed form where p or q is 0", LimitChecks::zeros);

    /** All of them, in the order in which a defect is best found. */
    public static final List<LossCheck> ALL = List.of(
            GOLDEN,
            SCALARS,
            FINITE,
            DIVERGENCE,
            ROUNDING,
            DERIVATIVES,
            WORLD,
            ORDER,
            PAIRS,
            SHIFT,
            DEGREE,
            FIXED_POINT,
            HIGH_IS_REAL,
            OPTIMUM,
            ZEROS);

    private LossChecks() {}
}
