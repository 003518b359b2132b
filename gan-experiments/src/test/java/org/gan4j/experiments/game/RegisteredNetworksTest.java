package org.gan4j.experiments.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.Autoencoder;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.ValueRange;
import org.gan4j.core.gan.network.AutoencoderNetwork;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.gan.network.DiscriminatorOutputs;
import org.gan4j.core.gan.network.GeneratorNetwork;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Network;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.init.He;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every network that has a name in any module opens on data that fit it, and is what its record says of it: with labels or
 * without, of samples each for itself or mixed, within its range, Lipschitz.
 */
class RegisteredNetworksTest {
    private static final Pattern PARAMETER =
            Pattern.compile("([a-z]+(-[a-z]+)*\\.|\\d+\\.)*(weight|bias|scale|shift|embedding)");
    private static final Pattern BUFFER = Pattern.compile(".+\\.(mean|variance)|(.+\\.)?spectral-norm\\..+");
    private static final int BATCH = 3;
    private static final float[] LABELS = {4, 9, 0};
    private static final float[] OTHER_LABELS = {4, 2, 0};

    private final RegisteredNetworks networks = new RegisteredNetworks();

    @TestFactory
    Stream<DynamicTest> generators() {
        return tests(Generator.class, 50, RegisteredNetworksTest::open, RegisteredNetworksTest::expectGenerator);
    }

    @TestFactory
    Stream<DynamicTest> discriminators() {
        return tests(Discriminator.class, 70, Discriminator::network, RegisteredNetworksTest::expectDiscriminator);
    }

    @TestFactory
    Stream<DynamicTest> autoencoders() {
        return tests(Autoencoder.class, 6, Autoencoder::network, RegisteredNetworksTest::expectAutoencoder);
    }

    /** Among the cases are networks of every trait and without it: nothing is held by absence. */
    @Test
    void everyTraitIsAmongThem() {
        List<Generator> generators = networks.of(Generator.class, RegisteredNetworksTest::open).stream()
                .map(RegisteredNetworks.Case::network)
                .toList();
        assertBoth(generators, Generator::conditional);
        assertBoth(generators, Generator::mixesSamples);
        assertBoth(generators, generator -> generator.range().equals(ValueRange.UNBOUNDED));
        List<Discriminator> discriminators = networks.of(Discriminator.class, Discriminator::network).stream()
                .map(RegisteredNetworks.Case::network)
                .toList();
        assertBoth(discriminators, Discriminator::conditional);
        assertBoth(discriminators, Discriminator::mixesSamples);
        assertBoth(discriminators, Discriminator::lipschitz);
    }

    private static <T> void assertBoth(List<T> networks, Function<T, Boolean> trait) {
        assertThat(networks).extracting(trait).contains(true, false);
    }

    private <T> Stream<DynamicTest> tests(
            Class<T> family,
            int atLeast,
            RegisteredNetworks.Opening<T> opening,
            Consumer<RegisteredNetworks.Case<T>> expected) {
        List<RegisteredNetworks.Case<T>> cases = networks.of(family, opening);

        assertThat(cases).hasSizeGreaterThanOrEqualTo(atLeast);
        return cases.stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    try (Scope scope = Scope.open()) {
                        expected.accept(each);
                    }
                }));
    }

    /** A generator of another size than the data's is refused by games. */
    private static void open(Generator generator, SampleSpec spec) {
        int size = generator.open(spec).output().size();
        if (size != spec.shape().size()) {
            throw new IllegalArgumentException("samples of " + size + " numbers");
        }
    }

    private static void expectGenerator(RegisteredNetworks.Case<Generator> each) {
        Generator generator = each.network();
        GeneratorNetwork network = generator.open(each.spec());
        Parameters parameters = network.init(RandomStream.of(1));
        expectNames(network, parameters);
        Tensor latents = generator.latent().sample(BATCH, RandomStream.of(2)).values();
        Function<Samples, Tensor> evaluated = z -> network.generate(parameters, z, evaluation(network));
        Tensor made = evaluated.apply(labelled(latents, LABELS));
        int size = each.spec().shape().size();
        assertThat(network.output().size()).isEqualTo(size);
        assertThat(made.size()).isEqualTo(BATCH * size);
        assertThat(made.shape().dim(0)).isEqualTo(BATCH);
        assertThat(made.allFinite()).isTrue();
        assertThat(network.layer().takesLabels()).isEqualTo(generator.conditional());
        expectLabels(generator.conditional(), latents, evaluated);
        expectMixing(
                generator.mixesSamples(), network, latents, z -> network.generate(parameters, z, training(network)));
        expectRange(generator, network, parameters.map(weight -> weight.times(50)), latents);
    }

    /** With weights fifty times as large samples come up to a bound, and leave [-1, 1] where there is none. */
    private static void expectRange(Generator generator, GeneratorNetwork network, Parameters large, Tensor latents) {
        Tensor made = network.generate(large, labelled(latents, LABELS), training(network));
        double low = -made.negate().max().item();
        double high = made.max().item();
        ValueRange range = generator.range();
        assertThat(low).isGreaterThanOrEqualTo(range.low());
        assertThat(high).isLessThanOrEqualTo(range.high());
        if (range.equals(ValueRange.UNBOUNDED)) {
            assertThat(Math.max(-low, high)).isGreaterThan(1);
        } else {
            double left = Math.min(range.high() - high, low - range.low());
            assertThat(left).isLessThan(0.1 * (range.high() - range.low()));
        }
    }

    private static void expectDiscriminator(RegisteredNetworks.Case<Discriminator> each) {
        Discriminator discriminator = each.network();
        DiscriminatorNetwork network = discriminator.network(each.spec());
        Parameters parameters = network.init(RandomStream.of(1));
        expectNames(network, parameters);
        Tensor values = samples(each.spec());
        DiscriminatorOutputs outputs = network.apply(parameters, labelled(values, LABELS), evaluation(network));
        Function<Samples, Tensor> evaluated = x -> network.score(parameters, x, evaluation(network));
        Tensor scores = evaluated.apply(labelled(values, LABELS));
        assertThat(scores.shape()).isEqualTo(Shape.of(BATCH, 1));
        assertThat(scores.allFinite()).isTrue();
        assertThat(outputs.score().toFloats()).isEqualTo(scores.toFloats());
        assertThat(outputs.features().size())
                .isEqualTo(BATCH * network.features().size());
        expectLabels(discriminator.conditional(), values, evaluated);
        expectMixing(
                discriminator.mixesSamples(), network, values, x -> network.score(parameters, x, training(network)));
        expectLipschitz(discriminator, network, parameters, values);
        expectHead(network, parameters, values);
    }

    /**
     * Weights ten times as large change no difference of scores where they are divided by their norms, and make every one
     * larger where they are not.
     */
    private static void expectLipschitz(
            Discriminator discriminator, DiscriminatorNetwork network, Parameters parameters, Tensor values) {
        Samples samples = labelled(values, LABELS);
        double[] scores =
                network.score(parameters, samples, evaluation(network)).toDoubles();
        Parameters large = parameters.map(weight -> weight.shape().rank() < 2 ? weight : weight.times(10));
        double[] others = network.score(large, samples, evaluation(network)).toDoubles();
        double difference = Math.abs(scores[0] - scores[1]);
        double other = Math.abs(others[0] - others[1]);
        assertThat(difference).isPositive();
        if (discriminator.lipschitz()) {
            assertThat(other).isCloseTo(difference, within(1e-3 * difference));
            assertThat(discriminator.mixesSamples()).isFalse();
        } else if (!discriminator.mixesSamples() && Math.abs(other - difference) < 1e-3 * difference) {
            // Normalised, but with the squared error of a reconstruction: 100 times as far apart is more than 100 times
            // as much.
            double[] far = network.score(parameters, labelled(values.times(100), LABELS), evaluation(network))
                    .toDoubles();
            assertThat(Math.abs(far[0] - far[1])).isGreaterThan(1000 * difference);
        } else if (!discriminator.mixesSamples()) {
            assertThat(other).isGreaterThan(2 * difference);
        }
    }

    /** One more head leaves parameters and scores as they are; a trunk that reads labels takes none. */
    private static void expectHead(DiscriminatorNetwork network, Parameters parameters, Tensor values) {
        Linear head = Linear.of(7, He.DEFAULTS);
        Samples samples = labelled(values, LABELS);
        float[] features = network.apply(parameters, samples, evaluation(network))
                .features()
                .toFloats();
        float[] others = network.apply(parameters, labelled(values, OTHER_LABELS), evaluation(network))
                .features()
                .toFloats();
        if (!Arrays.equals(features, others)) {
            assertThatThrownBy(() -> network.withHead("classes", head)).hasMessageContaining("would be told");
            return;
        }
        if (network.features().rank() != 1) {
            return;
        }
        DiscriminatorNetwork more = network.withHead("classes", head);
        Parameters with = more.init(RandomStream.of(1));
        assertThat(with.names()).containsAll(parameters.names()).contains("classes.weight", "classes.bias");
        assertThat(with.size()).isEqualTo(parameters.size() + 2);
        ForwardPass pass = ForwardPass.evaluation(0, RandomStream.of(5), more.buffers());
        DiscriminatorOutputs outputs = more.apply(with, samples, pass);
        assertThat(outputs.head("classes").shape()).isEqualTo(Shape.of(BATCH, 7));
        assertThat(outputs.score().toFloats())
                .isEqualTo(
                        network.score(parameters, samples, evaluation(network)).toFloats());
    }

    private static void expectAutoencoder(RegisteredNetworks.Case<Autoencoder> each) {
        expectDiscriminator(new RegisteredNetworks.Case<>(each.name(), each.network(), each.spec()));
        AutoencoderNetwork network = each.network().network(each.spec());
        Parameters parameters = network.init(RandomStream.of(1));
        Samples samples = labelled(samples(each.spec()), LABELS);
        AutoencoderNetwork.Outputs outputs = network.apply(parameters, samples, evaluation(network));
        Tensor codes = network.encode(parameters, samples, evaluation(network));
        Tensor again = network.decode(parameters, codes, evaluation(network));
        assertThat(codes.shape().dim(0)).isEqualTo(BATCH);
        assertThat(codes.size()).isEqualTo(BATCH * network.features().size());
        assertThat(again.size()).isEqualTo(BATCH * each.spec().shape().size());
        assertThat(outputs.features().toFloats()).isEqualTo(codes.toFloats());
        assertThat(network.error().of(samples.values(), again).toFloats())
                .isEqualTo(outputs.energy().toFloats());
        assertThat(outputs.score().toFloats())
                .isEqualTo(outputs.energy().negate().toFloats());
        assertThat(outputs.score().max().item()).isNegative();
    }

    private static void expectNames(Network network, Parameters parameters) {
        assertThat(parameters.names())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(name -> PARAMETER.matcher(name).matches());
        assertThat(network.buffers().names())
                .doesNotHaveDuplicates()
                .allMatch(name -> BUFFER.matcher(name).matches());
        assertThat(network.init(RandomStream.of(1)).names()).isEqualTo(parameters.names());
    }

    /** Another label changes its own sample's output and no other's; without labels a conditional network gives none. */
    private static void expectLabels(boolean conditional, Tensor values, Function<Samples, Tensor> network) {
        float[][] outputs = rows(network.apply(labelled(values, LABELS)));
        float[][] others = rows(network.apply(labelled(values, OTHER_LABELS)));
        assertThat(others[0]).isEqualTo(outputs[0]);
        assertThat(others[2]).isEqualTo(outputs[2]);
        if (conditional) {
            assertThat(others[1]).isNotEqualTo(outputs[1]);
            assertThatThrownBy(() -> network.apply(Samples.of(values)))
                    .hasMessageContaining("was given samples without labels");
        } else {
            assertThat(others[1]).isEqualTo(outputs[1]);
            assertThat(rows(network.apply(Samples.of(values)))).isDeepEqualTo(outputs);
        }
    }

    /** In training, another third sample changes the outputs of the first two exactly where samples are mixed. */
    private static void expectMixing(boolean mixes, Network network, Tensor values, Function<Samples, Tensor> trained) {
        assertThat(network.mixesSamples()).isEqualTo(mixes);
        Tensor changed = Tensor.concatenate(
                0,
                values.slice(0, 0, BATCH - 1),
                values.slice(0, BATCH - 1, BATCH).times(-0.7));
        float[][] outputs = rows(trained.apply(labelled(values, LABELS)));
        float[][] others = rows(trained.apply(labelled(changed, LABELS)));
        assertThat(others[BATCH - 1]).isNotEqualTo(outputs[BATCH - 1]);
        for (int i = 0; i < BATCH - 1; i++) {
            assertThat(Arrays.equals(others[i], outputs[i])).isNotEqualTo(mixes);
        }
    }

    private static float[][] rows(Tensor batch) {
        float[] values = batch.toFloats();
        int size = values.length / BATCH;
        float[][] rows = new float[BATCH][];
        for (int i = 0; i < BATCH; i++) {
            rows[i] = Arrays.copyOfRange(values, i * size, (i + 1) * size);
        }
        return rows;
    }

    private static Samples labelled(Tensor values, float[] labels) {
        return Samples.of(values, Tensor.of(Shape.of(BATCH), labels));
    }

    private static Tensor samples(SampleSpec spec) {
        int[] dims = new int[spec.shape().rank() + 1];
        dims[0] = BATCH;
        System.arraycopy(spec.shape().dims(), 0, dims, 1, dims.length - 1);
        return RandomStream.of(3).uniform(Shape.of(dims), 0, 1);
    }

    private static ForwardPass training(Network network) {
        return ForwardPass.training(0, RandomStream.of(4), network.buffers());
    }

    private static ForwardPass evaluation(Network network) {
        return ForwardPass.evaluation(0, RandomStream.of(4), network.buffers());
    }
}
