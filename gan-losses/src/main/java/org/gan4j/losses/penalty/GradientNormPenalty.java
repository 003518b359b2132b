package org.gan4j.losses.penalty;

import java.util.Optional;
import org.gan4j.core.config.Names;
import org.gan4j.core.gan.GradientTarget;
import org.gan4j.core.gan.Penalty;

/** Gradient penalty: a penalty on the gradient of each sample's score. */
public interface GradientNormPenalty extends Penalty {
    /** Returns the same penalty with all its settings written out. */
    @Override
    GradientPenalty canonical();

    @Override
    default boolean boundsLipschitz() {
        return canonical().weight() > 0;
    }

    @Override
    default boolean needsSeparateScores() {
        return true;
    }

    @Override
    default Optional<GradientTarget> gradientTarget() {
        GradientPenalty settings = canonical();
        boolean atMost = settings.side() == GradientSide.ONE_SIDED;
        return settings.centre() > 0 ? Optional.of(new GradientTarget(settings.centre(), atMost)) : Optional.empty();
    }

    @Override
    default String family() {
        return Names.kebab(GradientPenalty.class);
    }
}
