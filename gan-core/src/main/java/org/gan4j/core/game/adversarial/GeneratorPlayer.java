package org.gan4j.core.game.adversarial;

import java.util.Objects;
import java.util.Optional;
import org.gan4j.core.data.RangeCheck;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.GenerativeGame;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.gan.LabelSampler;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.ValueRange;
import org.gan4j.core.gan.network.GeneratorNetwork;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.sampling.ConditionalSampler;
import org.gan4j.core.sampling.GeneratorSampler;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Tensor;

/**
 * The generator "g" of a game that is played, with its network.
 *
 * @param network made for the data
 * @param latent the distribution of its input
 * @param labels which labels samples are asked for; empty where the network takes none
 * @param spec what is known of the data
 */
public record GeneratorPlayer(GeneratorNetwork network, Latent latent, Optional<LabelSampler> labels, SampleSpec spec) {
    public GeneratorPlayer {
        Objects.requireNonNull(network, "network is null");
        Objects.requireNonNull(latent, "latent is null");
    }

    /**
     * Returns the generator of a game on these data.
     *
     * @throws UserError if the values that it can give are not those of the data, or the game is conditional and the data have
     *     no labels, or other ones
     * @throws IllegalArgumentException if its network does not fit the data, with the reason
     */
    public static GeneratorPlayer of(GenerativeGame game, SampleSpec spec) {
        game.labels().ifPresent(choice -> {
            if (spec.classes() == 0) {
                throw new UserError(
                        ExitCode.CONFIGURATION,
                        "the game is conditional, but the data have no labels",
                        "game.labels",
                        "Take data with labels, such as mnist, or networks without labels and no labels in the game.");
            }
            choice.requireFit(spec);
        });
        ValueRange range = game.generator().range();
        RangeCheck.mismatch(range.low(), range.high(), spec, "training data").ifPresent(problem -> {
            throw new UserError(ExitCode.CONFIGURATION, problem);
        });
        GeneratorNetwork network = game.generator().open(spec);
        if (network.output().size() != spec.shape().size()) {
            throw new IllegalArgumentException("the generator gives samples of shape " + network.output()
                    + " where the data have the shape " + spec.shape());
        }
        return new GeneratorPlayer(network, game.generator().latent(), game.labels(), spec);
    }

    /** Returns as many latent vectors as there are data, with the labels that are asked for. */
    Samples latents(Draw draw) {
        Samples drawn = latent.sample(draw.real().size(), draw.random().split("latent"));
        return new Samples(
                drawn.values().to(draw.real().values().dtype()), labels(draw).or(drawn::labels));
    }

    private Optional<Tensor> labels(Draw draw) {
        return labels.map(choice -> choice.labels(
                draw.real()
                        .labels()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "a conditional game needs data with labels, but this batch has none")),
                draw.random().split("labels")));
    }

    /** Returns the generator in a state as a sampler, in evaluation mode. */
    public Sampler sampler(GameState state) {
        PlayerState player = state.player(GenerativeGame.GENERATOR);
        GeneratorSampler sampler = new GeneratorSampler(
                network, latent, player.parameters(), player.buffers(), spec.shape(), state.step());
        return labels.<Sampler>map(choice -> new ConditionalSampler(sampler, choice, spec))
                .orElse(sampler);
    }
}
