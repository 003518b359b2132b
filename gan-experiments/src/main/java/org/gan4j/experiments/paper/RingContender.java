package org.gan4j.experiments.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.SpectralNorm;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.optim.ClippedWeights;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.eval.Evaluator;
import org.gan4j.experiments.training.Steps;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.losses.loss.BoundarySeeking;
import org.gan4j.losses.loss.EnergyMargin;
import org.gan4j.losses.loss.FDivergenceLoss;
import org.gan4j.losses.loss.Hinge;
import org.gan4j.losses.loss.LabelSmoothing;
import org.gan4j.losses.loss.LeastSquares;
import org.gan4j.losses.loss.Minimax;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.losses.loss.Relativistic;
import org.gan4j.losses.loss.RelativisticAverage;
import org.gan4j.losses.loss.Wasserstein;
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
import org.gan4j.losses.penalty.GammaConvention;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.losses.penalty.QuadraticPotential;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.models.Mlp.MlpDiscriminator;
import org.gan4j.models.Mlp.MlpGenerator;

/**
 * A loss with what is usually beside it.
 *
 * <p>Weights are those of experiments with points in the plane: 0.1 for gradient penalties, where experiments with images
 * have 10, and gamma 0.1 for r1 and r2. Clipped critics are clipped at {@value #CLIP}: three layers clipped at 0.01 pass
 * hardly any gradient.
 *
 * @param label the row of the table
 * @param loss what is compared
 * @param discriminator the critic, with its constraint if it has one
 * @param penalties added to the discriminator's loss
 * @param clipped whether the critic's weights are clipped after each of its steps
 */
record RingContender(
        String label,
        AdversarialLoss loss,
        Discriminator discriminator,
        SortedMap<String, Penalty> penalties,
        boolean clipped) {
    static final int BATCH = 256;

    private static final double CLIP = 0.1;
    private static final double WEIGHT = 0.1;
    private static final R1 REST_ON_DATA = new R1(WEIGHT, GammaConvention.PAPER);

    /** Returns those of the quickstart, in the order of its table. */
    static List<RingContender> first() {
        return List.of(
                plain("minimax", new Minimax()),
                plain("non-saturating", new NonSaturating()),
                plain("wasserstein", Wasserstein.DEFAULTS).withClippedWeights(),
                plain("energy margin", EnergyMargin.DEFAULTS).withClippedWeights());
    }

    /** Returns all, in the order of the table. */
    static List<RingContender> all() {
        List<RingContender> all = new ArrayList<>();
        all.add(plain("non-saturating", new NonSaturating()));
        all.add(resting("minimax", new Minimax()));
        all.add(resting("non-saturating", new NonSaturating()));
        all.add(resting("label-smoothing", LabelSmoothing.DEFAULTS));
        all.add(resting("boundary-seeking", new BoundarySeeking()));
        addDivergences(all);
        all.add(resting("least-squares-0-1", LeastSquares.DEFAULTS));
        all.add(resting("least-squares-pearson", LeastSquares.PEARSON));
        all.add(resting("hinge", new Hinge()));
        all.add(new RingContender(
                "hinge, spectral-norm",
                new Hinge(),
                SpectralNorm.of(MlpDiscriminator.DEFAULTS),
                Collections.emptySortedMap(),
                false));
        addPotentials(all);
        all.add(plain("energy-margin", EnergyMargin.DEFAULTS).withClippedWeights());
        all.add(resting("relativistic", Relativistic.DEFAULTS).with("r2", new R2(WEIGHT, GammaConvention.PAPER)));
        all.add(resting("relativistic-average", RelativisticAverage.DEFAULTS));
        return Collections.unmodifiableList(all);
    }

    private static void addDivergences(List<RingContender> all) {
        List<FDivergence> divergences = List.of(
                new KullbackLeibler(),
                new ReverseKullbackLeibler(),
                new PearsonChiSquare(),
                new NeymanChiSquare(),
                new SquaredHellinger(),
                new JensenShannon(),
                new GanDivergence(),
                new Jeffrey(),
                AlphaDivergence.DEFAULTS);
        for (FDivergence divergence : divergences) {
            FDivergenceLoss loss = FDivergenceLoss.of(divergence);
            all.add(resting(loss.displayName(), loss));
        }
        all.add(resting(
                "total-variation",
                new FDivergenceLoss(
                        new TotalVariation(), FDivergenceLoss.Form.NOWOZIN, FDivergenceLoss.GeneratorSide.SATURATING)));
    }

    private static void addPotentials(List<RingContender> all) {
        Wasserstein distance = Wasserstein.DEFAULTS;
        all.add(plain("wasserstein", distance).withClippedWeights());
        all.add(plain("wasserstein", distance).with("wgan-gp", GradientPenalty.WGAN_GP.withWeight(WEIGHT)));
        all.add(plain("energy-difference", new Wasserstein(Wasserstein.Variant.ENERGY))
                .with("zero-centred-gradient-penalty", GradientPenalty.ZERO_CENTRED.withWeight(WEIGHT)));
        all.add(plain("wgan-div", new Wasserstein(Wasserstein.Variant.DIVERGENCE))
                .with("wgan-div", GradientPenalty.WGAN_DIV));
        all.add(plain("gan-qp", new Wasserstein(Wasserstein.Variant.QUADRATIC))
                .with("quadratic-potential", QuadraticPotential.DEFAULTS));
    }

    private static RingContender plain(String label, AdversarialLoss loss) {
        return new RingContender(label, loss, MlpDiscriminator.DEFAULTS, Collections.emptySortedMap(), false);
    }

    private static RingContender resting(String label, AdversarialLoss loss) {
        return plain(label, loss).with("r1", REST_ON_DATA);
    }

    private RingContender with(String name, Penalty penalty) {
        SortedMap<String, Penalty> more = new TreeMap<>(penalties);
        more.put(name, penalty);
        return new RingContender(label + " + " + name, loss, discriminator, more, clipped);
    }

    private RingContender withClippedWeights() {
        return new RingContender(label + ", clipped", loss, discriminator, penalties, true);
    }

    /** Returns a run of each contender under each seed: all seeds of the first, then of the next. */
    static List<TrainingJob> jobs(
            List<RingContender> contenders, int steps, List<Long> seeds, Evaluator... evaluators) {
        List<TrainingJob> jobs = new ArrayList<>();
        for (RingContender contender : contenders) {
            for (long seed : seeds) {
                jobs.add(contender.job(steps).withSeed(seed).withEvaluators(evaluators));
            }
        }
        return jobs;
    }

    /** Returns what belongs to a contender of a list that has an entry for each run, as {@link #jobs} orders them. */
    static <T> List<T> part(List<T> ofRuns, int contender, List<Long> seeds) {
        return ofRuns.subList(contender * seeds.size(), (contender + 1) * seeds.size());
    }

    private TrainingJob job(int steps) {
        Optimizer adam = Adam.of(1e-3, 0.5, 0.999);
        AdversarialGame game =
                AdversarialGame.of(MlpGenerator.DEFAULTS, discriminator, loss).withPenalties(penalties);
        TrainingJob job = TrainingJob.of(Ring.DEFAULTS, game, adam, BATCH, new Steps(steps));
        return clipped ? job.withOptimizer(AdversarialGame.DISCRIMINATOR, new ClippedWeights(adam, CLIP)) : job;
    }
}
