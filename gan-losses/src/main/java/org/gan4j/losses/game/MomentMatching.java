package org.gan4j.losses.game;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.distance.GaussianKernel;
import org.gan4j.core.distance.MaximumMeanDiscrepancy;
import org.gan4j.core.distance.MaximumMeanDiscrepancy.Estimator;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.GenerativeGame;
import org.gan4j.core.game.MetricGroup;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.game.adversarial.GeneratorPlayer;
import org.gan4j.core.game.adversarial.Minibatch;
import org.gan4j.core.game.adversarial.PlayerInitializer;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.memory.DType;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Tensor;

/**
 * Moment matching: a generator alone brings its samples close to the data in maximum mean discrepancy. There is no
 * discriminator; the game has the one player g.
 *
 * <p>L_G = MMD^2(x, G(z)) = mean k(x, x') + mean k(y, y') - 2 mean k(x, y), or sqrt(max(MMD^2, 1e-12)), with
 * k(x, y) = sum over sigmas of exp(-|x - y|^2 / (2 sigma^2)) and y = G(z).
 *
 * <p>The biased estimate takes the first two means over all pairs, each sample with itself included, and is never below
 * 0; the unbiased one leaves these out, has mean MMD^2, and falls below 0 for about every other batch of a perfect
 * generator. A sigma is a distance between samples, in the units of the data: take some from the smallest to the largest
 * distance that matters. Time and memory grow with the square of the batch. Large batches are better; the paper has 1000.
 *
 * <p>Reported is mmd/squared. Deviations from the paper: its sigma is the square of ours, so its 2, 5, 10, 20, 40, 80 for
 * MNIST are 1.41, 2.24, 3.16, 4.47, 6.32, 8.94 here, and its released code weights the loss by 1000.
 *
 * @param generator makes samples of latent vectors
 * @param sigmas the widths of the kernels, in the units of the data, each finite and above 0, at least one
 * @param estimator which pairs count
 * @param squareRoot whether the loss is the root, as in the paper's experiments: its gradient does not fade as samples
 *     come close
 * @see <a href="https://arxiv.org/abs/1502.02761">Li, Swersky and Zemel, Generative moment matching networks, 2015,
 *     sections 2 and 3</a>
 */
@About(
        value = "A generator alone brings its samples close to the data in maximum mean discrepancy.",
        formula = "L_g = MMD^2 = mean k(x, x') + mean k(y, y') - 2 mean k(x, y), or sqrt(max(MMD^2, 1e-12)),"
                + " k(x, y) = sum_sigma exp(-|x - y|^2 / (2 sigma^2))",
        paper = "Li, Swersky and Zemel, Generative moment matching networks, 2015, https://arxiv.org/abs/1502.02761")
public record MomentMatching(
        Generator generator,
        List<Double> sigmas,
        @Default("biased") Estimator estimator,
        @Default("true") boolean squareRoot)
        implements GenerativeGame {
    private static final String G = AdversarialGame.GENERATOR;
    private static final double SMALLEST = 1e-12;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if there is no sigma, one is not finite and above 0, or the root of the unbiased
     *     estimate is asked for, which may be below 0
     */
    public MomentMatching {
        Objects.requireNonNull(generator, "generator is null");
        Objects.requireNonNull(estimator, "estimator is null");
        sigmas = new GaussianKernel(sigmas).sigmas();
        if (squareRoot && estimator == Estimator.UNBIASED) {
            throw new IllegalArgumentException(
                    "the unbiased estimate may be below 0 and has no root; use squareRoot: false or estimator: biased");
        }
    }

    @Override
    public List<String> players() {
        return List.of(G);
    }

    @Override
    public void requireBatchSize(int size) {
        if (estimator == Estimator.UNBIASED && size < 2) {
            throw new IllegalArgumentException(
                    "the unbiased estimate compares the samples of a batch, but batchSize is " + size
                            + "; take a larger one or estimator: biased");
        }
    }

    @Override
    public List<MetricGroup> metricGroups() {
        return List.of(MetricGroup.of("mmd", "Maximum mean discrepancy, squared"));
    }

    @Override
    public PlayableGame open(SampleSpec spec, DType dtype) {
        return new Playable(this, GeneratorPlayer.of(this, spec), dtype);
    }

    private record Playable(MomentMatching game, GeneratorPlayer generator, DType dtype) implements PlayableGame {
        @Override
        public List<String> players() {
            return game.players();
        }

        @Override
        public GameState start(RandomStream random) {
            return new PlayerInitializer(random, dtype)
                    .with(G, generator.network())
                    .state();
        }

        @Override
        public GameLosses losses(GameState state, Draw draw, List<String> players) {
            Minibatch minibatch = Minibatch.of(generator, state, draw, players);
            Tensor real = minibatch.real().values();
            Tensor generated = minibatch.generated().values();
            Tensor squared = new MaximumMeanDiscrepancy(new GaussianKernel(game.sigmas), game.estimator)
                    .squared(real, generated);
            minibatch.named(() -> "moment-matching");
            minibatch.mention("values of real samples", () -> Optional.of(real));
            minibatch.mention("values of fake samples", () -> Optional.of(generated));
            minibatch.report("mmd/squared", () -> squared);
            SortedMap<String, Tensor> losses = new TreeMap<>();
            losses.put(G, game.squareRoot ? squared.maximum(SMALLEST).sqrt() : squared);
            return minibatch.losses(losses);
        }

        @Override
        public Sampler sampler(GameState state) {
            return generator.sampler(state);
        }
    }
}
