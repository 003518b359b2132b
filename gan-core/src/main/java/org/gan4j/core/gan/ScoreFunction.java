package org.gan4j.core.gan;

import java.util.function.UnaryOperator;
import org.gan4j.core.tensor.Tensor;

/**
 * The score of a game's discriminator as a function of samples alone, [N, ...] to raw scores [N, 1]: what a {@link Penalty}
 * looks at.
 *
 * <p>In a conditional game a sample is scored together with a label, s(x, y), and a batch made of the real or the fake samples
 * row by row keeps their labels. A point between real sample i and fake sample i has the label of the real one.
 */
@FunctionalInterface
public interface ScoreFunction extends UnaryOperator<Tensor> {
    /** Scores samples; in a conditional game row i has the label of real sample i. */
    @Override
    Tensor apply(Tensor samples);

    /** Scores samples of which, in a conditional game, row i has the label of fake sample i. */
    default Tensor ofFake(Tensor samples) {
        return apply(samples);
    }
}
