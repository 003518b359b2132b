package org.gan4j.losses.penalty;

import org.gan4j.core.gan.Penalty;

/** Gradient penalty: a penalty on the gradient of each sample's score. */
public interface GradientNormPenalty extends Penalty {
    /** Returns the same penalty with all its settings written out. */
    GradientPenalty asGradientPenalty();
}
