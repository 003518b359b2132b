package org.gan4j.losses.loss;

import java.util.Objects;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.gan.Companions;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.PointwiseLoss;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.loss.divergence.FDivergence;
import org.gan4j.losses.loss.divergence.GeneratorFormulas;
import org.gan4j.losses.loss.divergence.NowozinForm;
import org.gan4j.losses.penalty.R1;

/**
 * The loss of an f-divergence: the discriminator estimates D_f(p||q) = sum q f(p/q) from below, the generator lowers it.
 *
 * <p>L_D = -mean(T(s_real)) + mean(f*(T(s_fake))), L_G = -mean(f*(T(s_fake))) or -mean(T(s_fake)).
 *
 * <p>Scores are raw, shape [N, 1]; both results are scalars. N may differ between real and fake. With an exponential in T
 * or f*(T) scores are finite in a range only, which the divergence states.
 *
 * <p>At the optimum T = f'(p/q) the discriminator's loss is -D_f(p||q); a generator that minimises -mean(f*(T)) follows
 * the gradient of D_f exactly. Deviations from the paper: by default the score is log(p/q) for every f, instead of being
 * put through an activation of its own for each; the latter is {@link Form#NOWOZIN}.
 *
 * @param divergence the f-divergence
 * @param form how T follows from the score: density-ratio or nowozin
 * @param generator what the generator minimises: saturating or alternative
 * @see <a href="https://arxiv.org/abs/1606.00709">Nowozin, Cseke and Tomioka, f-GAN, 2016, equations 4 to 7</a>
 */
@About(
        value = "The discriminator estimates an f-divergence from below, the generator lowers it.",
        formula = "L_D = -mean(T(s_real)) + mean(f*(T(s_fake))), L_G = -mean(f*(T(s_fake))) or -mean(T(s_fake)),"
                + " T(s) = f'(e^s), f*(T(s)) = e^s f'(e^s) - f(e^s)",
        paper = "Nowozin, Cseke and Tomioka, f-GAN, 2016, https://arxiv.org/abs/1606.00709")
public record FDivergenceLoss(
        FDivergence divergence,
        @Default("density-ratio") Form form,
        @Default("saturating") GeneratorSide generator) implements PointwiseLoss {
    /** How T follows from the score s. */
    public enum Form {
        /** T = f'(e^s): the score is log(p/q) for every f. */
        DENSITY_RATIO,
        /** T = g(s) with the activation g of the f-GAN paper, where the conjugate has a closed form. */
        NOWOZIN
    }

    /** What the generator minimises. */
    public enum GeneratorSide {
        /** -mean(f*(T(s_fake))): minus the part of the discriminator's loss that it can change. */
        SATURATING,
        /** -mean(T(s_fake)): stronger where the discriminator is sure, as the non-saturating loss is. */
        ALTERNATIVE
    }

    /**
     * Checks that the divergence has the form.
     *
     * @throws IllegalArgumentException if the divergence has no conjugate in closed form for the form nowozin, or if its
     *     f' is a step, through which no gradient passes in the form density-ratio
     */
    public FDivergenceLoss {
        Objects.requireNonNull(divergence, "divergence is null");
        Objects.requireNonNull(form, "form is null");
        Objects.requireNonNull(generator, "generator is null");
        if (form == Form.DENSITY_RATIO && !divergence.strictlyConvex()) {
            throw new IllegalArgumentException("form density-ratio passes no gradient for " + divergence.displayName()
                    + ", whose f' is a step; use form: nowozin");
        }
        if (form == Form.NOWOZIN && divergence.nowozinForm().isEmpty()) {
            throw new IllegalArgumentException("form nowozin is not known for " + divergence.displayName()
                    + ", which has no conjugate in closed form that is finite for scores up to 20;"
                    + " use form: density-ratio");
        }
    }

    /** Returns the loss of a divergence in the density-ratio form, with the saturating generator. */
    public static FDivergenceLoss of(FDivergence divergence) {
        return new FDivergenceLoss(divergence, Form.DENSITY_RATIO, GeneratorSide.SATURATING);
    }

    @Override
    public Tensor real(Tensor score) {
        return variational(score).negate();
    }

    @Override
    public Tensor fake(Tensor score) {
        return conjugate(score);
    }

    @Override
    public Tensor generator(Tensor score) {
        return generator == GeneratorSide.SATURATING
                ? conjugate(score).negate()
                : variational(score).negate();
    }

    @Override
    public LossProperties facts() {
        GeneratorFormulas formulas = divergence.generatorFormulas();
        boolean saturating = generator == GeneratorSide.SATURATING;
        String value = saturating ? formulas.saturating() : formulas.alternative();
        String followed = saturating ? formulas.saturatingFollowed() : formulas.alternativeFollowed();
        LossProperties facts = LossProperties.of("f-divergence")
                .withCompanions(Companions.penalty("r1", R1.DEFAULTS))
                .withPenalties("r2");
        if (form == Form.DENSITY_RATIO) {
            return facts.withFixedPoint(0).finiteUpTo(divergence.finiteUpTo()).withOptimum("log(p/q)", value, followed);
        }
        NowozinForm nowozin = nowozinForm();
        return facts.withFixedPoint(nowozin.fixedPoint())
                .finiteUpTo(nowozin.finiteUpTo())
                .withOptimum(nowozin.optimum(), value, followed);
    }

    @Override
    public String displayName() {
        return divergence.displayName()
                + (form == Form.NOWOZIN && divergence.strictlyConvex() ? "-nowozin" : "")
                + (generator == GeneratorSide.ALTERNATIVE ? "-alternative" : "");
    }

    private Tensor variational(Tensor score) {
        return form == Form.DENSITY_RATIO
                ? divergence.variational(score)
                : nowozinForm().activation().apply(score);
    }

    private Tensor conjugate(Tensor score) {
        return form == Form.DENSITY_RATIO
                ? divergence.conjugate(score)
                : nowozinForm().conjugate().apply(score);
    }

    private NowozinForm nowozinForm() {
        return divergence.nowozinForm().orElseThrow();
    }
}
