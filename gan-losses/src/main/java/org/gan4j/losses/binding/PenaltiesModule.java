package org.gan4j.losses.binding;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.losses.penalty.Consistency;
import org.gan4j.losses.penalty.DuplicatePenalties;
import org.gan4j.losses.penalty.GradientPenaltyExcludesBatchNorm;
import org.gan4j.losses.penalty.GradientPenaltyWithWeightClipping;
import org.gan4j.losses.penalty.QuadraticPotential;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.losses.transform.Augmentation;
import org.gan4j.losses.transform.Flip;
import org.gan4j.losses.transform.GaussianNoise;
import org.gan4j.losses.transform.InOrder;
import org.gan4j.losses.transform.InstanceNoise;
import org.gan4j.losses.transform.Packing;
import org.gan4j.losses.transform.Translation;

/** Names of the penalties, of the transforms of samples, and of the rules about what they need. */
final class PenaltiesModule extends AbstractModule {
    @Override
    protected void configure() {
        GradientPenaltyPresets.bindTo(strategies(binder(), Penalty.class))
                .bind("r1", R1.class)
                .bind("r2", R2.class)
                .bind("quadratic-potential", QuadraticPotential.class)
                .bind("consistency", Consistency.class);
        strategies(binder(), SampleTransform.class)
                .bind("packing", Packing.class)
                .bind("instance-noise", InstanceNoise.class);
        strategies(binder(), Augmentation.class)
                .bind("gaussian-noise", GaussianNoise.class)
                .bind("translation", Translation.class)
                .bind("flip", Flip.class)
                .bind("in-order", InOrder.class);
        strategies(binder(), WiringRule.class)
                .bind("gradient-penalty-excludes-batch-norm", GradientPenaltyExcludesBatchNorm.class)
                .bind("gradient-penalty-with-weight-clipping", GradientPenaltyWithWeightClipping.class)
                .bind("duplicate-penalties", DuplicatePenalties.class);
    }
}
