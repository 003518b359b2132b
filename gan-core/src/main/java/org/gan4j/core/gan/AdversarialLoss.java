package org.gan4j.core.gan;

import org.gan4j.core.config.Family;
import org.gan4j.core.config.Names;
import org.gan4j.core.tensor.Tensor;

/**
 * Loss of the standard game: what each of its two players minimises, as a function of raw scores (high = real, any real
 * number).
 *
 * <p>A new loss is a record that implements this interface. The hinge loss, whole:
 *
 * <pre>{@code
 * record Hinge() implements AdversarialLoss {
 *     public Tensor discriminatorLoss(Scores real, Scores fake) {
 *         return real.mean(s -> s.negate().plus(1).relu()).plus(fake.mean(s -> s.plus(1).relu()));
 *     }
 *     public Tensor generatorLoss(Scores real, Scores fake) {
 *         return fake.mean(Tensor::negate);
 *     }
 * }
 * }</pre>
 *
 * <p>A loss whose terms look at one score at a time is shorter still as a {@link PointwiseLoss}.
 *
 * <p>Arguments are always in the order real, fake. Scores are lazy: those that a loss does not read are not computed.
 */
@Family("losses")
public interface AdversarialLoss {
    /** Returns what the discriminator minimises: a scalar. */
    Tensor discriminatorLoss(Scores real, Scores fake);

    /** Returns what the generator minimises: a scalar. */
    Tensor generatorLoss(Scores real, Scores fake);

    /**
     * Tells whether sigmoid(score) is the discriminator's probability that a sample is real, as it is for losses built on
     * cross-entropy. If so, reports show probabilities beside raw scores.
     */
    default boolean scoresAreLogits() {
        return false;
    }

    /** Returns what the loss says of itself; the contract tests hold it to it. */
    default LossProperties facts() {
        return LossProperties.of("other");
    }

    /**
     * Returns what files and titles call the loss: the name of its class in lower case with hyphens, such as
     * {@code non-saturating}. A loss that wraps another returns the other's.
     */
    default String displayName() {
        return Names.kebab(getClass());
    }
}
