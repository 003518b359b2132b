package org.gan4j.core.gan;

import org.gan4j.core.config.Names;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/**
 * A term added to the discriminator's loss that looks at the score as a function, usually at its gradient. Its weight is
 * a setting of its own.
 */
@FunctionalInterface
public interface Penalty {
    /**
     * Returns the penalty times its weight, a scalar.
     *
     * @param score maps samples of shape [N, ...] to raw scores of shape [N, 1]; those of fake samples by {@link
     *     ScoreFunction#ofFake}, so that in a conditional game they keep their labels
     * @param real the real samples of the step
     * @param fake the generated samples of the step
     * @param random a stream of the penalty's own
     */
    Tensor of(ScoreFunction score, Tensor real, Tensor fake, RandomStream random);

    /** Returns the kind of penalty: the name of its class in lower case with hyphens, unless it is a case of another. */
    default String family() {
        return Names.kebab(getClass());
    }
}
