package org.gan4j.experiments.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Companions;
import org.gan4j.core.gan.Companions.WeightBound;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.SpectralNorm;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.optim.ClippedWeights;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.eval.Evaluator;
import org.gan4j.experiments.training.Steps;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.losses.loss.EnergyMargin;
import org.gan4j.losses.loss.Minimax;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.losses.loss.Wasserstein;
import org.gan4j.models.Mlp.MlpDiscriminator;
import org.gan4j.models.Mlp.MlpGenerator;

/**
 * A loss with what is usually beside it, on the ring.
 *
 * <p>Weights are those of experiments with points in the plane: gradient penalties weigh a hundredth of what they do in
 * papers on images, 0.1 where these have 10, unless the penalty is a part of the loss. Clipped critics are clipped at
 * {@value #CLIP}: three layers clipped at 0.01 pass hardly any gradient.
 *
 * @param label the row of the table
 * @param loss what is compared
 * @param beside penalties and a bound on weights
 */
record RingContender(String label, AdversarialLoss loss, Companions beside) {
    static final int BATCH = 256;

    private static final double CLIP = 0.1;
    private static final double OF_PLANE = 0.01;

    /** Returns those of the quickstart, in the order of its table. */
    static List<RingContender> first() {
        return List.of(
                of("minimax", new Minimax(), Companions.NONE),
                of("non-saturating", new NonSaturating(), Companions.NONE),
                of("wasserstein", Wasserstein.DEFAULTS, Companions.CLIPPED_WEIGHTS),
                of("energy margin", EnergyMargin.DEFAULTS, Companions.CLIPPED_WEIGHTS));
    }

    /** Returns each loss with each of its usual combinations, in the order of the names. */
    static List<RingContender> of(SortedMap<String, AdversarialLoss> losses) {
        List<RingContender> contenders = new ArrayList<>();
        losses.forEach((name, loss) ->
                loss.facts().use().combinations().forEach(beside -> contenders.add(of(name, loss, beside))));
        return Collections.unmodifiableList(contenders);
    }

    private static RingContender of(String name, AdversarialLoss loss, Companions beside) {
        StringBuilder label = new StringBuilder(name);
        beside.names().forEach(penalty -> label.append(" + ").append(penalty));
        label.append(
                switch (beside.bound()) {
                    case NONE -> "";
                    case CLIPPED -> ", clipped";
                    case SPECTRAL_NORM -> ", spectral-norm";
                });
        return new RingContender(label.toString(), loss, beside.scaled(OF_PLANE));
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
        Discriminator plain = MlpDiscriminator.DEFAULTS;
        Discriminator critic = beside.bound() == WeightBound.SPECTRAL_NORM ? SpectralNorm.of(plain) : plain;
        AdversarialGame game =
                AdversarialGame.of(MlpGenerator.DEFAULTS, critic, loss).withPenalties(beside.penalties());
        TrainingJob job = TrainingJob.of(Ring.DEFAULTS, game, adam, BATCH, new Steps(steps));
        return beside.bound() == WeightBound.CLIPPED
                ? job.withOptimizer(AdversarialGame.DISCRIMINATOR, new ClippedWeights(adam, CLIP))
                : job;
    }
}
