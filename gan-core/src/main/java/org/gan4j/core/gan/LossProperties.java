package org.gan4j.core.gan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Properties that a loss states of itself: its card shows them, and the contract tests hold it to them. Numbers and
 * texts that are left out are neither shown nor tested; symmetries that are left out must not be there.
 *
 * @param family the kind of loss, such as "cross-entropy"
 * @param symmetry what leaves the loss unchanged
 * @param finiteUpTo values and gradients are finite in float32 for scores up to this size, at least 20
 * @param use what the loss needs beside it
 * @param optimum what the loss amounts to at the best discriminator
 */
public record LossProperties(String family, Symmetry symmetry, double finiteUpTo, Use use, Optimum optimum) {
    /** The size of scores up to which a loss of at most quadratic growth stays finite. */
    public static final double LARGE = 1e4;

    private static final double SMALLEST_RANGE = 20;

    /**
     * What leaves a loss unchanged.
     *
     * @param paired whether real sample i is compared with fake sample i, so that the order of one side matters
     * @param shiftInvariant whether adding one number to all scores changes neither player's loss
     * @param degree k, if scaling all scores by c above 0 scales both losses by c to the power k
     * @param fixedPoint a score at which, if every point has it and p = q, the discriminator has nothing to gain
     */
    public record Symmetry(boolean paired, boolean shiftInvariant, OptionalDouble degree, OptionalDouble fixedPoint) {}

    /**
     * What a loss needs beside it.
     *
     * @param needsLipschitz whether the discriminator's loss has no minimum unless something bounds its gradient norm
     * @param needsEnergies whether the loss takes scores for minus an energy of at least 0, so that it has no minimum
     *     where scores can be above 0
     * @param companions what is usually beside the loss, each for itself, the most usual first; empty if nothing is said
     * @param others names of further penalties that go with the loss
     */
    public record Use(boolean needsLipschitz, boolean needsEnergies, List<Companions> companions, List<String> others) {
        public Use {
            companions = Collections.unmodifiableList(new ArrayList<>(companions));
            others = Collections.unmodifiableList(new ArrayList<>(others));
        }

        /** Returns the names of all penalties that go with the loss, those of its companions first. */
        public List<String> penalties() {
            Stream<String> usual = companions.stream().flatMap(beside -> beside.names().stream());
            return Stream.concat(usual, others.stream()).distinct().toList();
        }

        /**
         * Returns what to train the loss with, the most usual first: its companions; if it names none, clipped weights where
         * it needs a bound, else nothing.
         */
        public List<Companions> combinations() {
            if (!companions.isEmpty()) {
                return companions;
            }
            return List.of(needsLipschitz ? Companions.CLIPPED_WEIGHTS : Companions.NONE);
        }
    }

    /**
     * The loss at the best discriminator, as formulas in the densities p of the data and q of the generator; each is empty
     * where there is none.
     *
     * @param score s*, the best score of a point
     * @param divergence V(q), the generator's loss at s*
     * @param followed F(q), the functional whose gradient the generator follows while the discriminator stays at s*
     */
    public record Optimum(String score, String divergence, String followed) {}

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the range is below 20: ordinary scores would end a run
     */
    public LossProperties {
        Objects.requireNonNull(family, "family is null");
        Objects.requireNonNull(symmetry, "symmetry is null");
        Objects.requireNonNull(use, "use is null");
        Objects.requireNonNull(optimum, "optimum is null");
        if (!(finiteUpTo >= SMALLEST_RANGE)) {
            throw new IllegalArgumentException(
                    "finiteUpTo must be at least " + SMALLEST_RANGE + ", but is " + finiteUpTo);
        }
    }

    /** Returns the facts of a family's loss of which nothing else is said. */
    public static LossProperties of(String family) {
        Symmetry none = new Symmetry(false, false, OptionalDouble.empty(), OptionalDouble.empty());
        return new LossProperties(
                family, none, LARGE, new Use(false, false, List.of(), List.of()), new Optimum("", "", ""));
    }

    /** Returns these facts of a loss that compares real sample i with fake sample i. */
    public LossProperties thatIsPaired() {
        return with(new Symmetry(true, symmetry.shiftInvariant(), symmetry.degree(), symmetry.fixedPoint()));
    }

    /** Returns these facts of a loss that only looks at differences of scores. */
    public LossProperties thatIsShiftInvariant() {
        return with(new Symmetry(symmetry.paired(), true, symmetry.degree(), symmetry.fixedPoint()));
    }

    /** Returns these facts of a loss that is homogeneous of a degree. */
    public LossProperties withDegree(double k) {
        return with(new Symmetry(
                symmetry.paired(), symmetry.shiftInvariant(), OptionalDouble.of(k), symmetry.fixedPoint()));
    }

    /** Returns these facts with a score at which p = q is a fixed point. */
    public LossProperties withFixedPoint(double score) {
        return with(new Symmetry(
                symmetry.paired(), symmetry.shiftInvariant(), symmetry.degree(), OptionalDouble.of(score)));
    }

    /** Returns these facts with another range of scores in which values and gradients are finite. */
    public LossProperties finiteUpTo(double size) {
        return new LossProperties(family, symmetry, size, use, optimum);
    }

    /** Returns these facts of a loss that needs a Lipschitz discriminator. */
    public LossProperties needingLipschitz() {
        return with(new Use(true, use.needsEnergies(), use.companions(), use.others()));
    }

    /** Returns these facts of a loss that takes scores for minus an energy of at least 0. */
    public LossProperties needingEnergies() {
        return with(new Use(use.needsLipschitz(), true, use.companions(), use.others()));
    }

    /** Returns these facts with what is usually beside the loss, each for itself, the most usual first. */
    public LossProperties withCompanions(Companions... usual) {
        return with(new Use(use.needsLipschitz(), use.needsEnergies(), Arrays.asList(usual), use.others()));
    }

    /** Returns these facts with the names of further penalties that go with the loss. */
    public LossProperties withPenalties(String... names) {
        return with(new Use(use.needsLipschitz(), use.needsEnergies(), use.companions(), Arrays.asList(names)));
    }

    /** Returns these facts with the best score, V(q) and F(q) as formulas; empty where there is none. */
    public LossProperties withOptimum(String score, String divergence, String followed) {
        return new LossProperties(family, symmetry, finiteUpTo, use, new Optimum(score, divergence, followed));
    }

    private LossProperties with(Use changed) {
        return new LossProperties(family, symmetry, finiteUpTo, changed, optimum);
    }

    private LossProperties with(Symmetry changed) {
        return new LossProperties(family, changed, finiteUpTo, use, optimum);
    }
}
