package org.gan4j.core.gan;

import java.util.Optional;
import org.gan4j.core.config.Family;
import org.gan4j.core.config.Names;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/**
 * A term added to the discriminator's loss that looks at the score as a function, usually at its gradient. Its weight is
 * a setting of its own.
 */
@Family("penalties")
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

    /** Tells whether the penalty keeps the norm of the score's gradient from growing without end, as a loss may need. */
    default boolean boundsLipschitz() {
        return false;
    }

    /**
     * Tells whether the penalty looks at the gradient of each sample's score, which has no meaning where a score depends on
     * the other samples of its batch.
     */
    default boolean needsSeparateScores() {
        return false;
    }

    /** Returns the norm above 0 that the penalty asks of the score's gradient; empty where it asks for none. */
    default Optional<GradientTarget> gradientTarget() {
        return Optional.empty();
    }

    /** Returns the same penalty with its weight times a factor, at least 0; itself if it has no weight. */
    default Penalty scaled(double factor) {
        return this;
    }

    /** Returns an equal penalty in its most general form, so that cases of one form can be compared; else itself. */
    default Penalty canonical() {
        return this;
    }

    /** Returns the kind of penalty: the name of its class in lower case with hyphens, unless it is a case of another. */
    default String family() {
        return Names.kebab(getClass());
    }
}
