package org.gan4j.core.gan.finite;

import java.util.Optional;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.PointwiseLoss;

/**
 * The three terms of a loss that looks at one score at a time: L_D = E_p real(s) + E_q fake(s), L_G = E_q generator(s).
 *
 * @param real the discriminator's term of a real sample
 * @param fake the discriminator's term of a fake sample
 * @param generator the generator's term of a fake sample
 */
public record ScoreTerms(ScoreTerm real, ScoreTerm fake, ScoreTerm generator) {
    /**
     * Returns the terms of a loss; empty if its value is no such sum, as when it compares scores with each other. A loss
     * that is not declared a {@link org.gan4j.core.gan.PointwiseLoss} is asked for its gradients on small worlds: it has terms if no entry
     * depends on another's score.
     */
    public static Optional<ScoreTerms> of(AdversarialLoss loss) {
        if (loss instanceof PointwiseLoss pointwise) {
            return Optional.of(new ScoreTerms(
                    new ElementwiseTerm(pointwise::real),
                    new ElementwiseTerm(pointwise::fake),
                    new ElementwiseTerm(pointwise::generator)));
        }
        return WeightedTerm.separates(loss)
                ? Optional.of(new ScoreTerms(
                        new WeightedTerm(loss::discriminatorLoss, 1, 0),
                        new WeightedTerm(loss::discriminatorLoss, 0, 1),
                        new WeightedTerm(loss::generatorLoss, 0, 1)))
                : Optional.empty();
    }
}
