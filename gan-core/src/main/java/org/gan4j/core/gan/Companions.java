package org.gan4j.core.gan;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Companions of a loss: the penalties and the bound on weights that a training usually has beside it, all at once.
 *
 * <p>The strengths are those of the papers, mostly for images. A comparison on other data may scale the penalties, see
 * {@link Penalty#scaled}, unless they are a part of the loss.
 *
 * @param penalties added to the discriminator's loss, by the names by which penalties are bound
 * @param bound what keeps the discriminator's weights small
 * @param partOfLoss whether loss and penalties are the halves of one divergence, so that neither stands for it alone
 */
public record Companions(SortedMap<String, Penalty> penalties, WeightBound bound, boolean partOfLoss) {
    /** Nothing beside the loss. */
    public static final Companions NONE = new Companions(Collections.emptySortedMap(), WeightBound.NONE, false);

    /** Weights of the discriminator clipped after each of its steps. */
    public static final Companions CLIPPED_WEIGHTS = new Companions(NONE.penalties, WeightBound.CLIPPED, false);

    /** Weights of the discriminator divided by their spectral norms. */
    public static final Companions SPECTRAL_NORM = new Companions(NONE.penalties, WeightBound.SPECTRAL_NORM, false);

    /** Bound on the weights of a discriminator. */
    public enum WeightBound {
        /** None. */
        NONE,
        /** Clipping after each step, see {@link org.gan4j.core.optim.ClippedWeights}. */
        CLIPPED,
        /** Division by the spectral norm, see {@link SpectralNorm}. */
        SPECTRAL_NORM
    }

    /** Keeps the penalties in the order of their names. */
    public Companions {
        Objects.requireNonNull(bound, "bound is null");
        penalties = Collections.unmodifiableSortedMap(new TreeMap<>(penalties));
    }

    /** Returns the companions that are one penalty, by the name by which it is bound. */
    public static Companions penalty(String name, Penalty penalty) {
        return NONE.and(name, penalty);
    }

    /** Returns these companions and one more penalty. */
    public Companions and(String name, Penalty penalty) {
        SortedMap<String, Penalty> more = new TreeMap<>(penalties);
        more.put(name, penalty);
        return new Companions(more, bound, partOfLoss);
    }

    /** Returns these companions as the other half of the loss. */
    public Companions asPartOfLoss() {
        return new Companions(penalties, bound, true);
    }

    /** Returns these companions with the penalties' weights times a factor; unchanged where they are a part of the loss. */
    public Companions scaled(double factor) {
        if (partOfLoss) {
            return this;
        }
        SortedMap<String, Penalty> scaled = new TreeMap<>();
        penalties.forEach((name, penalty) -> scaled.put(name, penalty.scaled(factor)));
        return new Companions(scaled, bound, false);
    }

    /** Tells whether penalties of a game hold those of these companions, whatever their settings. */
    public boolean areAmong(Iterable<Penalty> others) {
        return penalties.values().stream().allMatch(own -> isAmong(own, others));
    }

    private static boolean isAmong(Penalty own, Iterable<Penalty> others) {
        for (Penalty other : others) {
            boolean sameKind = other.canonical().getClass() == own.canonical().getClass();
            if (sameKind && other.gradientTarget().equals(own.gradientTarget())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the names of the penalties, in order. */
    public List<String> names() {
        return penalties.keySet().stream().toList();
    }
}
