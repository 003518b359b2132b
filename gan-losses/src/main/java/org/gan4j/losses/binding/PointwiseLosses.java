package org.gan4j.losses.binding;

import java.util.Objects;
import java.util.function.Supplier;
import org.gan4j.core.config.About;
import org.gan4j.core.config.StrategyBinder;
import org.gan4j.core.config.Texts;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.losses.loss.BoundarySeeking;
import org.gan4j.losses.loss.EnergyMargin;
import org.gan4j.losses.loss.FDivergenceLoss;
import org.gan4j.losses.loss.FDivergenceLoss.Form;
import org.gan4j.losses.loss.FDivergenceLoss.GeneratorSide;
import org.gan4j.losses.loss.Hinge;
import org.gan4j.losses.loss.LabelSmoothing;
import org.gan4j.losses.loss.LeastSquares;
import org.gan4j.losses.loss.Minimax;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.losses.loss.Wasserstein;
import org.gan4j.losses.loss.Wasserstein.Variant;
import org.gan4j.losses.loss.divergence.AlphaDivergence;
import org.gan4j.losses.loss.divergence.FDivergence;
import org.gan4j.losses.loss.divergence.GanDivergence;
import org.gan4j.losses.loss.divergence.Jeffrey;
import org.gan4j.losses.loss.divergence.JensenShannon;
import org.gan4j.losses.loss.divergence.KullbackLeibler;
import org.gan4j.losses.loss.divergence.NeymanChiSquare;
import org.gan4j.losses.loss.divergence.PearsonChiSquare;
import org.gan4j.losses.loss.divergence.ReverseKullbackLeibler;
import org.gan4j.losses.loss.divergence.SquaredHellinger;
import org.gan4j.losses.loss.divergence.TotalVariation;

/** The names of losses whose terms look at one score at a time. */
final class PointwiseLosses {
    private PointwiseLosses() {}

    static StrategyBinder<AdversarialLoss> bind(StrategyBinder<AdversarialLoss> family) {
        family.bind("minimax", Minimax.class)
                .bind("non-saturating", NonSaturating.class)
                .bind("label-smoothing", LabelSmoothing.class)
                .bind("boundary-seeking", BoundarySeeking.class)
                .bind("hinge", Hinge.class)
                .bind("energy-margin", EnergyMargin.class);
        leastSquares(family);
        potentials(family);
        divergences(family);
        return family;
    }

    private static void leastSquares(StrategyBinder<AdversarialLoss> family) {
        String paper =
                "Mao et al., Least Squares Generative Adversarial Networks, 2017, https://arxiv.org/abs/1611.04076";
        family.bind("least-squares", LeastSquares.class)
                .preset(
                        "least-squares-0-1",
                        new Texts(
                                "Least squares with fake samples at 0 and real ones at 1, where the generator wants its own.",
                                "L_D = mean((s_real - 1)^2) / 2 + mean(s_fake^2) / 2, L_G = mean((s_fake - 1)^2) / 2",
                                paper),
                        LeastSquares.class,
                        () -> LeastSquares.DEFAULTS)
                .preset(
                        "least-squares-pearson",
                        new Texts(
                                "Least squares with fake samples at -1, real ones at 1; the generator wants its own at 0.",
                                "L_D = mean((s_real - 1)^2) / 2 + mean((s_fake + 1)^2) / 2, L_G = mean(s_fake^2) / 2",
                                paper),
                        LeastSquares.class,
                        () -> LeastSquares.PEARSON);
    }

    private static void potentials(StrategyBinder<AdversarialLoss> family) {
        String means = "L_D = mean(s_fake) - mean(s_real), L_G = -mean(s_fake)";
        family.bind("wasserstein", Wasserstein.class)
                .preset(
                        "energy-difference",
                        new Texts(
                                "The energy -s falls on data and rises on samples, which roll down; add"
                                        + " zero-centred-gradient-penalty.",
                                "L_D = mean(U(real)) - mean(U(fake)), L_G = mean(U(fake)), U = -s",
                                "Kumar et al., Maximum Entropy Generators for Energy-Based Models, 2019,"
                                        + " https://arxiv.org/abs/1901.08508"),
                        Wasserstein.class,
                        () -> new Wasserstein(Variant.ENERGY))
                .preset(
                        "wgan-div",
                        new Texts(
                                "The Wasserstein divergence: its other part is the penalty wgan-div, a power of the gradient norm.",
                                means + "; penalty k E |grad s|^p, k = 2, p = 6",
                                "Wu et al., Wasserstein Divergence for GANs, 2018, https://arxiv.org/abs/1712.01026"),
                        Wasserstein.class,
                        () -> new Wasserstein(Variant.DIVERGENCE))
                .preset(
                        "gan-qp",
                        new Texts(
                                "GAN-QP: its other part is the penalty quadratic-potential, (s_real - s_fake)^2 per distance.",
                                means + "; penalty mean((s_real - s_fake)^2 / (2 lambda d(real, fake)))",
                                "Su, GAN-QP, 2018, https://arxiv.org/abs/1811.07296"),
                        Wasserstein.class,
                        () -> new Wasserstein(Variant.QUADRATIC));
    }

    private static void divergences(StrategyBinder<AdversarialLoss> family) {
        family.bind("f-divergence", FDivergenceLoss.class);
        divergence(family, "kl", KullbackLeibler.class, KullbackLeibler::new);
        divergence(family, "reverse-kl", ReverseKullbackLeibler.class, ReverseKullbackLeibler::new);
        divergence(family, "pearson-chi-square", PearsonChiSquare.class, PearsonChiSquare::new);
        divergence(family, "neyman-chi-square", NeymanChiSquare.class, NeymanChiSquare::new);
        divergence(family, "squared-hellinger", SquaredHellinger.class, SquaredHellinger::new);
        divergence(family, "jensen-shannon", JensenShannon.class, JensenShannon::new);
        divergence(family, "gan-divergence", GanDivergence.class, GanDivergence::new);
        divergence(family, "jeffrey", Jeffrey.class, Jeffrey::new);
        divergence(family, "alpha-divergence", AlphaDivergence.class, () -> AlphaDivergence.DEFAULTS);
        family.preset(
                "total-variation",
                texts(TotalVariation.class),
                FDivergenceLoss.class,
                () -> new FDivergenceLoss(new TotalVariation(), Form.NOWOZIN, GeneratorSide.SATURATING));
    }

    private static void divergence(
            StrategyBinder<AdversarialLoss> family,
            String name,
            Class<? extends FDivergence> type,
            Supplier<FDivergence> divergence) {
        family.preset(name, texts(type), FDivergenceLoss.class, () -> FDivergenceLoss.of(divergence.get()));
    }

    private static Texts texts(Class<? extends FDivergence> type) {
        About about = Objects.requireNonNull(type.getAnnotation(About.class), "a divergence says what it is");
        return new Texts(
                about.value(),
                "L_D = -mean(T(s_real)) + mean(f*(T(s_fake))), L_G = -mean(f*(T(s_fake))); " + about.formula(),
                about.paper());
    }
}
