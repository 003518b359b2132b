package org.gan4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import java.util.List;
import org.gan4j.core.binding.CoreModule;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.gan.network.GeneratorNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.models.binding.ModelsModule;
import org.junit.jupiter.api.Test;

/** Networks that are written layer by layer in a configuration. */
class LayeredTest {
    private static final SampleSpec IMAGES =
            new SampleSpec(Shape.of(8, 8, 1), 0, 1, 3, () -> Tensor.zeros(DType.FLOAT32, Shape.of(8, 8, 1)));

    private final ConfigurationReader reader =
            Guice.createInjector(new CoreModule(), new ModelsModule()).getInstance(ConfigurationReader.class);

    private <T> T read(String text, Class<T> type) {
        return reader.parse(text, "test", List.of(), type).value();
    }

    @Test
    void aGeneratorOfResidualBlocks() {
        Generator generator = read("""
                type: layers
                latent: {type: normal, size: 5}
                output: sigmoid
                layers:
                  - {type: linear, units: 64}
                  - {type: reshape, dims: [4, 4, 4]}
                  - {type: residual-convolution, channels: 4, resampling: up, norm: {momentum: 0.2}}
                  - {type: named, name: last, layer: {type: convolution, channels: 1, kernel: 3, padding: 1}}
                """, Generator.class);
        assertThat(generator.mixesSamples()).isTrue();
        assertThat(generator.conditional()).isFalse();
        GeneratorNetwork network = generator.open(IMAGES);
        Parameters parameters = network.init(RandomStream.of(1));
        assertThat(parameters.names())
                .contains(
                        "layers.0.weight", "layers.2.body.first.weight", "layers.2.shortcut.map.weight", "last.weight");
        Tensor made = network.generate(
                parameters,
                Samples.of(RandomStream.of(2).normal(Shape.of(6, 5))),
                ForwardPass.training(0, RandomStream.of(3), network.buffers()));
        assertThat(made.shape()).isEqualTo(Shape.of(6, 8, 8, 1));
        assertThat(made.greaterThan(0).times(made.lessThan(1)).mean().item()).isEqualTo(1);
    }

    @Test
    void aDiscriminatorWithAProjectionAndSpectralNormInOneLayerOnly() {
        Discriminator discriminator = read("""
                type: layers
                projection: true
                layers:
                  - {type: spectral-norm, layer: {type: convolution, channels: 4, kernel: 4, stride: 2, padding: 1}}
                  - {type: leaky-relu, slope: 0.2}
                  - flatten
                """, Discriminator.class);
        assertThat(discriminator.conditional()).isTrue();
        assertThat(discriminator.lipschitz()).isFalse();
        DiscriminatorNetwork network = discriminator.network(IMAGES);
        Parameters parameters = network.init(RandomStream.of(1));
        assertThat(parameters.names())
                .containsExactlyInAnyOrder(
                        "layers.0.weight", "layers.0.bias", "output.weight", "output.bias", "output.embedding");
        assertThat(network.buffers().names()).containsExactly("layers.0.spectral-norm.weight");
        Samples samples =
                Samples.of(RandomStream.of(2).normal(Shape.of(3, 8, 8, 1)), Tensor.of(Shape.of(3), 0f, 1f, 2f));
        ForwardPass pass = ForwardPass.training(0, RandomStream.of(3), network.buffers());
        Tensor scores = network.score(parameters, samples, pass);
        assertThat(scores.shape()).isEqualTo(Shape.of(3, 1));
        Tensor scaled = network.score(
                parameters.with(
                        "layers.0.weight", parameters.get("layers.0.weight").times(8)),
                samples,
                pass);
        assertThat(scaled.toFloats()).isEqualTo(scores.toFloats());
    }

    @Test
    void sizesThatDoNotFitAreSaid() {
        Generator generator = read("""
                {type: layers, latent: {type: normal, size: 5}, layers: [{type: linear, units: 7}]}
                """, Generator.class);
        assertThat(generator.open(IMAGES).output()).isEqualTo(Shape.of(7));
        assertThatThrownBy(() -> read("{type: layers, layers: []}", Discriminator.class))
                .hasMessageContaining("layers is empty: there must be at least one");
        Discriminator images = read("""
                {type: layers, layers: [{type: convolution, channels: 1, kernel: 3}]}
                """, Discriminator.class);
        assertThatThrownBy(() -> images.network(IMAGES)).hasMessageContaining("put a Flatten before it");
    }
}
