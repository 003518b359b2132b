package org.gan4j.core.game.adversarial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Names;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.LabelSampler;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.memory.DType;

/**
 * The standard game: a discriminator "d" tells samples of a generator "g" from data.
 *
 * <p>L_d = loss.discriminatorLoss(real, fake) + sum of penalties, L_g = loss.generatorLoss(real, fake). Both are
 * computed from one forward pass: one batch of fake samples, scored once.
 *
 * <p>With {@code labels} the game is conditional: both networks must be, the generator is asked for a sample of a label, G(z,
 * y), and the discriminator judges a sample together with its label, s(x, y), the data's own or the one that was asked for.
 * Where labels are distributed as in the data, the best discriminator of a GAN has D(x | y) = p(x | y) / (p(x | y) + q(x |
 * y)). Penalties see real samples with their labels and fake ones with theirs; a point between two has the label of the real
 * one. Transforms must keep labels, which packing does not.
 *
 * @param generator makes samples of latent vectors
 * @param discriminator scores samples, high = real
 * @param loss what each player minimises
 * @param penalties terms added to the discriminator's loss, by the name under which they are reported
 * @param transforms what happens, in this order, to real and fake samples before the discriminator and the penalties
 * @param labels which labels generated samples are asked for, in a conditional game; empty for networks without labels
 * @param batches whether real and generated samples are judged as separate batches or as a joint one, which matters to
 *     networks with batch normalisation
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al., Generative Adversarial Nets, 2014</a>
 * @see <a href="https://arxiv.org/abs/1411.1784">Mirza and Osindero, Conditional generative adversarial nets, 2014</a>
 */
@About(
        value = "The standard game: a discriminator d tells samples of a generator g from data.",
        formula = "L_d = loss.L_D + sum of penalties, L_g = loss.L_G",
        paper = "Goodfellow et al., Generative Adversarial Nets, 2014, https://arxiv.org/abs/1406.2661")
public record AdversarialGame(
        Generator generator,
        Discriminator discriminator,
        AdversarialLoss loss,
        @Default("{}") SortedMap<String, Penalty> penalties,
        @Default("[]") List<SampleTransform> transforms,
        Optional<LabelSampler> labels,
        @Default("separate") DiscriminatorBatching batches)
        implements ScoreGame {
    /**
     * Checks that networks, transforms and labels fit.
     *
     * @throws IllegalArgumentException if one of the networks takes labels and the game gives none, or the other way round;
     *     or if samples would lose their labels in a transform
     */
    public AdversarialGame {
        Objects.requireNonNull(generator, "generator is null");
        Objects.requireNonNull(discriminator, "discriminator is null");
        Objects.requireNonNull(loss, "loss is null");
        Objects.requireNonNull(batches, "batches is null");
        penalties = Collections.unmodifiableSortedMap(new TreeMap<>(penalties));
        transforms = Collections.unmodifiableList(transforms);
        requireLabels("generator", generator.conditional(), labels);
        requireLabels("discriminator", discriminator.conditional(), labels);
        if (labels.isPresent()) {
            transforms.forEach(AdversarialGame::requireLabels);
        }
    }

    /** Returns the game of unconditional networks without penalties and transforms. */
    public static AdversarialGame of(Generator generator, Discriminator discriminator, AdversarialLoss loss) {
        return new AdversarialGame(
                generator,
                discriminator,
                loss,
                new TreeMap<>(),
                List.of(),
                Optional.empty(),
                DiscriminatorBatching.SEPARATE);
    }

    /** Returns the game of conditional networks without penalties and transforms. */
    public static AdversarialGame conditional(
            Generator generator, Discriminator discriminator, AdversarialLoss loss, LabelSampler labels) {
        return new AdversarialGame(
                generator,
                discriminator,
                loss,
                new TreeMap<>(),
                List.of(),
                Optional.of(labels),
                DiscriminatorBatching.SEPARATE);
    }

    /** Returns the same game with other penalties, by the names under which they are reported. */
    public AdversarialGame withPenalties(SortedMap<String, Penalty> others) {
        return new AdversarialGame(generator, discriminator, loss, others, transforms, labels, batches);
    }

    /** Returns the same game with one more penalty. */
    public AdversarialGame withPenalty(String name, Penalty penalty) {
        SortedMap<String, Penalty> more = new TreeMap<>(penalties);
        more.put(name, penalty);
        return withPenalties(more);
    }

    /** Returns the same game with other transforms. */
    public AdversarialGame withTransforms(List<? extends SampleTransform> others) {
        return new AdversarialGame(generator, discriminator, loss, penalties, new ArrayList<>(others), labels, batches);
    }

    /** Returns the same game with real and generated samples scored apart or together. */
    public AdversarialGame with(DiscriminatorBatching other) {
        return new AdversarialGame(generator, discriminator, loss, penalties, transforms, labels, other);
    }

    private static void requireLabels(String network, boolean conditional, Optional<LabelSampler> labels) {
        if (conditional && labels.isEmpty()) {
            throw new IllegalArgumentException(network
                    + " takes labels, but the game gives none: write labels: data (or labels: uniform) beside it, or take"
                    + " a network without labels");
        }
        if (!conditional && labels.isPresent()) {
            throw new IllegalArgumentException("labels are given, but the " + network
                    + " takes none: use a conditional network, or leave labels out of the game");
        }
    }

    private static void requireLabels(SampleTransform transform) {
        if (!transform.keepsLabels()) {
            throw new IllegalArgumentException("transforms has " + Names.kebab(transform.getClass())
                    + ", after which samples have no labels, but the networks take labels: leave it out, or use networks"
                    + " without labels and no labels in the game");
        }
    }

    /** Returns what files and titles call the loss: the standard game is known by it. */
    @Override
    public String displayName() {
        return loss.displayName();
    }

    @Override
    public PlayableGame open(SampleSpec spec, DType dtype) {
        DiscriminatorNetwork network = discriminator.network(DiscriminatorInputs.spec(spec, transforms));
        return PlayableTwoPlayerGame.of(
                this,
                network,
                spec,
                dtype,
                (minibatch, state) ->
                        minibatch.losses(new AdversarialMinibatch(this, network, minibatch).scoreLosses()));
    }
}
