package org.gan4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.gan.network.GeneratorNetwork;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.models.TinyStacked.TinyStackedDiscriminator;
import org.gan4j.models.TinyStacked.TinyStackedGenerator;
import org.junit.jupiter.api.Test;

class TinyStackedTest {
    /** Sides that are no multiples of 8: 28 = 4, 7, 14, 28; 30 = 4, 8, 15, 30; 25 = 4, 7, 13, 25; 32 = 4, 8, 16, 32. */
    @Test
    void imagesDoubleUntilTheyHaveTheSizeOfTheData() {
        for (int side : new int[] {28, 30, 25, 32, 9}) {
            TinyStackedGenerator generator = generator(side, List.of(4, 3, 2, 2));
            SampleSpec spec = SampleSpec.unbounded(Shape.of(side, side, 2));
            Samples latent = generator.latent().sample(3, RandomStream.of(1));
            GeneratorNetwork network = generator.open(spec);
            ForwardPass pass = ForwardPass.training(0, RandomStream.of(2), network.buffers());
            Tensor made = network.generate(network.init(RandomStream.of(3)), latent, pass);
            assertThat(made.shape()).isEqualTo(Shape.of(3, side, side, 2));
        }
    }

    /** The first image is normalised by its channels: 64 means, not 1024. */
    @Test
    void everyLayerButTheLastIsNormalisedByChannels() {
        SampleSpec spec = SampleSpec.unbounded(Shape.of(28, 28, 3));
        assertThat(TinyStackedGenerator.DEFAULTS.open(spec).buffers())
                .hasToString("{image.norm.mean=[64], image.norm.variance=[64], up.0.norm.mean=[32],"
                        + " up.0.norm.variance=[32], up.1.norm.mean=[16], up.1.norm.variance=[16], up.2.norm.mean=[8],"
                        + " up.2.norm.variance=[8]}");
        assertThat(TinyStackedDiscriminator.DEFAULTS.network(spec).buffers())
                .hasToString("{down.0.norm.mean=[2], down.0.norm.variance=[2], down.1.norm.mean=[4],"
                        + " down.1.norm.variance=[4], down.2.norm.mean=[8], down.2.norm.variance=[8]}");
    }

    @Test
    void dataOfAnotherSizeAndEmptyNetworksAreRefused() {
        assertThatThrownBy(() -> TinyStackedGenerator.DEFAULTS.open(SampleSpec.unbounded(Shape.of(32, 32, 3))))
                .hasMessage(
                        "this generator makes images of 28 x 28 pixels, but the data have shape [32, 32, 3]; set side to"
                                + " theirs");
        assertThatThrownBy(() -> generator(28, List.of()))
                .hasMessage("channels is empty: there must be at least one image inside the network");
        assertThatThrownBy(() -> generator(0, List.of(1))).hasMessage("side must be at least 1, but is 0");
    }

    private static TinyStackedGenerator generator(int side, List<Integer> channels) {
        return new TinyStackedGenerator(
                NormalLatent.standard(5),
                channels,
                side,
                Activation.relu(),
                OutputActivation.LINEAR,
                TinyStackedGenerator.DEFAULTS.norm(),
                Initializer.normal(0.1));
    }
}
