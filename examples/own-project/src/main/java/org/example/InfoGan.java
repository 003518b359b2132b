package org.example;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.GenerativeGame;
import org.gan4j.core.game.MetricGroup;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.adversarial.GeneratorPlayer;
import org.gan4j.core.game.adversarial.Minibatch;
import org.gan4j.core.game.adversarial.PlayerInitializer;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.LayerNetwork;
import org.gan4j.core.nn.NamedLayer;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.init.He;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Tensor;

/**
 * InfoGAN with continuous codes as a game of three players: a generator "g", a discriminator "d", and a posterior "q" that
 * reads the codes off generated samples.
 *
 * <p>L_d = mean softplus(-s(x)) + mean softplus(s(G(z))), L_q = mean 1/2 |c - q(G(z))|^2, L_g = mean softplus(-s(G(z))) + weight L_q,
 * with c the first {@code codes} coordinates of z. Up to a constant -L_q is the paper's lower bound on the mutual information
 * I(c; G(z)), with a normal posterior of variance 1. Deviations from the paper: q shares no layers with d.
 *
 * @param generator makes samples of latent vectors
 * @param discriminator scores samples
 * @param posterior the hidden layers of q, from samples; a linear map to the codes follows
 * @param codes how many latent coordinates are codes, at least 1
 * @param weight the weight of the bound in the generator's loss, finite and above 0
 * @see <a href="https://arxiv.org/abs/1606.03657">Chen et al., InfoGAN, 2016, equations 5 and 6</a>
 */
@About(
        value = "A generator whose samples tell the first coordinates of their latent vectors to a third player.",
        formula = "L_q = mean 1/2 |c - q(G(z))|^2, L_g = mean softplus(-s(G(z))) + weight L_q",
        paper = "Chen et al., InfoGAN, 2016, https://arxiv.org/abs/1606.03657")
public record InfoGan(
        Generator generator,
        Discriminator discriminator,
        List<Layer> posterior,
        @Default("1") int codes,
        @Default("1") double weight)
        implements GenerativeGame {
    public InfoGan {
        Require.that(codes >= 1 && codes <= generator.latent().size(), "codes", codes, "1 to the latent size");
        Require.above("weight", weight, 0);
        posterior = List.copyOf(posterior);
    }

    @Override
    public List<String> players() {
        return List.of("d", "g", "q");
    }

    @Override
    public List<MetricGroup> metricGroups() {
        return List.of(MetricGroup.of("information", "Error of the codes read from samples"));
    }

    @Override
    public PlayableGame open(SampleSpec spec, DType dtype) {
        var layers = new Sequential(posterior);
        var output = new NamedLayer("output", Linear.of(codes, He.DEFAULTS));
        var reader = new LayerNetwork(Sequential.of(new NamedLayer("trunk", layers), output), spec.shape());
        return new Playable(this, GeneratorPlayer.of(this, spec), discriminator.network(spec), reader, dtype);
    }

    private record Playable(
            InfoGan game, GeneratorPlayer generator, DiscriminatorNetwork d, LayerNetwork q, DType dtype)
            implements PlayableGame {
        @Override
        public List<String> players() {
            return game.players();
        }

        @Override
        public GameState start(RandomStream random) {
            return new PlayerInitializer(random, dtype)
                    .with("g", generator.network())
                    .with("d", d)
                    .with("q", q)
                    .state();
        }

        @Override
        public GameLosses losses(GameState state, Draw draw, List<String> players) {
            var batch = Minibatch.of(generator, state, draw, players);
            var pass = batch.pass("d", "discriminator");
            SortedMap<String, Tensor> losses = new TreeMap<>();
            Tensor fake = d.score(
                    batch.parameters("d"),
                    batch.generated(),
                    pass.withRandom(pass.random().split("fake")));
            if (players.contains("d")) {
                Tensor real = d.score(
                        batch.parameters("d"),
                        batch.real(),
                        pass.withRandom(pass.random().split("real")));
                losses.put(
                        "d",
                        real.negate().softplus().mean().plus(fake.softplus().mean()));
            }
            if (players.contains("g") || players.contains("q")) {
                Tensor missed = missed(batch);
                batch.report("information/error", missed::detach);
                if (players.contains("q")) {
                    losses.put("q", missed);
                }
                if (players.contains("g")) {
                    losses.put("g", fake.negate().softplus().mean().plus(missed.times(game.weight)));
                }
            }
            return batch.losses(losses);
        }

        /** Returns mean 1/2 |c - q(G(z))|^2. */
        private Tensor missed(Minibatch batch) {
            Tensor codes = batch.latents().values().slice(1, 0, game.codes);
            Tensor read = q.apply(
                    batch.parameters("q"),
                    batch.generated().values(),
                    batch.generated().labels(),
                    batch.pass("q", "posterior"));
            return read.minus(codes).square().sum(1).mean().times(0.5);
        }

        @Override
        public Sampler sampler(GameState state) {
            return generator.sampler(state);
        }
    }
}
