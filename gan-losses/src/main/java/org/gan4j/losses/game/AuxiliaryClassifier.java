package org.gan4j.losses.game;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.MetricGroup;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.adversarial.AdversarialMinibatch;
import org.gan4j.core.game.adversarial.DiscriminatorBatching;
import org.gan4j.core.game.adversarial.DiscriminatorInputs;
import org.gan4j.core.game.adversarial.Minibatch;
import org.gan4j.core.game.adversarial.PlayableTwoPlayerGame;
import org.gan4j.core.game.adversarial.ScoreGame;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.DataLabels;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.LabelSampler;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.gan.network.DiscriminatorOutputs;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.dense.Labels;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.init.Glorot;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.tensor.Tensor;

/**
 * The auxiliary-classifier game: a conditional generator against a discriminator that is not told labels and has a second head,
 * which classifies its samples.
 *
 * <p>L_d = loss.L_D + penalties + weight CE(real), or weight (CE(real) + CE(fake)) if so wanted, L_g = loss.L_G + generatorWeight CE(fake), with the cross-entropy
 * CE = mean(-log softmax(c(x))_y) of the head's logits c(x), [N, classes], y the data's own labels for real samples and those
 * that were asked for for generated ones. One pass of the discriminator per batch serves both heads.
 *
 * <p>The head "classes" is a linear map of the trunk's features, with parameters "classes.weight" and "classes.bias". The players
 * are d and g. Reported besides the scores: class-loss/real, class-loss/fake, class-accuracy/real and class-accuracy/fake, the
 * share of samples whose largest logit is their label's.
 *
 * <p>A discriminator that is fed labels is refused: its head would be told what it is to find out. The classifier rewards samples
 * that are easy to classify, so that classes lose variety near their borders; where that matters take a projection
 * discriminator ({@code labels: projection} in the adversarial game). Deviations from the paper: the loss of scores is a choice,
 * and the discriminator's classifier learns from real samples only unless {@code classifyFake} is set, for with CE(fake) both
 * players can lower it by signs for labels that no real sample has: in {@code conditional-games}, two epochs of MNIST, all fake
 * samples are then classified right and 17 % look like their digit, against 73 % without.
 *
 * @param generator makes samples of latent vectors and labels
 * @param discriminator scores samples without their labels; its features serve the head of classes
 * @param loss what each player minimises as a function of scores
 * @param penalties terms added to the discriminator's loss, by the name under which they are reported
 * @param transforms what happens, in this order, to real and fake samples before the discriminator and the penalties
 * @param labels which labels generated samples are asked for; the data's where nothing is said
 * @param weight the weight of the cross-entropies in the discriminator's loss, finite and above 0
 * @param generatorWeight the weight of the cross-entropy in the generator's loss, finite and at least 0
 * @param classifyFake whether the discriminator's loss has CE(fake) as well, as in the paper
 * @param weights the initial weights of the head; its biases start at 0
 * @param batches whether real and generated samples are scored as separate batches or as a joint one
 * @see <a href="https://arxiv.org/abs/1610.09585">Odena, Olah and Shlens, Conditional image synthesis with auxiliary classifier
 *     GANs, 2017, equations 2 and 3</a>
 */
@About(
        value = "A conditional generator against a discriminator that also classifies its samples.",
        formula = "L_d = loss.L_D + weight CE(real), L_g = loss.L_G + generatorWeight CE(fake)",
        paper =
                "Odena, Olah and Shlens, Auxiliary classifier GANs, 2017, https://arxiv.org/abs/1610.09585, equations 2 and 3")
public record AuxiliaryClassifier(
        Generator generator,
        Discriminator discriminator,
        AdversarialLoss loss,
        @Default("{}") SortedMap<String, Penalty> penalties,
        @Default("[]") List<SampleTransform> transforms,
        Optional<LabelSampler> labels,
        @Default("1") double weight,
        @Default("1") double generatorWeight,
        @Default("false") boolean classifyFake,
        @Default("glorot") Initializer weights,
        @Default("separate") DiscriminatorBatching batches)
        implements ScoreGame {
    /** The name of the head of classes. */
    public static final String CLASSES = "classes";

    /**
     * Checks that networks and transforms fit.
     *
     * @throws IllegalArgumentException if the generator takes no labels, the discriminator takes some, samples would lose their
     *     labels in a transform, or a weight is out of its range
     */
    public AuxiliaryClassifier {
        Objects.requireNonNull(loss, "loss is null");
        Objects.requireNonNull(weights, "weights is null");
        Objects.requireNonNull(batches, "batches is null");
        if (!generator.conditional()) {
            throw new IllegalArgumentException(
                    "generator takes no labels, but this game asks for samples of a class: use a"
                            + " conditional one, such as labels: input");
        }
        if (discriminator.conditional()) {
            throw new IllegalArgumentException(
                    "discriminator is fed the labels of its samples, and its head of classes would be"
                            + " told what it is to find out: use a discriminator without labels");
        }
        Require.above("weight", weight, 0);
        Require.atLeast("generatorWeight", generatorWeight, 0);
        labels = Optional.of(labels.orElseGet(DataLabels::new));
        penalties = Collections.unmodifiableSortedMap(new TreeMap<>(penalties));
        transforms = Collections.unmodifiableList(new ArrayList<>(transforms));
        for (SampleTransform transform : transforms) {
            if (!transform.keepsLabels()) {
                throw new IllegalArgumentException("transforms has one after which samples have no labels, but they are"
                        + " classified: leave it out");
            }
        }
    }

    /** Returns the game with weights of 1 and without penalties and transforms, asking for the labels of the data. */
    public static AuxiliaryClassifier of(
            Generator generator, Discriminator discriminator, AdversarialLoss loss, LabelSampler labels) {
        return new AuxiliaryClassifier(
                generator,
                discriminator,
                loss,
                new TreeMap<>(),
                List.of(),
                Optional.of(labels),
                1,
                1,
                false,
                Glorot.DEFAULTS,
                DiscriminatorBatching.SEPARATE);
    }

    /**
     * {@inheritDoc}
     *
     * @throws UserError if the data have fewer than two classes
     */
    @Override
    public List<MetricGroup> metricGroups() {
        List<MetricGroup> groups = new ArrayList<>(ScoreGame.super.metricGroups());
        groups.add(new MetricGroup("class-loss", "Cross-entropy of labels", "nats"));
        groups.add(MetricGroup.of("class-accuracy", "Share of labels that are recognised"));
        return groups;
    }

    @Override
    public PlayableGame open(SampleSpec spec, DType dtype) {
        if (spec.classes() < 2) {
            throw new UserError(
                    ExitCode.CONFIGURATION,
                    spec.classes() == 0
                            ? "the game is conditional, but the data have no labels"
                            : "there is nothing to classify, the data have one class",
                    "game",
                    "Take data of two classes or more, or the adversarial game.");
        }
        DiscriminatorNetwork network = discriminator
                .network(DiscriminatorInputs.spec(spec, transforms))
                .withHead(CLASSES, Linear.of(spec.classes(), weights));
        return PlayableTwoPlayerGame.of(
                this,
                network,
                spec,
                dtype,
                (minibatch, state) -> losses(minibatch, new AdversarialMinibatch(this, network, minibatch)));
    }

    private GameLosses losses(Minibatch minibatch, AdversarialMinibatch batch) {
        SortedMap<String, Tensor> losses = batch.scoreLosses();
        if (minibatch.updates(DISCRIMINATOR)) {
            Tensor real = crossEntropy(batch.real(), batch.inputs().real());
            Tensor both = classifyFake
                    ? real.plus(crossEntropy(batch.fake(), batch.inputs().fake()))
                    : real;
            losses.computeIfPresent(DISCRIMINATOR, (name, loss) -> loss.plus(both.times(weight)));
            report(minibatch, "real", batch.real(), batch.inputs().real());
        }
        if (minibatch.updates(GENERATOR) && generatorWeight > 0) {
            Tensor fake = crossEntropy(batch.fake(), batch.inputs().fake());
            losses.computeIfPresent(GENERATOR, (name, loss) -> loss.plus(fake.times(generatorWeight)));
        }
        report(minibatch, "fake", batch.fake(), batch.inputs().fake());
        return minibatch.losses(losses);
    }

    /** Returns mean(-log softmax(logits)_label). */
    private static Tensor crossEntropy(DiscriminatorOutputs outputs, Samples samples) {
        Tensor logits = outputs.head(CLASSES);
        return logits.logSumExp(1).minus(chosen(logits, samples)).mean();
    }

    /** Reports the cross-entropy and the share of samples whose largest logit is their label's. */
    private static void report(Minibatch minibatch, String which, DiscriminatorOutputs outputs, Samples samples) {
        minibatch.report(
                "class-loss/" + which, () -> crossEntropy(outputs, samples).detach());
        minibatch.report("class-accuracy/" + which, () -> {
            Tensor logits = outputs.head(CLASSES).detach();
            return chosen(logits, samples).greaterOrEqual(logits.max(1)).mean();
        });
    }

    /** Returns the logit of each sample's label, [N]. */
    private static Tensor chosen(Tensor logits, Samples samples) {
        Tensor labels = samples.labels()
                .orElseThrow(() -> new IllegalArgumentException(
                        "samples have no labels, but this game classifies them: take data with labels"));
        int classes = logits.shape().dim(1);
        return logits.times(Labels.oneHot(labels, classes, logits.dtype())).sum(1);
    }
}
