package org.gan4j.experiments.bench;

import java.util.List;
import java.util.TreeMap;
import org.gan4j.core.data.digits.StrokeDigits;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.core.game.Turn;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.training.scheme.Alternating;
import org.gan4j.experiments.paper.Goodfellow2014Mnist;
import org.gan4j.experiments.training.Steps;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingLength;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.losses.loss.Wasserstein;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.models.Dcgan.DcganDiscriminator;
import org.gan4j.models.Dcgan.DcganGenerator;
import org.gan4j.models.Mlp.MlpDiscriminator;
import org.gan4j.models.Mlp.MlpGenerator;

/** The trainings whose steps are measured; nothing is downloaded for them. */
final class BenchJobs {
    static final int GOODFELLOW_BATCH = 100;
    static final int DCGAN_BATCH = 64;

    private static final int TOY_BATCH = 256;
    private static final long SEED = 1;
    /** How long is decided by who measures. */
    private static final TrainingLength UNTIL_STOPPED = new Steps(1);

    private BenchJobs() {}

    static TrainingJob goodfellow2014() {
        return Goodfellow2014Mnist.on(StrokeDigits.DEFAULTS, UNTIL_STOPPED, SEED);
    }

    static TrainingJob toy() {
        AdversarialGame game =
                AdversarialGame.of(MlpGenerator.DEFAULTS, MlpDiscriminator.DEFAULTS, new NonSaturating());
        return TrainingJob.of(Ring.DEFAULTS, game, Adam.of(1e-3, 0.5, 0.999), TOY_BATCH, UNTIL_STOPPED);
    }

    static TrainingJob critic() {
        TreeMap<String, Penalty> penalties = new TreeMap<>();
        penalties.put("wgan-gp", GradientPenalty.WGAN_GP);
        AdversarialGame game = AdversarialGame.of(MlpGenerator.DEFAULTS, MlpDiscriminator.DEFAULTS, new Wasserstein())
                .withPenalties(penalties);
        return TrainingJob.of(Ring.DEFAULTS, game, Adam.of(1e-4, 0, 0.9), TOY_BATCH, UNTIL_STOPPED)
                .withScheme(new Alternating(List.of(new Turn(AdversarialGame.DISCRIMINATOR, 1))));
    }

    static TrainingJob dcgan() {
        AdversarialGame game =
                AdversarialGame.of(DcganGenerator.DEFAULTS, DcganDiscriminator.DEFAULTS, new NonSaturating());
        return TrainingJob.of(StrokeDigits.DEFAULTS, game, Adam.of(2e-4, 0.5, 0.999), DCGAN_BATCH, UNTIL_STOPPED);
    }
}
