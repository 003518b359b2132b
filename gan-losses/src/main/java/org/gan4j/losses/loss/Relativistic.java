package org.gan4j.losses.loss;

import java.util.Objects;
import org.gan4j.core.config.About;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Companions;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.PointwiseLoss;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;

/**
 * Relativistic loss, paired: the discriminator tells which of two samples is the real one, so that only differences of
 * scores count.
 *
 * <p>L_D = mean(real(s_real - s_fake)) + mean(fake(s_fake - s_real)), L_G = mean(real(s_fake - s_real)) +
 * mean(fake(s_real - s_fake)), where real and fake are the terms of another loss, and real sample i meets fake sample i.
 *
 * <p>Scores are raw, shape [N, 1], any real value; both results are scalars. N must be the same for real and fake. The
 * generator's own term of the other loss is not used: the generator has the discriminator's with labels swapped.
 *
 * <p>Over a loss whose best score is log(p/q) the best score here is log(p/q) too, up to a constant. Over cross-entropy
 * both terms are the same, softplus(s_fake - s_real): L_D is then twice the loss that RSGAN and R3GAN state with one
 * term. Usually combined with r1 and r2. Deviations from the paper: none.
 *
 * @param loss the loss whose terms the differences are put through
 * @see <a href="https://arxiv.org/abs/1807.00734">Jolicoeur-Martineau, The relativistic discriminator, 2018, equations 8
 *     and 9</a>
 */
@About(
        value = "The discriminator tells which sample of a pair is the real one; only differences of scores count.",
        formula = "L_D = mean(real(s_real - s_fake)) + mean(fake(s_fake - s_real)),"
                + " L_G = mean(real(s_fake - s_real)) + mean(fake(s_real - s_fake))",
        paper = "Jolicoeur-Martineau, The relativistic discriminator, 2018, https://arxiv.org/abs/1807.00734")
public record Relativistic(PointwiseLoss loss) implements AdversarialLoss {
    /** Over cross-entropy: RSGAN. */
    public static final Relativistic DEFAULTS = new Relativistic(new NonSaturating());

    /**
     * Checks the loss.
     *
     * @throws IllegalArgumentException if its terms are finite in too small a range for differences of scores, or
     *     take scores for minus an energy
     */
    public Relativistic {
        Objects.requireNonNull(loss, "loss is null");
        Relative.requireDifferences(loss);
    }

    @Override
    public Tensor discriminatorLoss(Scores real, Scores fake) {
        return Scores.meanOfPairs(real, fake, (r, f) -> loss.real(r.minus(f)))
                .plus(Scores.meanOfPairs(real, fake, (r, f) -> loss.fake(f.minus(r))));
    }

    @Override
    public Tensor generatorLoss(Scores real, Scores fake) {
        return Scores.meanOfPairs(real, fake, (r, f) -> loss.real(f.minus(r)))
                .plus(Scores.meanOfPairs(real, fake, (r, f) -> loss.fake(r.minus(f))));
    }

    @Override
    public LossProperties facts() {
        LossProperties facts = Relative.facts(
                        loss, Companions.penalty("r1", R1.DEFAULTS).and("r2", R2.DEFAULTS))
                .thatIsPaired();
        if (loss instanceof LeastSquares) {
            return facts.withOptimum(
                    "(b - a) / (2 + d) (p - q) / (p + q) + any constant, d = sum (p - q)^2 / (p + q)", "", "");
        }
        boolean logarithm = loss.facts().optimum().score().equals(Relative.LOG_DENSITY_RATIO);
        return logarithm
                ? facts.withOptimum(
                        Relative.LOG_DENSITY_RATIO + " + any constant",
                        "sum p(x) q(y) (real(-r) + fake(r)), r = log(p(x) q(y) / (q(x) p(y)))",
                        "")
                : facts;
    }

    @Override
    public String displayName() {
        return "relativistic-" + loss.displayName();
    }
}
