package org.gan4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The networks of the released MNIST experiment, number by number. */
class Goodfellow2014Test {
    private static final SampleSpec IMAGES = new SampleSpec(Shape.of(28, 28), 0, 1, 10, Goodfellow2014Test::mean);

    private final Parameters generator =
            Goodfellow2014.MNIST_GENERATOR.open(IMAGES).init(RandomStream.of(1));
    private final Parameters discriminator =
            Goodfellow2014.MNIST_DISCRIMINATOR.network(IMAGES).init(RandomStream.of(1));

    private static Tensor mean() {
        float[] mean = new float[784];
        mean[1] = 0.25f;
        mean[2] = 1;
        return Tensor.of(Shape.of(28, 28), mean);
    }

    @Test
    void theGeneratorHasTheseParameters() {
        assertThat(generator)
                .hasToString("{hidden.0.weight=[100, 1200], hidden.0.bias=[1200], hidden.1.weight=[1200, 1200],"
                        + " hidden.1.bias=[1200], output.weight=[1200, 784], output.bias=[784]}");
        assertThat(generator.count()).isEqualTo(121_200 + 1_441_200 + 941_584);
    }

    @Test
    void theDiscriminatorHasTheseParameters() {
        assertThat(discriminator)
                .hasToString("{hidden.0.weight=[784, 1200], hidden.0.bias=[1200], hidden.1.weight=[240, 1200],"
                        + " hidden.1.bias=[1200], output.weight=[240, 1], output.bias=[1]}");
        assertThat(discriminator.count()).isEqualTo(942_000 + 289_200 + 241);
    }

    @Test
    void weightsFillTheirIntervalsAndBiasesStartAtZero() {
        for (String name : List.of("hidden.0.weight", "hidden.1.weight", "output.weight")) {
            assertThat(largest(generator.get(name))).as(name).isCloseTo(0.05, within(0.0001));
        }
        for (String name : List.of("hidden.0.weight", "hidden.1.weight")) {
            assertThat(largest(discriminator.get(name))).as(name).isCloseTo(0.005, within(0.00001));
        }
        assertThat(largest(discriminator.get("output.weight"))).isBetween(0.0045, 0.005);
        List<Tensor> biases = new ArrayList<>();
        biases.add(generator.get("hidden.0.bias"));
        biases.add(generator.get("hidden.1.bias"));
        biases.add(discriminator.get("hidden.0.bias"));
        biases.add(discriminator.get("hidden.1.bias"));
        biases.add(discriminator.get("output.bias"));
        assertThat(biases).allMatch(bias -> largest(bias) == 0);
    }

    /** The mean is clipped to [1e-7, 1 - 1e-7]: logit(1e-7) = -16.118; logit(1/4) = -log 3. */
    @Test
    void outputBiasesStartAtTheLogitOfTheMeanImage() {
        double[] bias = generator.get("output.bias").toDoubles();
        assertThat(bias[0]).isCloseTo(-16.118095, within(1e-5));
        assertThat(bias[1]).isCloseTo(-Math.log(3), within(1e-6));
        assertThat(bias[2]).isCloseTo(16.118095, within(1e-5));
    }

    @Test
    void samplesAreImagesBetweenZeroAndOne() {
        Samples latent = Goodfellow2014.MNIST_GENERATOR.latent().sample(3, RandomStream.of(2));
        assertThat(latent.values().shape()).isEqualTo(Shape.of(3, 100));
        Tensor images = Goodfellow2014.MNIST_GENERATOR.open(IMAGES).generate(generator, latent, training());
        assertThat(images.shape()).isEqualTo(Shape.of(3, 784));
        assertThat(images.toDoubles()[784 + 1]).isStrictlyBetween(0.0, 1.0);
        assertThat(Goodfellow2014.MNIST_GENERATOR.range().low()).isZero();
        assertThat(Goodfellow2014.MNIST_GENERATOR.range().high()).isEqualTo(1);
    }

    /** Dropout keeps .8 of the input scaled by 1.25: on an identity-like network the mean score is unchanged. */
    @Test
    void dropoutKeepsTheMeanOfTheScores() {
        DiscriminatorNetwork small = new MaxoutDiscriminator(List.of(3), 2, Initializer.constant(0.5), 0.8, 0.5)
                .network(SampleSpec.unbounded(Shape.of(2)));
        Parameters parameters = small.init(RandomStream.of(1));
        Samples ones = Samples.of(Tensor.of(Shape.of(20_000, 2), filled(40_000)));
        Pass evaluation = ForwardPass.evaluation(0, RandomStream.of(9), Buffers.empty());
        // both pieces of a unit are (1 + 1) / 2, and three units with weight 1/2 make 1.5
        assertThat(small.score(parameters, ones, evaluation).at(7, 0)).isCloseTo(1.5, within(1e-6));
        assertThat(small.score(parameters, ones, training()).mean().item()).isCloseTo(1.5, within(0.03));
    }

    private static float[] filled(int count) {
        float[] values = new float[count];
        Arrays.fill(values, 1);
        return values;
    }

    private static double largest(Tensor tensor) {
        return tensor.abs().max().item();
    }

    private static Pass training() {
        return ForwardPass.training(0, RandomStream.of(9), Buffers.empty());
    }
}
