package org.gan4j.losses.contract;

import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.ScoreFunction;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/** A penalty of a researcher's own through the contract: a price on the size of scores, which keeps them from drifting. */
class OwnPenaltyTest implements PenaltyContract {
    /** P = 3 mean(s_real^2). */
    record Drift() implements Penalty {
        @Override
        public Tensor of(ScoreFunction score, Tensor real, Tensor fake, RandomStream random) {
            return score.apply(real.detach()).square().mean().times(3);
        }
    }

    /** The critic's scores at (1, 2) and (-1/2, 1/4) are 1.5 and 0.21875: (2.25 + 0.0478515625) 3 / 2. */
    @Override
    public PenaltyCase penalty() {
        return PenaltyCase.of("drift", new Drift())
                .onlyReal()
                .golden(new double[][] {{1, 2}, {-0.5, 0.25}}, new double[][] {{7, 7}}, 3.44677734375);
    }
}
