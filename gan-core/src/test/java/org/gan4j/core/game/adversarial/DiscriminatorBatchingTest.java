package org.gan4j.core.game.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.PlainLayer;
import org.gan4j.core.nn.norm.BatchNorm;
import org.gan4j.core.nn.norm.NormStatistics;
import org.gan4j.core.nn.norm.RunningVariance;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** A discriminator that is a batch normalisation and nothing else, of real samples 1 and 3 and generated ones near 8. */
class DiscriminatorBatchingTest {
    private static final BatchNorm NORM = new BatchNorm(
            0.5, 1e-12, NormStatistics.RUNNING, Optional.empty(), Optional.empty(), RunningVariance.UNBIASED);
    private static final Samples REAL = Samples.of(Tensor.of(Shape.of(2, 1), 1f, 3f));
    private static final List<String> BOTH = List.of("d", "g");

    record Norm(List<Tensor> judged) implements Discriminator {
        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            PlainLayer.Of watched = (parameters, values, pass) -> {
                judged.add(values);
                return NORM.apply(parameters, values, pass);
            };
            return DiscriminatorNetwork.scoring(
                    spec.shape(),
                    new PlainLayer(spec.shape(), random -> Parameters.empty(), NORM.buffers(spec.shape()), watched));
        }
    }

    /** Gives 7 and 9 for any latent vectors. */
    record Constant() implements Generator {
        @Override
        public Latent latent() {
            return NormalLatent.standard(1);
        }

        @Override
        public Layer network(SampleSpec spec) {
            return PlainLayer.of(Shape.of(1), (parameters, latent, pass) -> Tensor.of(Shape.of(2, 1), 7f, 9f));
        }
    }

    /** L_D is the mean of real scores, L_G that of generated ones. */
    record Means() implements AdversarialLoss {
        @Override
        public Tensor discriminatorLoss(Scores real, Scores fake) {
            return real.mean(s -> s);
        }

        @Override
        public Tensor generatorLoss(Scores real, Scores fake) {
            return fake.mean(s -> s);
        }
    }

    private final List<Tensor> judged = new ArrayList<>();
    private final AdversarialGame game = AdversarialGame.of(new Constant(), new Norm(judged), new Means());

    /** Apart, each batch has mean 0; running means 0, then 0.5 * 2 = 1, then 0.5 + 0.5 * 8 = 4.5. */
    @Test
    void apartEachBatchIsNormalisedByItself() {
        GameLosses result = played(game);
        assertThat(result.loss("d").item()).isCloseTo(0, within(1e-6));
        assertThat(result.loss("g").item()).isCloseTo(0, within(1e-6));
        assertThat(judged).extracting(Tensor::shape).containsExactly(Shape.of(2, 1), Shape.of(2, 1));
        assertThat(runningMean(result)).isEqualTo(4.5);
        assertThat(game.batches()).isEqualTo(DiscriminatorBatching.SEPARATE);
    }

    /** Together, 1, 3, 7 and 9 have mean 5 and variance 10: scores of real samples are -4 and -2 over sqrt(10). */
    @Test
    void togetherBothAreNormalisedByTheirMixture() {
        GameLosses result = played(game.with(DiscriminatorBatching.JOINT));
        assertThat(result.loss("d").item()).isCloseTo(-3 / Math.sqrt(10), within(1e-6));
        assertThat(result.loss("g").item()).isCloseTo(3 / Math.sqrt(10), within(1e-6));
        assertThat(judged).extracting(Tensor::shape).containsExactly(Shape.of(4, 1));
        assertThat(judged.get(0).toFloats()).containsExactly(1, 3, 7, 9);
        assertThat(runningMean(result)).isEqualTo(2.5);
    }

    /** A penalty's samples, of mean 100, are normalised by themselves and move no running mean, judged apart or together. */
    @Test
    void penaltiesLeaveRunningStatisticsAlone() {
        List<Double> scores = new ArrayList<>();
        TreeMap<String, Penalty> penalties = new TreeMap<>();
        penalties.put("far", (score, real, fake, random) -> {
            Tensor far = score.apply(Tensor.of(Shape.of(2, 1), 99f, 101f));
            scores.add(far.at(1, 0));
            return far.mean();
        });
        AdversarialGame penalised = AdversarialGame.of(game.generator(), game.discriminator(), game.loss())
                .withPenalties(penalties);
        assertThat(runningMean(played(penalised))).isEqualTo(4.5);
        assertThat(runningMean(played(penalised.with(DiscriminatorBatching.JOINT))))
                .isEqualTo(2.5);
        assertThat(scores).hasSize(2).allSatisfy(score -> assertThat(score).isCloseTo(1, within(1e-6)));
    }

    private static double runningMean(GameLosses result) {
        return Objects.requireNonNull(result.updates().get("d/mean")).item();
    }

    private static GameLosses played(AdversarialGame game) {
        PlayableGame opened = game.open(SampleSpec.unbounded(Shape.of(1)), DType.FLOAT32);
        GameState start = opened.start(RandomStream.of(1));
        return opened.losses(start, Draw.of(REAL, RandomStream.of(2)), BOTH);
    }
}
