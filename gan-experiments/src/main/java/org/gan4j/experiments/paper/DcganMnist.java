package org.gan4j.experiments.paper;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.file.Mnist;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.density.Parzen;
import org.gan4j.eval.neighbour.NearestTrainingRows;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.models.Conditioning;
import org.gan4j.models.Dcgan.DcganDiscriminator;
import org.gan4j.models.Dcgan.DcganGenerator;

/**
 * A deep convolutional GAN on MNIST: the networks and settings of the paper's released code for digits
 * ({@code mnist/train_cond_dcgan.py}), without labels.
 *
 * <p>Non-saturating loss; batches of 128; Adam with rate 2e-4 and beta1 0.5, and 2.5e-5 times the weights added to their
 * gradient; one step of the discriminator, then one of the generator, each with a batch of its own.
 *
 * <p>Deviations from that code: no labels; 10 epochs at a constant rate instead of 100 and 100 more with a falling one; the
 * discriminator has no dense layer before its score, as the paper's rules have it: 14 x 14 x 64, 7 x 7 x 128, score. With the
 * code's layer of 1024 normalised units each unit has mean 0 and variance 1 over the fake images of a batch whatever the
 * generator does, so that their mean score hardly moves, and without labels the generator has learnt next to nothing after an
 * epoch ({@code game.discriminator=dcgan-28} shows it).
 *
 * @param epochs how many passes through the training images
 * @param seed of the run
 * @param data images of 28 x 28 pixels in [0, 1], for the default networks
 * @param game the networks and their loss
 * @param batchSize images per step and player
 * @param evaluators what is measured after the last step
 * @see <a href="https://arxiv.org/abs/1511.06434">Radford, Metz and Chintala, Unsupervised representation learning with
 *     deep convolutional generative adversarial networks, 2015</a>
 */
@About(
        value = "A deep convolutional GAN on MNIST, ten epochs: samples, Parzen log-likelihood, seconds per epoch.",
        paper =
                "Radford, Metz and Chintala, Unsupervised representation learning with DCGANs, 2015, https://arxiv.org/abs/1511.06434")
public record DcganMnist(int epochs, long seed, DataSource data, Game game, int batchSize, List<Evaluator> evaluators)
        implements ImageExperiment {
    /** Ten epochs of MNIST in batches of 128, seed 1. */
    public static final DcganMnist DEFAULTS = new DcganMnist(
            10,
            1,
            Mnist.DEFAULTS,
            AdversarialGame.of(DcganGenerator.DEFAULTS, withoutDense(DcganDiscriminator.DEFAULTS), new NonSaturating()),
            128,
            List.of(NearestTrainingRows.DEFAULTS, Parzen.DEFAULTS));

    /** Checks the numbers. */
    public DcganMnist {
        Require.that(epochs >= 1, "epochs", epochs, "at least 1");
        Require.that(batchSize >= 1, "batchSize", batchSize, "at least 1");
        evaluators = Collections.unmodifiableList(evaluators);
    }

    private static DcganDiscriminator withoutDense(DcganDiscriminator whole) {
        return new DcganDiscriminator(
                whole.channels(),
                List.of(),
                whole.kernel(),
                whole.activation(),
                whole.norm(),
                whole.weights(),
                Optional.empty(),
                Conditioning.NONE);
    }

    @Override
    public List<TrainingJob> jobs() {
        return List.of(ImageTraining.dcgan(data, game, batchSize, epochs)
                .withSeed(seed)
                .withEvaluators(evaluators));
    }

    @Override
    public String title() {
        return "Deep convolutional GAN";
    }

    @Override
    public String label() {
        return "DCGAN";
    }
}
