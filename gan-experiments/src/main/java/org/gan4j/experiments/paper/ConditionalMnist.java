package org.gan4j.experiments.paper;

import java.util.Collections;
import java.util.List;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.file.Mnist;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.DataLabels;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.neighbour.LabelAgreement;
import org.gan4j.eval.neighbour.NearestNeighbourError;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.models.Conditioning;
import org.gan4j.models.Dcgan.DcganDiscriminator;
import org.gan4j.models.Dcgan.DcganGenerator;

/**
 * A conditional convolutional GAN on MNIST: asked for a digit, does it give that digit?
 *
 * <p>The networks are those of the DCGAN paper's released code for digits with half its widths, which takes a quarter of the
 * time: every layer sees the label; generator 512, 7 x 7 x 64, 14 x 14 x 32, 28 x 28, discriminator 14 x 14 x 32, 7 x 7 x 64,
 * 512, score. The paper's own are {@code game.generator=dcgan-28-conditional game.discriminator=dcgan-28-conditional}. Loss,
 * batches of 128, Adam with rate 2e-4 and beta1 0.5, and 2.5e-5 times the weights added to their gradient as in {@code
 * dcgan-mnist}. Samples are asked for the labels of the data beside them.
 *
 * <p>Pictures have a row for each digit. {@code 1-NN agreement} is the share of samples whose nearest training image shows the
 * digit asked for; {@code 1-NN test error} that of the classifier whose reference images are generated, the paper's own
 * measure.
 *
 * @param epochs how many passes through the training images
 * @param seed of the run
 * @param data labelled images of 28 x 28 pixels in [0, 1], for the default networks
 * @param game conditional networks, their loss and the labels that are asked for
 * @param batchSize images per step and player
 * @param evaluators what is measured after the last step
 * @see <a href="https://arxiv.org/abs/1411.1784">Mirza and Osindero, Conditional generative adversarial nets, 2014</a>
 * @see <a href="https://arxiv.org/abs/1511.06434">Radford, Metz and Chintala, Unsupervised representation learning with
 *     deep convolutional generative adversarial networks, 2015, appendix</a>
 */
@About(
        value =
                "A conditional convolutional GAN on MNIST, ten epochs: a row per digit, agreement with the digit asked for.",
        paper = "Mirza and Osindero, Conditional generative adversarial nets, 2014, https://arxiv.org/abs/1411.1784")
public record ConditionalMnist(
        int epochs, long seed, DataSource data, Game game, int batchSize, List<Evaluator> evaluators)
        implements ImageExperiment {
    /** Ten epochs of MNIST in batches of 128, seed 1, networks of half the paper's widths. */
    public static final ConditionalMnist DEFAULTS = new ConditionalMnist(
            10,
            1,
            Mnist.DEFAULTS,
            defaultGame(),
            128,
            List.of(LabelAgreement.DEFAULTS, NearestNeighbourError.DEFAULTS));

    /** Checks the numbers. */
    public ConditionalMnist {
        Require.that(epochs >= 1, "epochs", epochs, "at least 1");
        Require.that(batchSize >= 1, "batchSize", batchSize, "at least 1");
        evaluators = Collections.unmodifiableList(evaluators);
    }

    private static AdversarialGame defaultGame() {
        DcganGenerator wide = DcganGenerator.DEFAULTS;
        DcganGenerator generator = new DcganGenerator(
                wide.latent(),
                List.of(512),
                List.of(64, 32),
                wide.kernel(),
                wide.activation(),
                wide.output(),
                wide.norm(),
                wide.weights(),
                wide.biases(),
                Conditioning.EVERY_LAYER);
        DcganDiscriminator judge = DcganDiscriminator.DEFAULTS;
        DcganDiscriminator discriminator = new DcganDiscriminator(
                List.of(32, 64),
                List.of(512),
                judge.kernel(),
                judge.activation(),
                judge.norm(),
                judge.weights(),
                judge.biases(),
                Conditioning.EVERY_LAYER);
        return AdversarialGame.conditional(generator, discriminator, new NonSaturating(), new DataLabels());
    }

    @Override
    public List<TrainingJob> jobs() {
        return List.of(ImageTraining.dcgan(data, game, batchSize, epochs)
                .withSeed(seed)
                .withEvaluators(evaluators));
    }

    @Override
    public String title() {
        return "Conditional GAN";
    }

    @Override
    public String label() {
        return "conditional DCGAN";
    }
}
