package org.gan4j.core.gan;

import org.gan4j.core.config.Family;
import org.gan4j.core.tensor.Tensor;

/**
 * A loss whose terms look at one score at a time.
 *
 * <p>L_D = mean(real(s_real)) + mean(fake(s_fake)), L_G = mean(generator(s_fake)).
 *
 * <p>So the best score of a point depends on the ratio of the two densities there and on nothing else, and the optimum
 * can be found point by point. The hinge loss, whole:
 *
 * <pre>{@code
 * record Hinge() implements PointwiseLoss {
 *     public Tensor real(Tensor score) { return score.negate().plus(1).relu(); }
 *     public Tensor fake(Tensor score) { return score.plus(1).relu(); }
 *     public Tensor generator(Tensor score) { return score.negate(); }
 * }
 * }</pre>
 */
@Family("pointwise-losses")
public interface PointwiseLoss extends AdversarialLoss {
    /** Returns the discriminator's term of each real sample, of the shape of the scores. */
    Tensor real(Tensor score);

    /** Returns the discriminator's term of each fake sample, of the shape of the scores. */
    Tensor fake(Tensor score);

    /** Returns the generator's term of each fake sample, of the shape of the scores. */
    Tensor generator(Tensor score);

    @Override
    default Tensor discriminatorLoss(Scores real, Scores fake) {
        return real.mean(this::real).plus(fake.mean(this::fake));
    }

    @Override
    default Tensor generatorLoss(Scores real, Scores fake) {
        return fake.mean(this::generator);
    }
}
