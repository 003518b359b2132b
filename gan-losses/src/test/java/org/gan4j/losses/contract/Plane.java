package org.gan4j.losses.contract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** A small game in the plane for tests, in float32: networks with one hidden layer, data around (2, -1). */
public final class Plane {
    private Plane() {}

    /** A generator with a hidden layer of 12 rectifiers; samples have the data's number of coordinates. */
    public record PlaneGenerator() implements Generator {
        @Override
        public Latent latent() {
            return NormalLatent.standard(2);
        }

        @Override
        public Layer network(SampleSpec spec) {
            return Sequential.of(
                    Linear.of(12, Initializer.normal(0.3)),
                    Activation.relu(),
                    Linear.of(spec.shape().size(), Initializer.normal(0.3)));
        }
    }

    /** A discriminator with a hidden layer of 12 leaky rectifiers. */
    public record PlaneDiscriminator() implements Discriminator {
        private static final Sequential NETWORK = new Sequential(List.of(
                Linear.of(12, Initializer.normal(1)), Activation.leakyRelu(0.2), Linear.of(1, Initializer.normal(1))));

        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            return DiscriminatorNetwork.scoring(spec.shape(), new Flat(NETWORK));
        }
    }

    /** A layer on the values of each sample in one row. */
    private record Flat(Layer layer) implements Layer {
        @Override
        public Shape output(Shape input) {
            return layer.output(Shape.of(input.size()));
        }

        @Override
        public Parameters init(Shape input, RandomStream random) {
            return layer.init(Shape.of(input.size()), random);
        }

        @Override
        public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
            return layer.apply(parameters, input.reshape(input.shape().dim(0), -1), pass);
        }
    }

    /** Batches of 12 samples of a shape, with deviation 0.5; the numbers of a sample lie around 2, -1, 2, -1, .... */
    public record PlaneBatches(Shape shape, RandomStream random) implements BatchSource {
        @Override
        public Samples batch(long index) {
            int size = shape.size();
            float[] centre = new float[size];
            for (int i = 0; i < size; i++) {
                centre[i] = i % 2 == 0 ? 2 : -1;
            }
            Tensor noise = random.split(index).replay().normal(Shape.of(12, size), 0, 0.5);
            int[] dims = new int[shape.rank() + 1];
            System.arraycopy(shape.dims(), 0, dims, 1, shape.rank());
            dims[0] = 12;
            return Samples.of(noise.plus(Tensor.of(Shape.of(size), centre)).reshape(Shape.of(dims)));
        }

        @Override
        public int batchSize() {
            return 12;
        }

        @Override
        public double batchesPerEpoch() {
            return 10;
        }
    }

    /** Returns the game with these penalties and transforms. */
    public static AdversarialGame game(
            AdversarialLoss loss, Map<String, Penalty> penalties, List<SampleTransform> transforms) {
        return AdversarialGame.of(new PlaneGenerator(), new PlaneDiscriminator(), loss)
                .withPenalties(new TreeMap<>(penalties))
                .withTransforms(transforms);
    }
}
