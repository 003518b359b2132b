package org.gan4j.core.game.adversarial;

/**
 * Whether the discriminator is applied to real and generated samples one after the other or to both at once: it matters where
 * statistics of the batch enter scores, as in batch normalisation.
 */
public enum DiscriminatorBatching {
    /** Real samples are one batch and generated ones another; running statistics move by both, one after the other. */
    SEPARATE,
    /**
     * Both are one batch, whose statistics are those of the mixture: what separates real from generated samples is less hidden
     * by normalisation. Running statistics move once.
     */
    JOINT
}
