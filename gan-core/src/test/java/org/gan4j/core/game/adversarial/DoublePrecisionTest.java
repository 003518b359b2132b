package org.gan4j.core.game.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.SmallNetworks;
import org.gan4j.core.gan.SmallNetworks.SmallDiscriminator;
import org.gan4j.core.gan.SmallNetworks.SmallGenerator;
import org.gan4j.core.gan.SpectralNorm;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Decoder;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.LineGame;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingOutcome;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.scheme.Alternating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One game opened in float32 and in float64: the same weights, the same losses, and derivatives that can be checked. */
class DoublePrecisionTest {
    private static final Samples REAL =
            Samples.of(Tensor.of(Shape.of(4, 2), 0.5f, -1f, 2f, 1.5f, 0.25f, -0.75f, 1f, 3f));
    private static final List<String> BOTH = List.of("d", "g");

    /** With buffers of either kind, and with a penalty that draws numbers. */
    static List<AdversarialGame> games() {
        Penalty noisy = (score, real, fake, random) -> score.apply(
                        real.plus(random.normal(real.shape(), 0, 0.1).to(real.dtype())))
                .square()
                .mean();
        AdversarialGame plain =
                AdversarialGame.of(new SmallGenerator(false), new SmallDiscriminator(false), new LineGame.Logistic());
        return List.of(
                plain,
                plain.withPenalty("noisy", noisy),
                AdversarialGame.of(new SmallGenerator(true), new SmallDiscriminator(true), new LineGame.Logistic())
                        .with(DiscriminatorBatching.JOINT),
                AdversarialGame.of(
                        new SmallGenerator(true),
                        SpectralNorm.of(new SmallDiscriminator(false)),
                        new LineGame.Logistic()));
    }

    private static PlayableGame open(AdversarialGame game, DType dtype) {
        return game.open(SmallNetworks.SPEC, dtype);
    }

    private static Draw draw() {
        return Draw.of(REAL, RandomStream.of(6));
    }

    @ParameterizedTest
    @MethodSource("games")
    void weightsAndBuffersAreThoseOfSinglePrecision(AdversarialGame game) {
        GameState single = open(game, DType.FLOAT32).start(RandomStream.of(5));
        GameState twice = open(game, DType.FLOAT64).start(RandomStream.of(5));
        assertThat(twice.tensors()).containsOnlyKeys(single.tensors().keySet());
        for (String player : BOTH) {
            PlayerState ours = twice.player(player);
            for (Function<PlayerState, Map<String, Tensor>> part : List.<Function<PlayerState, Map<String, Tensor>>>of(
                    p -> p.parameters().asMap(), p -> p.buffers().asMap())) {
                part.apply(single.player(player)).forEach((name, value) -> {
                    Tensor other = Objects.requireNonNull(part.apply(ours).get(name));
                    assertThat(value.dtype()).as(name).isEqualTo(DType.FLOAT32);
                    assertThat(other.dtype()).as(name).isEqualTo(DType.FLOAT64);
                    assertThat(other.toDoubles()).as(name).isEqualTo(value.toDoubles());
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("games")
    void lossesAndProposalsAreThoseOfSinglePrecisionToItsAccuracy(AdversarialGame game) {
        PlayableGame single = open(game, DType.FLOAT32);
        PlayableGame twice = open(game, DType.FLOAT64);
        GameLosses expected = single.losses(single.start(RandomStream.of(5)), draw(), BOTH);
        GameLosses result = twice.losses(twice.start(RandomStream.of(5)), draw(), BOTH);
        for (String player : BOTH) {
            assertThat(result.loss(player).dtype()).isEqualTo(DType.FLOAT64);
            assertThat(result.loss(player).item())
                    .as(player)
                    .isCloseTo(expected.loss(player).item(), within(1e-5));
        }
        assertThat(result.updates()).containsOnlyKeys(expected.updates().keySet());
        result.updates().forEach((name, value) -> {
            assertThat(value.dtype()).as(name).isEqualTo(DType.FLOAT64);
            double[] close =
                    Objects.requireNonNull(expected.updates().get(name)).toDoubles();
            for (int i = 0; i < close.length; i++) {
                assertThat(value.toDoubles()[i]).as(name).isCloseTo(close[i], within(1e-5));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("games")
    void derivativesOfOrdersOneAndTwoAreRight(AdversarialGame game) {
        PlayableGame twice = open(game, DType.FLOAT64);
        GameState state = twice.start(RandomStream.of(5));
        for (String player : BOTH) {
            Parameters parameters = state.player(player).parameters();
            for (String loss : BOTH) {
                GradientCheck.check(
                        2,
                        values -> twice.losses(
                                        state.withPlayer(player, p -> p.withParameters(parameters.withValues(values))),
                                        draw().withoutUpdates(),
                                        List.of(loss))
                                .loss(loss),
                        parameters.list().toArray(new Tensor[0]));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("games")
    void samplesAndScoresAreInDoublePrecision(AdversarialGame game) {
        PlayableGame single = open(game, DType.FLOAT32);
        PlayableGame twice = open(game, DType.FLOAT64);
        GameState singleState = single.start(RandomStream.of(5));
        GameState state = twice.start(RandomStream.of(5));
        Tensor expected =
                single.sampler(singleState).sample(5, RandomStream.of(8)).values();
        Sampler sampler = twice.sampler(state);
        Tensor samples = sampler.sample(5, RandomStream.of(8)).values();
        assertThat(samples.dtype()).isEqualTo(DType.FLOAT64);
        assertThat(expected.dtype()).isEqualTo(DType.FLOAT32);
        assertThat(samples.minus(expected.to(DType.FLOAT64)).abs().max().item()).isLessThan(1e-5);

        Tensor scores = twice.score(state, REAL, RandomStream.of(9));
        assertThat(scores.dtype()).isEqualTo(DType.FLOAT64);
        assertThat(scores.minus(single.score(singleState, REAL, RandomStream.of(9))
                                .to(DType.FLOAT64))
                        .abs()
                        .max()
                        .item())
                .as("scores of data, which are in float32")
                .isLessThan(1e-5);

        Decoder decoder = (Decoder) sampler;
        Samples latents = decoder.latent().sample(3, RandomStream.of(10));
        assertThat(decoder.decode(latents, decoder.pass(RandomStream.of(11))).dtype())
                .as("latent vectors as the distribution gives them")
                .isEqualTo(DType.FLOAT64);
    }

    /** A run in float64 stays there: parameters, buffers, optimizer and average. */
    @Test
    void aTrainingKeepsDoublePrecision() {
        Trainer trainer = Trainer.of(open(games().get(3), DType.FLOAT64), Alternating.of("d", 1, "g"), Adam.DEFAULTS);
        BatchSource same = new BatchSource() {
            @Override
            public Samples batch(long index) {
                return REAL;
            }

            @Override
            public int batchSize() {
                return 4;
            }

            @Override
            public double batchesPerEpoch() {
                return 1;
            }
        };
        TrainingOutcome outcome =
                trainer.train(trainer.start(RandomStream.of(5)), same, RandomStream.of(5), TrainingPlan.steps(3));
        assertThat(outcome).isInstanceOf(TrainingOutcome.Completed.class);
        assertThat(outcome.state().tensors())
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        (name, tensor) -> assertThat(tensor.dtype()).as(name).isEqualTo(DType.FLOAT64));
        assertThat(outcome.state().tensors()).containsKey("buffers/d/spectral-norm.output.weight");
    }
}
