package org.gan4j.experiments.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.file.Mnist;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.game.adversarial.DiscriminatorBatching;
import org.gan4j.core.gan.DataLabels;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.nn.init.Glorot;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.neighbour.LabelAgreement;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.table.ResultTable;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingResult;
import org.gan4j.losses.game.AuxiliaryClassifier;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.models.Conditioning;
import org.gan4j.models.Dcgan.DcganDiscriminator;
import org.gan4j.models.Dcgan.DcganGenerator;

/**
 * Four ways to tell a GAN the label of a digit, under one budget and paired seeds: the discriminator sees the label at every
 * layer, projects its features on it, or classifies, real samples only or fake ones too; and a floor, in which the generator is given labels that nothing rewards.
 *
 * <p>All have one generator, which sees the label at every layer and starts from the same weights for a seed, the non-saturating
 * loss, and discriminators of one trunk. It ends without a dense layer: as {@link DcganMnist} says, one that is normalised over
 * the batch leaves a generator without labels at grey noise for longer than this budget, and with it a projection, an auxiliary
 * classifier and the floor agree in 10 to 14 %. The classifier learns from real samples, or from real and fake ones as its paper
 * writes it, where both players can agree on signs for labels that no digit has. The floor is the auxiliary-classifier game with a weight of 0 in the generator's loss.
 *
 * @param epochs how many passes through the training images
 * @param seeds of the runs of each game
 * @param data labelled images of 28 x 28 pixels in [0, 1]
 * @param batchSize images per step and player
 * @param evaluators what is measured after the last step
 * @see <a href="https://arxiv.org/abs/1802.05637">Miyato and Koyama, cGANs with projection discriminator, 2018</a>
 * @see <a href="https://arxiv.org/abs/1610.09585">Odena, Olah and Shlens, Conditional image synthesis with auxiliary classifier
 *     GANs, 2017</a>
 */
@About("Labels concatenated, projected on or classified, beside a floor: agreement with the digit asked for.")
public record ConditionalGames(int epochs, List<Long> seeds, DataSource data, int batchSize, List<Evaluator> evaluators)
        implements Experiment<TrainingResult> {
    /** Two epochs of MNIST in batches of 128, seeds 1 to 3. */
    public static final ConditionalGames DEFAULTS =
            new ConditionalGames(2, List.of(1L, 2L, 3L), Mnist.DEFAULTS, 128, List.of(LabelAgreement.DEFAULTS));

    /** Checks the numbers. */
    public ConditionalGames {
        Require.that(epochs >= 1, "epochs", epochs, "at least 1");
        Require.that(batchSize >= 1, "batchSize", batchSize, "at least 1");
        SeedChecks.seeds(seeds);
        evaluators = Collections.unmodifiableList(evaluators);
    }

    private static Map<String, Game> games() {
        DcganGenerator wide = DcganGenerator.DEFAULTS;
        Generator generator = new DcganGenerator(
                wide.latent(),
                List.of(256),
                List.of(32, 16),
                wide.kernel(),
                wide.activation(),
                wide.output(),
                wide.norm(),
                wide.weights(),
                wide.biases(),
                Conditioning.EVERY_LAYER);
        DcganDiscriminator judge = DcganDiscriminator.DEFAULTS;
        DcganDiscriminator discriminator = new DcganDiscriminator(
                List.of(16, 32),
                List.of(),
                judge.kernel(),
                judge.activation(),
                judge.norm(),
                judge.weights(),
                judge.biases(),
                Conditioning.NONE);
        Map<String, Game> games = new LinkedHashMap<>();
        games.put("labels reward nothing", classifier(generator, discriminator, 0, false));
        games.put("concatenated at every layer", conditional(generator, discriminator, Conditioning.EVERY_LAYER));
        games.put("projection", conditional(generator, discriminator, Conditioning.PROJECTION));
        games.put("classifier of real samples", classifier(generator, discriminator, 1, false));
        games.put("classifier of real and fake samples", classifier(generator, discriminator, 1, true));
        return games;
    }

    private static Game conditional(Generator generator, DcganDiscriminator discriminator, Conditioning labels) {
        return AdversarialGame.conditional(
                generator, discriminator.with(labels), new NonSaturating(), new DataLabels());
    }

    private static Game classifier(
            Generator generator, DcganDiscriminator discriminator, double generatorWeight, boolean classifyFake) {
        return new AuxiliaryClassifier(
                generator,
                discriminator,
                new NonSaturating(),
                new TreeMap<>(),
                List.of(),
                Optional.empty(),
                1,
                generatorWeight,
                classifyFake,
                Glorot.DEFAULTS,
                DiscriminatorBatching.SEPARATE);
    }

    @Override
    public List<TrainingJob> jobs() {
        List<TrainingJob> jobs = new ArrayList<>();
        for (Game game : games().values()) {
            for (long seed : seeds) {
                jobs.add(ImageTraining.dcgan(data, game, batchSize, epochs)
                        .withSeed(seed)
                        .withEvaluators(evaluators));
            }
        }
        return jobs;
    }

    @Override
    public ResultTable tabulate(List<TrainingResult> results) {
        SeedTable estimates = SeedTable.of(
                "Conditional games, " + epochs + " epochs, " + seeds.size() + " paired seeds",
                "the discriminator and the label",
                jobs(),
                results);
        ResultTable table = estimates.table();
        int first = 0;
        for (String label : games().keySet()) {
            table = table.with(estimates.row(label, results.subList(first, first + seeds.size()), Evaluation.LAST));
            first += seeds.size();
        }
        return table.withNote("Mean ± standard deviation over the seeds " + seeds
                + "; the share of samples whose nearest training image shows the digit asked for. A generator that ignores the"
                + " label agrees in about 10 %.");
    }
}
