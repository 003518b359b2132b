package org.gan4j.core.gan.finite;

import java.util.function.UnaryOperator;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.PointwiseLoss;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.tensor.Tensor;

/** Losses whose optimum is known. */
final class Losses {
    private Losses() {}

    /** D* = p / (p + q), value log 4 - 2 JSD. */
    record Minimax() implements PointwiseLoss {
        @Override
        public Tensor real(Tensor score) {
            return score.negate().softplus();
        }

        @Override
        public Tensor fake(Tensor score) {
            return score.softplus();
        }

        @Override
        public Tensor generator(Tensor score) {
            return score.softplus().negate();
        }
    }

    /** s* = (b p + a q) / (p + q). */
    record LeastSquares(double a, double b) implements PointwiseLoss {
        @Override
        public Tensor real(Tensor score) {
            return score.minus(b).square().times(0.5);
        }

        @Override
        public Tensor fake(Tensor score) {
            return score.minus(a).square().times(0.5);
        }

        @Override
        public Tensor generator(Tensor score) {
            return score.minus(b).square().times(0.5);
        }
    }

    /** s* = sign(p - q), value 2 (1 - TV). */
    record Hinge() implements PointwiseLoss {
        @Override
        public Tensor real(Tensor score) {
            return score.negate().plus(1).relu();
        }

        @Override
        public Tensor fake(Tensor score) {
            return score.plus(1).relu();
        }

        @Override
        public Tensor generator(Tensor score) {
            return score.negate();
        }
    }

    /** The total variation with scores squashed to (-1/2, 1/2): s* = sign(p - q) infinity, value -TV. */
    record Squashed() implements PointwiseLoss {
        @Override
        public Tensor real(Tensor score) {
            return score.tanh().times(-0.5);
        }

        @Override
        public Tensor fake(Tensor score) {
            return score.tanh().times(0.5);
        }

        @Override
        public Tensor generator(Tensor score) {
            return score.tanh().times(-0.5);
        }
    }

    /** Another loss, without saying that it looks at one score at a time. */
    record Hidden(AdversarialLoss loss) implements AdversarialLoss {
        @Override
        public Tensor discriminatorLoss(Scores real, Scores fake) {
            return loss.discriminatorLoss(real, fake);
        }

        @Override
        public Tensor generatorLoss(Scores real, Scores fake) {
            return loss.generatorLoss(real, fake);
        }
    }

    /** No minimum. */
    record Wasserstein() implements PointwiseLoss {
        @Override
        public Tensor real(Tensor score) {
            return score.negate();
        }

        @Override
        public Tensor fake(Tensor score) {
            return score;
        }

        @Override
        public Tensor generator(Tensor score) {
            return score.negate();
        }
    }

    /** The Wasserstein loss, but scores cost their difference from the mean of all others. */
    record Tilted() implements AdversarialLoss {
        @Override
        public Tensor discriminatorLoss(Scores real, Scores fake) {
            Tensor mean = fake.mean(UnaryOperator.identity());
            return mean.minus(real.mean(UnaryOperator.identity()))
                    .times(mean.square().plus(1));
        }

        @Override
        public Tensor generatorLoss(Scores real, Scores fake) {
            return fake.mean(Tensor::negate);
        }
    }

    /** E (s_r - s_f - 1)^2 / 2 over all pairs: only differences count. */
    record PairedSquares() implements AdversarialLoss {
        @Override
        public Tensor discriminatorLoss(Scores real, Scores fake) {
            return Scores.meanOfPairs(
                    real, fake, (r, f) -> r.minus(f).minus(1).square().times(0.5));
        }

        @Override
        public Tensor generatorLoss(Scores real, Scores fake) {
            return Scores.meanOfPairs(
                    real, fake, (r, f) -> f.minus(r).minus(1).square().times(0.5));
        }
    }

    /** E softplus(s_f - s_r) over all pairs. */
    record PairedLogistic() implements AdversarialLoss {
        @Override
        public Tensor discriminatorLoss(Scores real, Scores fake) {
            return Scores.meanOfPairs(real, fake, (r, f) -> f.minus(r).softplus());
        }

        @Override
        public Tensor generatorLoss(Scores real, Scores fake) {
            return Scores.meanOfPairs(real, fake, (r, f) -> r.minus(f).softplus());
        }
    }

    /** E max(0, 1 - (s_r - s_f)) over all pairs: not smooth. */
    record PairedHinge() implements AdversarialLoss {
        @Override
        public Tensor discriminatorLoss(Scores real, Scores fake) {
            return Scores.meanOfPairs(real, fake, (r, f) -> f.minus(r).plus(1).relu());
        }

        @Override
        public Tensor generatorLoss(Scores real, Scores fake) {
            return Scores.meanOfPairs(real, fake, (r, f) -> r.minus(f).plus(1).relu());
        }
    }

    /** E sqrt|s_r - s_f - 1| over all pairs: neither smooth nor convex. */
    record PairedRoot() implements AdversarialLoss {
        @Override
        public Tensor discriminatorLoss(Scores real, Scores fake) {
            return Scores.meanOfPairs(
                    real, fake, (r, f) -> r.minus(f).minus(1).abs().plus(1e-6).sqrt());
        }

        @Override
        public Tensor generatorLoss(Scores real, Scores fake) {
            return discriminatorLoss(real, fake);
        }
    }
}
