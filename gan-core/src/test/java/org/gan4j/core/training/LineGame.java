package org.gan4j.core.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.PlainLayer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** A small game on the line for tests: g(z) = scale z + shift, d(x) = slope x + bend x^2. */
public final class LineGame {
    private LineGame() {}

    /** g(z) = scale z + shift with z of one coordinate. */
    public record LineGenerator() implements Generator {
        @Override
        public Latent latent() {
            return NormalLatent.standard(1);
        }

        @Override
        public Layer network(SampleSpec spec) {
            return PlainLayer.of(
                    Shape.of(1),
                    LineGenerator::weights,
                    (parameters, latent, pass) ->
                            latent.matmul(parameters.get("scale")).plus(parameters.get("shift")));
        }

        private static Parameters weights(RandomStream random) {
            Map<String, Tensor> values = new LinkedHashMap<>();
            values.put("scale", random.split("scale").uniform(Shape.of(1, 1), 0.5, 1));
            values.put("shift", Tensor.of(Shape.of(1), 0f));
            return Parameters.of(values).persistent();
        }
    }

    /** d(x) = slope x + bend x^2, plus noise from the pass if asked for. */
    public record LineDiscriminator(double noise) implements Discriminator {
        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            return DiscriminatorNetwork.scoring(
                    spec.shape(), PlainLayer.of(Shape.of(1), LineDiscriminator::weights, this::score));
        }

        private static Parameters weights(RandomStream random) {
            Map<String, Tensor> values = new LinkedHashMap<>();
            values.put("slope", random.split("slope").uniform(Shape.of(1, 1), 0.1, 0.2));
            values.put("bend", random.split("bend").uniform(Shape.of(1, 1), -0.2, -0.1));
            return Parameters.of(values).persistent();
        }

        private Tensor score(Parameters parameters, Tensor x, Pass pass) {
            Tensor score = x.matmul(parameters.get("slope")).plus(x.square().matmul(parameters.get("bend")));
            return noise == 0 ? score : score.plus(pass.random().split("noise").normal(score.shape(), 0, noise));
        }
    }

    /** The non-saturating loss. */
    public record Logistic() implements AdversarialLoss {
        @Override
        public Tensor discriminatorLoss(Scores real, Scores fake) {
            return real.mean(s -> s.negate().softplus()).plus(fake.mean(Tensor::softplus));
        }

        @Override
        public Tensor generatorLoss(Scores real, Scores fake) {
            return fake.mean(s -> s.negate().softplus());
        }

        @Override
        public boolean scoresAreLogits() {
            return true;
        }
    }

    /** Returns the game with the non-saturating loss. */
    public static AdversarialGame game() {
        return AdversarialGame.of(new LineGenerator(), new LineDiscriminator(0), new Logistic());
    }

    /** Returns the game with its networks. */
    public static PlayableGame playable() {
        return opened(game());
    }

    /** Returns a game on the line with its networks. */
    public static PlayableGame opened(Game game) {
        return game.open(spec(), DType.FLOAT32);
    }

    /** Returns what is known of the data: real numbers. */
    public static SampleSpec spec() {
        return SampleSpec.unbounded(Shape.of(1));
    }

    /** Batches of 16 numbers around 2 with deviation 0.5. */
    public record LineBatches(RandomStream random) implements BatchSource {
        @Override
        public Samples batch(long index) {
            return Samples.of(random.split(index).replay().normal(Shape.of(16, 1), 2, 0.5));
        }

        @Override
        public int batchSize() {
            return 16;
        }

        @Override
        public double batchesPerEpoch() {
            return Double.POSITIVE_INFINITY;
        }
    }
}
