package org.gan4j.losses.contract;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.optim.Sgd;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingOutcome;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.scheme.Simultaneous;

/** A training of one step in which every score, real or fake, has a given size and either sign. */
final class GivenScores {
    private static final double RATE = 1e-30;

    private GivenScores() {}

    static TrainingOutcome train(AdversarialLoss loss, double size) {
        AdversarialGame game = AdversarialGame.of(new Signs(size), new Itself(), loss);
        PlayableGame opened = game.open(SampleSpec.unbounded(Shape.of(1)), DType.FLOAT32);
        Trainer trainer = Trainer.of(opened, new Simultaneous(), Sgd.of(RATE));
        RandomStream random = RandomStream.of(8);
        return trainer.train(
                trainer.start(random), new Data(random.split("data"), size), random, TrainingPlan.steps(1));
    }

    private static Parameters one(String name, double value) {
        return Parameters.of(Map.of(name, Tensor.of(Shape.of(1, 1), (float) value)))
                .persistent();
    }

    private static Tensor signs(Tensor values) {
        return values.greaterThan(0).times(2).minus(1);
    }

    /** g(z) = size sign(z). */
    private record Signs(double size) implements Generator {
        @Override
        public Latent latent() {
            return NormalLatent.standard(1);
        }

        @Override
        public Layer network(SampleSpec spec) {
            return new Scaled("size", size, GivenScores::signs);
        }
    }

    /** A number times a function of the input. */
    private record Scaled(String name, double start, UnaryOperator<Tensor> of) implements Layer {
        @Override
        public Shape output(Shape input) {
            return Shape.of(1);
        }

        @Override
        public Parameters init(Shape input, RandomStream random) {
            return one(name, start);
        }

        @Override
        public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
            return of.apply(input).matmul(parameters.get(name));
        }
    }

    /** d(x) = x. */
    private record Itself() implements Discriminator {
        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            return DiscriminatorNetwork.scoring(spec.shape(), new Scaled("slope", 1, x -> x));
        }
    }

    private record Data(RandomStream random, double size) implements BatchSource {
        @Override
        public Samples batch(long index) {
            return Samples.of(signs(random.split(index).replay().normal(Shape.of(batchSize(), 1), 0, 1))
                    .times(size));
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
