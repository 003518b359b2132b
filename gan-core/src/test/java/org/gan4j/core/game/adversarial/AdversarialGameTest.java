package org.gan4j.core.game.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.gan.ValueRange;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.io.UserError;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.PlainLayer;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.LineGame;
import org.junit.jupiter.api.Test;

class AdversarialGameTest {
    private static final Samples REAL = Samples.of(Tensor.of(Shape.of(4, 1), 1.5f, 2.25f, 1.75f, 2.75f));
    private static final List<String> BOTH = List.of("d", "g");

    private final AdversarialGame game = LineGame.game();
    private final PlayableGame opened = LineGame.opened(game);
    private final GameState start = opened.start(RandomStream.of(5));

    @Test
    void onlyTheTrackedPlayerGetsAGradient() {
        for (String player : BOTH) {
            GameState tracked = start.tracking(List.of(player));
            GameLosses result = opened.losses(tracked, Draw.of(REAL, RandomStream.of(6)), BOTH);
            PlayerState other = tracked.player(player.equals("d") ? "g" : "d");
            for (String loss : BOTH) {
                assertThat(gradients(result.loss(loss), tracked.player(player)))
                        .as("gradient of loss %s for %s", loss, player)
                        .hasSize(2)
                        .allMatch(g -> g != 0);
                assertThatThrownBy(() -> gradients(result.loss(loss), other)).hasMessageContaining("is not tracked");
            }
        }
    }

    @Test
    void fakesLeadToTheGeneratorOnlyWhenItIsTracked() {
        List<Boolean> fakesTracked = new ArrayList<>();
        Penalty looking = (score, real, fake, random) -> {
            fakesTracked.add(fake.isTracked());
            return fake.mean().times(0);
        };
        TreeMap<String, Penalty> penalties = new TreeMap<>();
        penalties.put("looking", looking);
        AdversarialGame watched = AdversarialGame.of(game.generator(), game.discriminator(), game.loss())
                .withPenalties(penalties);
        LineGame.opened(watched).losses(start.tracking(List.of("d")), Draw.of(REAL, RandomStream.of(6)), BOTH);
        LineGame.opened(watched).losses(start.tracking(List.of("g")), Draw.of(REAL, RandomStream.of(6)), BOTH);
        LineGame.opened(watched).losses(start, Draw.of(REAL, RandomStream.of(6)), BOTH);
        assertThat(fakesTracked).containsExactly(false, true, false);
        assertThat(start.player("g").parameters().get("scale").isTracked()).isFalse();
    }

    @Test
    void askingForOneLossGivesTheSameLossAsAskingForBoth() {
        GameLosses both = opened.losses(start, Draw.of(REAL, RandomStream.of(6)), BOTH);
        for (String player : BOTH) {
            GameLosses alone = opened.losses(start, Draw.of(REAL, RandomStream.of(6)), List.of(player));
            assertThat(alone.losses()).containsOnlyKeys(player);
            assertThat(alone.loss(player).item()).isEqualTo(both.loss(player).item());
        }
        assertThatThrownBy(() -> opened.losses(start, Draw.of(REAL, RandomStream.of(6)), List.of("g"))
                        .loss("d"))
                .hasMessage("no loss of player 'd' was computed; players were [g]");
    }

    @Test
    void bothLossesComeFromOnePassOverOneBatchOfFakes() {
        List<Shape> scored = new ArrayList<>();
        List<Tensor> seen = new ArrayList<>();
        DiscriminatorNetwork line = new LineGame.LineDiscriminator(0).network(LineGame.spec());
        PlainLayer.Of watched = (parameters, values, pass) -> {
            scored.add(values.shape());
            seen.add(values);
            return line.score(parameters, Samples.of(values), pass);
        };
        Discriminator counting =
                spec -> DiscriminatorNetwork.scoring(spec.shape(), PlainLayer.of(Shape.of(1), line::init, watched));
        AdversarialGame counted = AdversarialGame.of(new LineGame.LineGenerator(), counting, new LineGame.Logistic());
        GameLosses result = LineGame.opened(counted).losses(start, Draw.of(REAL, RandomStream.of(6)), BOTH);
        result.report().values().forEach(number -> number.get().item());
        assertThat(scored).containsExactly(Shape.of(4, 1), Shape.of(4, 1));
        scored.clear();
        LineGame.opened(counted).losses(start, Draw.of(REAL, RandomStream.of(6)), List.of("g"));
        assertThat(scored).as("the generator's loss reads fake scores only").hasSize(1);
        assertThat(seen.get(2).toFloats()).isEqualTo(seen.get(1).toFloats());
    }

    @Test
    void reportsMomentsOfScoresAndProbabilitiesUnderTheRightNames() {
        Map<String, Double> report = new TreeMap<>();
        opened.losses(start, Draw.of(REAL, RandomStream.of(6)), BOTH)
                .report()
                .forEach((name, value) -> report.put(name, value.get().item()));
        assertThat(report)
                .containsOnlyKeys(
                        "score/real/mean",
                        "score/real/deviation",
                        "score/fake/mean",
                        "score/fake/deviation",
                        "probability/real/mean",
                        "probability/real/deviation",
                        "probability/fake/mean",
                        "probability/fake/deviation");
        double[] scores = realScores();
        double mean = (scores[0] + scores[1] + scores[2] + scores[3]) / 4;
        double square = 0;
        double probability = 0;
        for (double score : scores) {
            square += (score - mean) * (score - mean) / 4;
            probability += 1 / (1 + Math.exp(-score)) / 4;
        }
        assertThat(report.get("score/real/mean")).isCloseTo(mean, within(1e-6));
        assertThat(report.get("score/real/deviation")).isCloseTo(Math.sqrt(square), within(1e-6));
        assertThat(report.get("probability/real/mean")).isCloseTo(probability, within(1e-6));
        assertThat(report.get("score/fake/mean")).isNotCloseTo(mean, within(1e-3));
    }

    @Test
    void penaltiesAreAddedToTheLossAndReported() {
        Penalty tripled = (score, real, fake, random) -> score.apply(real)
                .square()
                .mean()
                .times(3)
                .plus(score.apply(fake).mean().times(0));
        TreeMap<String, Penalty> penalties = new TreeMap<>();
        penalties.put("size", tripled);
        AdversarialGame penalised = AdversarialGame.of(game.generator(), game.discriminator(), game.loss())
                .withPenalties(penalties);
        double plain = opened.losses(start, Draw.of(REAL, RandomStream.of(6)), BOTH)
                .loss("d")
                .item();
        GameLosses result = LineGame.opened(penalised).losses(start, Draw.of(REAL, RandomStream.of(6)), BOTH);
        double expected = 0;
        for (double score : realScores()) {
            expected += 3 * score * score / 4;
        }
        assertThat(reported(result, "penalty/size")).isCloseTo(expected, within(1e-5));
        assertThat(result.loss("d").item()).isCloseTo(plain + expected, within(1e-5));
        assertThat(result.loss("g").item())
                .isEqualTo(opened.losses(start, Draw.of(REAL, RandomStream.of(6)), BOTH)
                        .loss("g")
                        .item());
    }

    @Test
    void transformsReachRealAndFakeSamplesAndThePenalties() {
        List<Double> penalised = new ArrayList<>();
        Penalty looking = (score, real, fake, random) -> {
            penalised.add(real.at(1, 0));
            return real.mean().times(0);
        };
        TreeMap<String, Penalty> penalties = new TreeMap<>();
        penalties.put("looking", looking);
        SampleTransform doubled = (samples, pass) -> Samples.of(samples.values().times(2));
        AdversarialGame twice = AdversarialGame.of(game.generator(), game.discriminator(), game.loss())
                .withPenalties(penalties)
                .withTransforms(List.of(doubled, doubled));
        GameLosses result = LineGame.opened(twice).losses(start, Draw.of(REAL, RandomStream.of(6)), List.of("d"));
        assertThat(penalised).containsExactly(9.0);
        double[] scores = realScores(4);
        assertThat(reported(result, "score/real/mean"))
                .isCloseTo((scores[0] + scores[1] + scores[2] + scores[3]) / 4, within(1e-5));
    }

    @Test
    void initialWeightsDependOnSeedPlayerAndPathOnly() {
        AdversarialGame other = AdversarialGame.of(
                new LineGame.LineGenerator(), new LineGame.LineDiscriminator(0.1), new LineGame.Logistic());
        GameState again = LineGame.opened(other).start(RandomStream.of(5));
        assertThat(again.player("g").parameters().get("scale").toFloats())
                .isEqualTo(start.player("g").parameters().get("scale").toFloats());
        assertThat(again.player("d").parameters().get("bend").toFloats())
                .isEqualTo(start.player("d").parameters().get("bend").toFloats());
        assertThat(opened.start(RandomStream.of(4))
                        .player("g")
                        .parameters()
                        .get("scale")
                        .toFloats())
                .isNotEqualTo(start.player("g").parameters().get("scale").toFloats());
    }

    @Test
    void refusesAGeneratorWhoseRangeIsNotTheDatas() {
        Generator squashed = new Generator() {
            @Override
            public Latent latent() {
                return NormalLatent.standard(1);
            }

            @Override
            public Layer network(SampleSpec spec) {
                return Activation.tanh();
            }

            @Override
            public ValueRange range() {
                return new ValueRange(-1, 1);
            }
        };
        AdversarialGame wrong = AdversarialGame.of(squashed, game.discriminator(), game.loss());
        SampleSpec images = new SampleSpec(Shape.of(1), 0, 1, 0, () -> Tensor.of(Shape.of(1), 0.5f));
        assertThatThrownBy(() -> wrong.open(images, DType.FLOAT32))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the generator's output lies in [-1, 1]")
                .hasMessageContaining("[0, 1]");
    }

    @Test
    void refusesUnknownPlayers() {
        assertThatThrownBy(() -> opened.losses(start, Draw.of(REAL, RandomStream.of(6)), List.of("critic")))
                .hasMessage("no player 'critic'; players are [d, g]");
        assertThatThrownBy(() -> start.player("critic")).hasMessage("no player 'critic'; players are [d, g]");
    }

    private double[] realScores() {
        return realScores(1);
    }

    /** slope x + bend x^2, in plain arithmetic. */
    private double[] realScores(double factor) {
        double slope = start.player("d").parameters().get("slope").item();
        double bend = start.player("d").parameters().get("bend").item();
        double[] x = REAL.values().toDoubles();
        double[] scores = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            scores[i] = slope * factor * x[i] + bend * factor * factor * x[i] * x[i];
        }
        return scores;
    }

    private static double reported(GameLosses result, String name) {
        return Objects.requireNonNull(result.report().get(name)).get().item();
    }

    private static List<Double> gradients(Tensor loss, PlayerState player) {
        return Gradients.of(loss, player.parameters().list()).stream()
                .map(Tensor::item)
                .toList();
    }
}
