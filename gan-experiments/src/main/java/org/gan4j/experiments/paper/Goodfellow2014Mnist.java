package org.gan4j.experiments.paper;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.file.Mnist;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.optim.GeometricSchedule;
import org.gan4j.core.optim.LinearSchedule;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.optim.Sgd;
import org.gan4j.core.training.scheme.Simultaneous;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.density.Parzen;
import org.gan4j.experiments.training.CheckpointSelection;
import org.gan4j.experiments.training.Epochs;
import org.gan4j.experiments.training.Intervals;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingLength;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.losses.loss.Scaled;
import org.gan4j.models.Goodfellow2014;

/**
 * The 2014 paper's MNIST run with the settings of its released code ({@code mnist.yaml}).
 *
 * <p>Batches of 100 from 50 000 training images; both players learn at once, from one pass with dropout; the
 * discriminator's loss is halved; descent with momentum .5 that rises to .7 from epoch 1 to 250, rate .1 divided by
 * 1.000004 at every step and never below 1e-6.
 */
public final class Goodfellow2014Mnist {
    /** Steps of 100 images in one pass through 50 000. */
    static final int STEPS_PER_EPOCH = 500;

    private static final int BATCH = 100;

    private Goodfellow2014Mnist() {}

    /** Returns the run of so many epochs, one candidate for selection per epoch. */
    static TrainingJob job(int epochs, long seed) {
        return training(
                Mnist.DEFAULTS,
                Epochs.of(epochs),
                seed,
                List.of(Parzen.DEFAULTS),
                Optional.of(CheckpointSelection.of(STEPS_PER_EPOCH, Parzen.DEFAULTS)));
    }

    /** Returns the same training on other images of 28 by 28 pixels, with nothing evaluated. */
    public static TrainingJob on(DataSource data, TrainingLength length, long seed) {
        return training(data, length, seed, List.of(), Optional.empty());
    }

    private static TrainingJob training(
            DataSource data,
            TrainingLength length,
            long seed,
            List<Evaluator> evaluators,
            Optional<CheckpointSelection> selection) {
        Optimizer descent = new Sgd(
                GeometricSchedule.dividing(0.1, 1.000004, 1e-6),
                new LinearSchedule(0.5, 0.7, 1, 250).perEpoch(STEPS_PER_EPOCH),
                Sgd.Form.HEAVY_BALL);
        TreeMap<String, Optimizer> optimizers = new TreeMap<>();
        optimizers.put(AdversarialGame.DISCRIMINATOR, descent);
        optimizers.put(AdversarialGame.GENERATOR, descent);
        return new TrainingJob(
                data,
                AdversarialGame.of(
                        Goodfellow2014.MNIST_GENERATOR,
                        Goodfellow2014.MNIST_DISCRIMINATOR,
                        new Scaled(new NonSaturating(), 0.5, 1)),
                Optional.of(new Simultaneous()),
                optimizers,
                new TreeMap<>(),
                BATCH,
                length,
                seed,
                new Intervals(100, 5L * STEPS_PER_EPOCH, STEPS_PER_EPOCH),
                evaluators,
                selection,
                Optional.empty());
    }
}
