package org.gan4j.losses.contract;

import java.util.List;

/** All checks of the contract. */
public final class LossChecks {
    /** The checks, in the order in which a defect is best found. */
    public static final List<LossCheck> ALL = List.of(
            new LossCheck("gives the golden values", ValueChecks::golden),
            new LossCheck("gives scalars, for batches of any size", ValueChecks::scalars),
            new LossCheck("is finite in float32 over its range", ValueChecks::finite),
            new LossCheck("loses no gradient to rounding in float32", ValueChecks::sameInFloat32),
            new LossCheck("has correct derivatives of order two", ValueChecks::derivatives),
            new LossCheck("agrees on a finite world with the batch that enumerates it", ValueChecks::world),
            new LossCheck("does not depend on the order of samples", SymmetryChecks::order),
            new LossCheck("depends on the order of one side if and only if it is paired", SymmetryChecks::pairs),
            new LossCheck("is shift invariant if and only if it says so", SymmetryChecks::shift),
            new LossCheck("is homogeneous of the degree that it declares", SymmetryChecks::degree),
            new LossCheck("rests where every point has its fixed point's score and p = q", SymmetryChecks::fixedPoint),
            new LossCheck("teaches the discriminator that high is real", SymmetryChecks::highIsReal),
            new LossCheck("has its closed form for an optimum on finite worlds", OptimumChecks::closedForm));

    private LossChecks() {}
}
