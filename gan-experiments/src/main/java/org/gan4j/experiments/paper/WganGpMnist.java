package org.gan4j.experiments.paper;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.file.Mnist;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.game.adversarial.TwoPlayerGame;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.init.He;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.training.scheme.Alternating;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.density.Parzen;
import org.gan4j.eval.neighbour.NearestTrainingRows;
import org.gan4j.experiments.training.Epochs;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.losses.loss.Wasserstein;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.models.Conditioning;
import org.gan4j.models.Dcgan.DcganDiscriminator;
import org.gan4j.models.Dcgan.DcganGenerator;

/**
 * A Wasserstein GAN with a gradient penalty through a convolutional critic on MNIST, with the settings of the paper's
 * released code for digits ({@code gan_mnist.py}).
 *
 * <p>Penalty of weight 10 on interpolates, batches of 50, Adam with rate 1e-4, beta1 0.5 and beta2 0.9 (the paper says 0
 * and 0.9), five steps of the critic for one of the generator. The critic has no batch normalisation, with which the slope
 * at one sample would depend on the others, and no dense layer but the last: 14 x 14 x 64, 7 x 7 x 128, score.
 *
 * <p>An epoch is one pass of the critic through the training images, hence 200 steps of the generator.
 *
 * <p>Deviations from that code: networks as in {@code dcgan-mnist}, the generator with batch normalisation; 10 epochs, 2 000
 * steps of the generator, instead of 200 000 steps.
 *
 * @param epochs how many passes of the critic through the training images
 * @param seed of the run
 * @param data images of 28 x 28 pixels in [0, 1], for the default networks
 * @param game the networks, their loss and the penalty
 * @param batchSize images per update of either player
 * @param criticSteps updates of the critic for one of the generator
 * @param evaluators what is measured after the last step
 * @see <a href="https://arxiv.org/abs/1704.00028">Gulrajani et al., Improved training of Wasserstein GANs, 2017</a>
 */
@About(
        value = "A Wasserstein GAN with a gradient penalty through a convolutional critic on MNIST, ten epochs.",
        paper = "Gulrajani et al., Improved training of Wasserstein GANs, 2017, https://arxiv.org/abs/1704.00028")
public record WganGpMnist(
        int epochs, long seed, DataSource data, Game game, int batchSize, int criticSteps, List<Evaluator> evaluators)
        implements ImageExperiment {
    /** Ten epochs of MNIST in batches of 50, five steps of the critic per step of the generator, seed 1. */
    public static final WganGpMnist DEFAULTS = new WganGpMnist(
            10, 1, Mnist.DEFAULTS, defaultGame(), 50, 5, List.of(NearestTrainingRows.DEFAULTS, Parzen.DEFAULTS));

    /** Checks the numbers. */
    public WganGpMnist {
        Require.that(epochs >= 1, "epochs", epochs, "at least 1");
        Require.that(batchSize >= 1, "batchSize", batchSize, "at least 1");
        Require.that(criticSteps >= 1, "criticSteps", criticSteps, "at least 1");
        evaluators = Collections.unmodifiableList(evaluators);
    }

    private static AdversarialGame defaultGame() {
        DcganDiscriminator critic = new DcganDiscriminator(
                List.of(64, 128),
                List.of(),
                5,
                Activation.leakyRelu(0.2),
                Optional.empty(),
                He.DEFAULTS,
                Optional.of(Initializer.constant(0)),
                Conditioning.NONE);
        TreeMap<String, Penalty> penalties = new TreeMap<>();
        penalties.put("gradient", GradientPenalty.WGAN_GP);
        return AdversarialGame.of(DcganGenerator.DEFAULTS, critic, new Wasserstein())
                .withPenalties(penalties);
    }

    @Override
    public List<TrainingJob> jobs() {
        return List.of(TrainingJob.of(data, game, Adam.of(1e-4, 0.5, 0.9), batchSize, new Epochs(epochs, criticSteps))
                .withScheme(Alternating.of(TwoPlayerGame.DISCRIMINATOR, criticSteps, TwoPlayerGame.GENERATOR))
                .withIntervals(ImageTraining.intervals(batchSize * criticSteps))
                .withSeed(seed)
                .withEvaluators(evaluators));
    }

    @Override
    public String title() {
        return "Wasserstein GAN with gradient penalty";
    }

    @Override
    public String label() {
        return "WGAN-GP";
    }
}
