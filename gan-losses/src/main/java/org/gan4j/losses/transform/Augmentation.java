package org.gan4j.losses.transform;

import org.gan4j.core.config.Family;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/** A random change of samples that leaves what they show as it is. */
@Family("augmentations")
@FunctionalInterface
public interface Augmentation {
    /**
     * Returns changed samples, each changed in its own way; differentiable in the samples.
     *
     * @param samples of shape [N, ...]
     * @param random a stream of this change's own
     */
    Tensor apply(Tensor samples, RandomStream random);
}
