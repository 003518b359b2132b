package org.gan4j.core.game.adversarial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.SmallNetworks;
import org.gan4j.core.gan.SmallNetworks.SmallDiscriminator;
import org.gan4j.core.gan.SmallNetworks.SmallGenerator;
import org.gan4j.core.gan.SpectralNorm;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.nn.norm.SpectralNormLayer;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.optim.Sgd;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.LineGame;
import org.gan4j.core.training.PlayerGradients;
import org.gan4j.core.training.TrainingContext;
import org.junit.jupiter.api.Test;

/** Evaluations that no update follows propose nothing; those of a penalty neither. */
class WithoutUpdatesTest {
    private static final Samples REAL =
            Samples.of(Tensor.of(Shape.of(4, 2), 0.5f, -1f, 2f, 1.5f, 0.25f, -0.75f, 1f, 3f));
    private static final List<String> BOTH = List.of("d", "g");

    private static AdversarialGame game(boolean mixing, Discriminator discriminator) {
        return AdversarialGame.of(new SmallGenerator(mixing), discriminator, new LineGame.Logistic());
    }

    private static PlayableGame open(AdversarialGame game) {
        return game.open(SmallNetworks.SPEC, DType.FLOAT32);
    }

    private static Draw draw() {
        return Draw.of(REAL, RandomStream.of(6));
    }

    /** A discriminator whose layers, head included, are normalised one by one. */
    private static Discriminator ofNormalisedLayers() {
        Layer hidden = SpectralNormLayer.of(Linear.of(6, Initializer.normal(0.7)));
        return spec -> DiscriminatorNetwork.of(
                spec.shape(),
                Sequential.of(hidden, Activation.tanh()),
                SpectralNormLayer.of(Linear.of(1, Initializer.normal(0.7))));
    }

    @Test
    void statisticsOfBatchesAreNotProposedAndTheLossesAreTheSame() {
        PlayableGame game = open(game(true, new SmallDiscriminator(true)));
        GameState state = game.start(RandomStream.of(5));
        GameLosses updating = game.losses(state, draw(), BOTH);
        assertThat(updating.updates())
                .containsOnlyKeys("d/layers.1.mean", "d/layers.1.variance", "g/layers.1.mean", "g/layers.1.variance");
        GameLosses ahead = game.losses(state, draw().withoutUpdates(), BOTH);
        assertThat(ahead.updates()).isEmpty();
        for (String player : BOTH) {
            assertThat(ahead.loss(player).item())
                    .isEqualTo(updating.loss(player).item());
        }
        assertThat(ahead.report()).containsOnlyKeys(updating.report().keySet());
    }

    /** The losses of an evaluation ahead are those at the vectors as they are, which a play for g alone uses as well. */
    @Test
    void vectorsOfSpectralNormsAreUsedAsTheyAre() {
        for (Discriminator discriminator :
                List.of(SpectralNorm.of(new SmallDiscriminator(false)), ofNormalisedLayers())) {
            PlayableGame game = open(game(false, discriminator));
            GameState state = game.start(RandomStream.of(5));
            GameLosses updating = game.losses(state, draw(), BOTH);
            assertThat(updating.updates()).hasSize(2);
            GameLosses ahead = game.losses(state, draw().withoutUpdates(), BOTH);
            assertThat(ahead.updates()).isEmpty();
            GameLosses generators = game.losses(state, draw(), List.of("g"));
            assertThat(generators.updates()).isEmpty();
            assertThat(ahead.loss("g").item())
                    .isEqualTo(generators.loss("g").item())
                    .isNotEqualTo(updating.loss("g").item());
            state.commit(updating.updates());
            assertThat(game.losses(state, draw().withoutUpdates(), BOTH)
                            .loss("d")
                            .item())
                    .isEqualTo(updating.loss("d").item());
        }
    }

    /** The scores of a penalty use vectors that the losses have moved, and move them no further. */
    @Test
    void penaltiesMoveNoVector() {
        Penalty often = (score, real, fake, random) -> score.apply(real)
                .mean()
                .plus(score.apply(fake).mean())
                .plus(score.apply(real.times(2)).mean());
        AdversarialGame plain = game(false, ofNormalisedLayers());
        PlayableGame game = open(plain);
        PlayableGame penalised = open(plain.withPenalty("often", often));
        GameState state = game.start(RandomStream.of(5));
        GameLosses expected = game.losses(state, draw(), BOTH);
        GameLosses result = penalised.losses(state, draw(), BOTH);
        assertThat(result.updates())
                .containsOnlyKeys("d/layers.0.spectral-norm.weight", "d/output.spectral-norm.weight");
        expected.updates()
                .forEach((name, u) -> assertThat(
                                Objects.requireNonNull(result.updates().get(name))
                                        .toFloats())
                        .as(name)
                        .isEqualTo(u.toFloats()));
        assertThat(penalised.losses(state, draw().withoutUpdates(), BOTH).updates())
                .isEmpty();
    }

    /** A scheme that looks ahead proposes nothing, whatever the buffers; its data and its noise are those of the number. */
    @Test
    void gradientsAheadProposeNothing() {
        Discriminator normalised = SpectralNorm.of(new SmallDiscriminator(false));
        for (PlayableGame game :
                List.of(open(game(true, new SmallDiscriminator(true))), open(game(true, normalised)))) {
            GameState state = game.start(RandomStream.of(5));
            TreeMap<String, Optimizer> optimizers = new TreeMap<>();
            BOTH.forEach(player -> optimizers.put(player, Sgd.of(0.1)));
            TrainingContext context = new TrainingContext(game, optimizers, new Same(), RandomStream.of(7));
            PlayerGradients ahead = PlayerGradients.ahead(context, state, BOTH, 3);
            PlayerGradients at = PlayerGradients.at(context.replay(), state, BOTH, 3);
            assertThat(at.losses().updates()).isNotEmpty();
            assertThat(ahead.losses().updates()).isEmpty();
            GameLosses expected =
                    game.losses(state, context.replay().draw(BOTH, 3).withoutUpdates(), BOTH);
            for (String player : BOTH) {
                assertThat(ahead.losses().loss(player).item())
                        .isEqualTo(expected.loss(player).item());
                assertThat(ahead.of(player).names())
                        .isEqualTo(state.player(player).parameters().names());
            }
        }
    }

    private record Same() implements BatchSource {
        @Override
        public Samples batch(long index) {
            return REAL;
        }

        @Override
        public int batchSize() {
            return REAL.size();
        }

        @Override
        public double batchesPerEpoch() {
            return 1;
        }
    }
}
