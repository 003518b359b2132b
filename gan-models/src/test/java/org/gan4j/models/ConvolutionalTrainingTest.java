package org.gan4j.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.gan.network.GeneratorNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.models.Dcgan.DcganDiscriminator;
import org.gan4j.models.Dcgan.DcganGenerator;
import org.gan4j.models.TinyStacked.TinyStackedDiscriminator;
import org.gan4j.models.TinyStacked.TinyStackedGenerator;
import org.junit.jupiter.api.Test;

/** Three steps of gradient descent with the published networks, those for larger images with fewer channels. */
class ConvolutionalTrainingTest {
    private static final int SAMPLES = 4;

    @Test
    void dcganFor28PixelsLearns() {
        learns(DcganGenerator.DEFAULTS, DcganDiscriminator.DEFAULTS, spec(28, 1, 0, 0));
    }

    @Test
    void theConditionalDcganLearns() {
        learns(DcganPresets.CONDITIONAL_GENERATOR, DcganPresets.CONDITIONAL_DISCRIMINATOR, spec(28, 1, 0, 10));
    }

    @Test
    void infoGanLearns() {
        learns(DcganPresets.INFOGAN_GENERATOR, DcganPresets.INFOGAN_DISCRIMINATOR, spec(28, 1, 0, 0));
    }

    @Test
    void theSmallNetworksForStackedDigitsLearn() {
        learns(TinyStackedGenerator.DEFAULTS, TinyStackedDiscriminator.DEFAULTS, spec(28, 3, -1, 0));
    }

    @Test
    void narrowNetworksFor32And64PixelsLearn() {
        learns(
                narrow(DcganPresets.GENERATOR_32, List.of(16, 8, 4)),
                narrow(DcganPresets.DISCRIMINATOR_32, List.of(4, 8, 16)),
                spec(32, 3, -1, 0));
        learns(
                narrow(DcganPresets.GENERATOR_64, List.of(16, 8, 4, 4)),
                narrow(DcganPresets.DISCRIMINATOR_64, List.of(4, 4, 8, 16)),
                spec(64, 3, -1, 0));
    }

    private static void learns(Generator generator, Discriminator discriminator, SampleSpec spec) {
        List<Double> losses = trained(generator, discriminator, spec);
        assertThat(losses).hasSize(6).allMatch(Double::isFinite).doesNotHaveDuplicates();
        assertThat(trained(generator, discriminator, spec)).isEqualTo(losses);
    }

    /** Returns the losses of both players, non-saturating, while each goes down its gradient in turn. */
    private static List<Double> trained(Generator generator, Discriminator discriminator, SampleSpec spec) {
        GeneratorNetwork maker = generator.open(spec);
        DiscriminatorNetwork judge = discriminator.network(spec);
        Parameters g = maker.init(RandomStream.of(1).split("g"));
        Parameters d = judge.init(RandomStream.of(1).split("d"));
        Buffers ofG = maker.buffers();
        Buffers ofD = judge.buffers();
        Tensor labels = Tensor.of(Shape.of(SAMPLES), 0f, 9f, 3f, 3f);
        Samples real = Samples.of(RandomStream.of(2).normal(batch(spec)).sigmoid(), labels);
        SortedMap<String, Double> losses = new TreeMap<>();
        for (int step = 0; step < 3; step++) {
            Samples latent = Samples.of(
                    generator
                            .latent()
                            .sample(SAMPLES, RandomStream.of(3).split(step))
                            .values(),
                    labels);
            ForwardPass making = ForwardPass.training(step, RandomStream.of(4), ofG);
            Parameters gs = g.tracked();
            Parameters ds = d.tracked();
            Samples fake = Samples.of(maker.generate(gs, latent, making).reshape(batch(spec)), labels);
            ForwardPass judging = ForwardPass.training(step, RandomStream.of(5), ofD);
            Tensor onReal = judge.score(ds, real, judging);
            Tensor onFake = judge.score(ds, fake, judging);
            Tensor lossD =
                    onReal.negate().softplus().mean().plus(onFake.softplus().mean());
            Tensor lossG = onFake.negate().softplus().mean();
            d = descended(d, Gradients.of(lossD, ds.list()));
            g = descended(g, Gradients.of(lossG, gs.list()));
            ofD = ofD.updated(judging.updates());
            ofG = ofG.updated(making.updates());
            losses.put(step + " d", lossD.item());
            losses.put(step + " g", lossG.item());
        }
        assertThat(g.list()).allMatch(Tensor::allFinite);
        return List.copyOf(losses.values());
    }

    private static Parameters descended(Parameters from, List<Tensor> gradients) {
        return from.zip(from.withValues(gradients), (w, slope) -> w.minus(slope.times(0.05)))
                .detach();
    }

    private static Shape batch(SampleSpec spec) {
        Shape shape = spec.shape();
        return Shape.of(SAMPLES, shape.dim(0), shape.dim(1), shape.dim(2));
    }

    private static DcganGenerator narrow(DcganGenerator wide, List<Integer> channels) {
        return new DcganGenerator(
                wide.latent(),
                wide.dense(),
                channels,
                wide.kernel(),
                wide.activation(),
                wide.output(),
                wide.norm(),
                wide.weights(),
                wide.biases(),
                wide.labels());
    }

    private static DcganDiscriminator narrow(DcganDiscriminator wide, List<Integer> channels) {
        return new DcganDiscriminator(
                channels,
                wide.dense(),
                wide.kernel(),
                wide.activation(),
                wide.norm(),
                wide.weights(),
                wide.biases(),
                wide.labels());
    }

    private static SampleSpec spec(int side, int channels, double low, int classes) {
        Shape shape = Shape.of(side, side, channels);
        return new SampleSpec(shape, low, 1, classes, () -> Tensor.zeros(DType.FLOAT32, shape));
    }
}
