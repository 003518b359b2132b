package org.gan4j.core.game;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;

/**
 * The standard game: a discriminator "d" tells samples of a generator "g" from data.
 *
 * <p>L_d = loss.discriminatorLoss(real, fake) + sum of penalties, L_g = loss.generatorLoss(real, fake). Both are
 * computed from one forward pass: one batch of fake samples, scored once.
 *
 * @param generator makes samples of latent vectors
 * @param discriminator scores samples, high = real
 * @param loss what each player minimises
 * @param penalties terms added to the discriminator's loss, by the name under which they are reported
 * @param transforms what happens, in this order, to real and fake samples before the discriminator and the penalties
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al., Generative Adversarial Nets, 2014</a>
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
        @Default("[]") List<SampleTransform> transforms)
        implements TwoPlayerGame {
    public AdversarialGame {
        Objects.requireNonNull(generator, "generator is null");
        Objects.requireNonNull(discriminator, "discriminator is null");
        Objects.requireNonNull(loss, "loss is null");
        penalties = Collections.unmodifiableSortedMap(new TreeMap<>(penalties));
        transforms = Collections.unmodifiableList(transforms);
    }

    /** Returns the game without penalties and transforms. */
    public static AdversarialGame of(Generator generator, Discriminator discriminator, AdversarialLoss loss) {
        return new AdversarialGame(generator, discriminator, loss, new TreeMap<>(), List.of());
    }

    @Override
    public Play play(GameState state, Samples real, RandomStream random, List<String> asked) {
        return new AdversarialRound(this, new Round(this, state, real, random, asked)).play();
    }
}
