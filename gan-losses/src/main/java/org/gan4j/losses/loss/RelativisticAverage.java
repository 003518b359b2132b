package org.gan4j.losses.loss;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.gan4j.core.config.About;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Companions;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.PointwiseLoss;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.penalty.R1;

/**
 * Relativistic average loss: each sample is compared with the mean of the other side, so that only differences of scores
 * count.
 *
 * <p>L_D = mean(real(s_real - mean(s_fake))) + mean(fake(s_fake - mean(s_real))), L_G = mean(real(s_fake - mean(s_real)))
 * + mean(fake(s_real - mean(s_fake))), where real and fake are the terms of another loss.
 *
 * <p>Scores are raw, shape [N, 1], any real value; both results are scalars. N may differ between real and fake; the means
 * are those of the batch, so small batches bias them. The generator's own term of the other loss is not used: the
 * generator has the discriminator's with labels swapped.
 *
 * <p>Over cross-entropy this is RaSGAN, over least squares with a = -1 and b = 1 RaLSGAN, over the hinge RaHingeGAN.
 * Deviations from the paper: none.
 *
 * @param loss the loss whose terms the differences are put through
 * @see <a href="https://arxiv.org/abs/1807.00734">Jolicoeur-Martineau, The relativistic discriminator, 2018, equations
 *     12 to 15</a>
 */
@About(
        value = "Each sample is compared with the mean of the other side; only differences of scores count.",
        formula = "L_D = mean(real(s_real - mean(s_fake))) + mean(fake(s_fake - mean(s_real))),"
                + " L_G = mean(real(s_fake - mean(s_real))) + mean(fake(s_real - mean(s_fake)))",
        paper = "Jolicoeur-Martineau, The relativistic discriminator, 2018, https://arxiv.org/abs/1807.00734")
public record RelativisticAverage(PointwiseLoss loss) implements AdversarialLoss {
    /** Over cross-entropy: RaSGAN. */
    public static final RelativisticAverage DEFAULTS = new RelativisticAverage(new NonSaturating());

    /**
     * Checks the loss.
     *
     * @throws IllegalArgumentException if its terms are finite in too small a range for differences of scores, or
     *     take scores for minus an energy
     */
    public RelativisticAverage {
        Objects.requireNonNull(loss, "loss is null");
        Relative.requireDifferences(loss);
    }

    @Override
    public Tensor discriminatorLoss(Scores real, Scores fake) {
        return compared(real, fake);
    }

    @Override
    public Tensor generatorLoss(Scores real, Scores fake) {
        return compared(fake, real);
    }

    /** Returns mean(real(a - mean(b))) + mean(fake(b - mean(a))). */
    private Tensor compared(Scores a, Scores b) {
        Tensor meanOfA = a.mean(UnaryOperator.identity());
        Tensor meanOfB = b.mean(UnaryOperator.identity());
        return a.mean(s -> loss.real(s.minus(meanOfB))).plus(b.mean(s -> loss.fake(s.minus(meanOfA))));
    }

    @Override
    public LossProperties facts() {
        return Relative.facts(loss, Companions.penalty("r1", R1.DEFAULTS)).withOptimum(optimum(), "", "");
    }

    @Override
    public String displayName() {
        return "relativistic-average-" + loss.displayName();
    }

    private String optimum() {
        return loss instanceof LeastSquares
                ? "2 (b - a) / (2 + 3 d) (p - q) / (p + q) + any constant, d = sum (p - q)^2 / (p + q)"
                : "";
    }
}
