package org.gan4j.models;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.models.Dcgan.DcganDiscriminator;
import org.gan4j.models.Dcgan.DcganGenerator;
import org.gan4j.models.TinyStacked.TinyStackedDiscriminator;
import org.gan4j.models.TinyStacked.TinyStackedGenerator;
import org.junit.jupiter.api.Test;

/**
 * The parameters of published networks, layer by layer, from the descriptions: weights of convolutions are [kernel, kernel,
 * in, out], of transposed ones [kernel, kernel, out, in].
 */
class PresetInventoriesTest {
    private static final SampleSpec DIGITS = images(28, 1, 0, 10);
    private static final SampleSpec STACKED = images(28, 3, -1, 1000);
    private final RandomStream init = RandomStream.of(1);

    /** z 100; fc 1024; fc 7 x 7 x 128; deconv 5 x 5 to 64; deconv 5 x 5 to 1. No biases, no scales and shifts. */
    @Test
    void dcganFor28PixelsGenerates() {
        new Inventory()
                .row("dense.0.weight", 102_400, 100, 1024)
                .row("image.dense.weight", 1024 * 6272, 1024, 7 * 7 * 128)
                .row("up.0.weight", 25 * 64 * 128, 5, 5, 64, 128)
                .row("output.weight", 25 * 64, 5, 5, 1, 64)
                .of(DcganGenerator.DEFAULTS.open(DIGITS).init(init), 6_731_328);
        expectImages(DcganGenerator.DEFAULTS, DIGITS);
    }

    /** conv 5 x 5 64; conv 5 x 5 128; fc 1024; 1. */
    @Test
    void dcganFor28PixelsJudges() {
        new Inventory()
                .row("down.0.weight", 25 * 64, 5, 5, 1, 64)
                .row("down.1.weight", 25 * 64 * 128, 5, 5, 64, 128)
                .row("dense.0.weight", 6272 * 1024, 7 * 7 * 128, 1024)
                .row("output.weight", 1024, 1024, 1)
                .of(DcganDiscriminator.DEFAULTS.network(DIGITS).init(init), 6_629_952);
        expectScores(DcganDiscriminator.DEFAULTS, DIGITS);
    }

    /**
     * The code's gw (nz + ny, ngfc), gw2 (ngfc + ny, ngf * 2 * 7 * 7), gw3 (ngf * 2 + ny, ngf, 5, 5), gwx (ngf + ny, nc, 5, 5):
     * ten more inputs in every layer.
     */
    @Test
    void theConditionalDcganGenerates() {
        new Inventory()
                .row("dense.0.weight", 112_640, 100 + 10, 1024)
                .row("image.dense.weight", 6_485_248, 1024 + 10, 6272)
                .row("up.0.weight", 220_800, 5, 5, 64, 128 + 10)
                .row("output.weight", 1_850, 5, 5, 1, 64 + 10)
                .of(DcganPresets.CONDITIONAL_GENERATOR.open(DIGITS).init(init), 6_820_538);
        expectImages(DcganPresets.CONDITIONAL_GENERATOR, DIGITS);
    }

    /** dw (ndf, nc + ny, 5, 5), dw2 (ndf * 2, ndf + ny, 5, 5), dw3 (ndf * 2 * 7 * 7 + ny, ndfc), dwy (ndfc + ny, 1). */
    @Test
    void theConditionalDcganJudges() {
        new Inventory()
                .row("down.0.weight", 17_600, 5, 5, 1 + 10, 64)
                .row("down.1.weight", 236_800, 5, 5, 64 + 10, 128)
                .row("dense.0.weight", 6_432_768, 6272 + 10, 1024)
                .row("output.weight", 1_034, 1024 + 10, 1)
                .of(DcganPresets.CONDITIONAL_DISCRIMINATOR.network(DIGITS).init(init), 6_688_202);
        expectScores(DcganPresets.CONDITIONAL_DISCRIMINATOR, DIGITS);
        assertThat(DcganPresets.CONDITIONAL_DISCRIMINATOR.network(DIGITS).buffers())
                .hasToString("{down.1.norm.mean=[128], down.1.norm.variance=[128], dense.0.norm.mean=[1024],"
                        + " dense.0.norm.variance=[1024]}");
    }

    /** 4 x 4 x 512, 256, 128, 3 with gg, gb (512 * 4 * 4), gg2, gb2 (256), gg3, gb3 (128). */
    @Test
    void dcganFor32PixelsGenerates() {
        SampleSpec spec = images(32, 3, -1, 0);
        new Inventory()
                .row("image.dense.weight", 819_200, 100, 8192)
                .row("image.norm.scale", 8192, 8192)
                .row("image.norm.shift", 8192, 8192)
                .row("up.0.weight", 25 * 512 * 256, 5, 5, 256, 512)
                .row("up.0.norm.scale", 256, 256)
                .row("up.0.norm.shift", 256, 256)
                .row("up.1.weight", 25 * 256 * 128, 5, 5, 128, 256)
                .row("up.1.norm.scale", 128, 128)
                .row("up.1.norm.shift", 128, 128)
                .row("output.weight", 9_600, 5, 5, 3, 128)
                .of(DcganPresets.GENERATOR_32.open(spec).init(init), 4_941_952);
        expectImages(DcganPresets.GENERATOR_32, spec);
    }

    /** 128, 256, 512 channels; 4 x 4 x 512 = 8192 numbers to 1. */
    @Test
    void dcganFor32PixelsJudges() {
        SampleSpec spec = images(32, 3, -1, 0);
        new Inventory()
                .row("down.0.weight", 9_600, 5, 5, 3, 128)
                .row("down.1.weight", 819_200, 5, 5, 128, 256)
                .row("down.1.norm.scale", 256, 256)
                .row("down.1.norm.shift", 256, 256)
                .row("down.2.weight", 3_276_800, 5, 5, 256, 512)
                .row("down.2.norm.scale", 512, 512)
                .row("down.2.norm.shift", 512, 512)
                .row("output.weight", 8192, 8192, 1)
                .of(DcganPresets.DISCRIMINATOR_32.network(spec).init(init), 4_115_328);
        expectScores(DcganPresets.DISCRIMINATOR_32, spec);
    }

    /** gw (100, 1024 * 4 * 4), gg, gb; gw2 (1024, 512, 5, 5); gw3 (512, 256, 5, 5); gw4 (256, 128, 5, 5); gwx (128, 3, 5, 5). */
    @Test
    void dcganFor64PixelsGenerates() {
        SampleSpec spec = images(64, 3, -1, 0);
        new Inventory()
                .row("image.dense.weight", 1_638_400, 100, 16_384)
                .row("image.norm.scale", 16_384, 16_384)
                .row("image.norm.shift", 16_384, 16_384)
                .row("up.0.weight", 13_107_200, 5, 5, 512, 1024)
                .row("up.0.norm.scale", 512, 512)
                .row("up.0.norm.shift", 512, 512)
                .row("up.1.weight", 3_276_800, 5, 5, 256, 512)
                .row("up.1.norm.scale", 256, 256)
                .row("up.1.norm.shift", 256, 256)
                .row("up.2.weight", 819_200, 5, 5, 128, 256)
                .row("up.2.norm.scale", 128, 128)
                .row("up.2.norm.shift", 128, 128)
                .row("output.weight", 9_600, 5, 5, 3, 128)
                .of(DcganPresets.GENERATOR_64.open(spec).init(init), 18_885_760);
        expectImages(DcganPresets.GENERATOR_64, spec);
    }

    /** dw (128, 3, 5, 5); dw2 (256, 128, 5, 5); dw3 (512, 256, 5, 5); dw4 (1024, 512, 5, 5); dwy (1024 * 4 * 4, 1). */
    @Test
    void dcganFor64PixelsJudges() {
        SampleSpec spec = images(64, 3, -1, 0);
        new Inventory()
                .row("down.0.weight", 9_600, 5, 5, 3, 128)
                .row("down.1.weight", 819_200, 5, 5, 128, 256)
                .row("down.1.norm.scale", 256, 256)
                .row("down.1.norm.shift", 256, 256)
                .row("down.2.weight", 3_276_800, 5, 5, 256, 512)
                .row("down.2.norm.scale", 512, 512)
                .row("down.2.norm.shift", 512, 512)
                .row("down.3.weight", 13_107_200, 5, 5, 512, 1024)
                .row("down.3.norm.scale", 1024, 1024)
                .row("down.3.norm.shift", 1024, 1024)
                .row("output.weight", 16_384, 16_384, 1)
                .of(DcganPresets.DISCRIMINATOR_64.network(spec).init(init), 17_232_768);
        expectScores(DcganPresets.DISCRIMINATOR_64, spec);
    }

    /** z 64; fc 1024 BN; fc 7 x 7 x 128 BN; deconv 4 x 4 to 64 BN; deconv 4 x 4 to 1; every layer has biases. */
    @Test
    void infoGanGenerates() {
        new Inventory()
                .row("dense.0.weight", 65_536, 64, 1024)
                .row("dense.0.bias", 1024, 1024)
                .row("dense.0.norm.scale", 1024, 1024)
                .row("dense.0.norm.shift", 1024, 1024)
                .row("image.dense.weight", 6_422_528, 1024, 6272)
                .row("image.dense.bias", 6272, 6272)
                .row("image.norm.scale", 6272, 6272)
                .row("image.norm.shift", 6272, 6272)
                .row("up.0.weight", 16 * 128 * 64, 4, 4, 64, 128)
                .row("up.0.bias", 64, 64)
                .row("up.0.norm.scale", 64, 64)
                .row("up.0.norm.shift", 64, 64)
                .row("output.weight", 16 * 64, 4, 4, 1, 64)
                .row("output.bias", 1, 1)
                .of(DcganPresets.INFOGAN_GENERATOR.open(DIGITS).init(init), 6_642_241);
        expectImages(DcganPresets.INFOGAN_GENERATOR, DIGITS);
    }

    /** conv 4 x 4 64; conv 4 x 4 128 BN; fc 1024 BN; 1; every layer has biases. */
    @Test
    void infoGanJudges() {
        new Inventory()
                .row("down.0.weight", 16 * 64, 4, 4, 1, 64)
                .row("down.0.bias", 64, 64)
                .row("down.1.weight", 16 * 64 * 128, 4, 4, 64, 128)
                .row("down.1.bias", 128, 128)
                .row("down.1.norm.scale", 128, 128)
                .row("down.1.norm.shift", 128, 128)
                .row("dense.0.weight", 6_422_528, 6272, 1024)
                .row("dense.0.bias", 1024, 1024)
                .row("dense.0.norm.scale", 1024, 1024)
                .row("dense.0.norm.shift", 1024, 1024)
                .row("output.weight", 1024, 1024, 1)
                .row("output.bias", 1, 1)
                .of(DcganPresets.INFOGAN_DISCRIMINATOR.network(DIGITS).init(init), 6_559_169);
        expectScores(DcganPresets.INFOGAN_DISCRIMINATOR, DIGITS);
    }

    /** z 256; fc 4 x 4 x 64; deconv 3 x 3 to 7 x 7 x 32, 14 x 14 x 16, 28 x 28 x 8, BN each; conv 3 x 3 to 3. */
    @Test
    void theSmallNetworkForStackedDigitsGenerates() {
        new Inventory()
                .row("image.dense.weight", 262_144, 256, 1024)
                .row("image.dense.bias", 1024, 1024)
                .row("image.norm.scale", 64, 64)
                .row("image.norm.shift", 64, 64)
                .row("up.0.weight", 9 * 64 * 32, 3, 3, 32, 64)
                .row("up.0.bias", 32, 32)
                .row("up.0.norm.scale", 32, 32)
                .row("up.0.norm.shift", 32, 32)
                .row("up.1.weight", 9 * 32 * 16, 3, 3, 16, 32)
                .row("up.1.bias", 16, 16)
                .row("up.1.norm.scale", 16, 16)
                .row("up.1.norm.shift", 16, 16)
                .row("up.2.weight", 9 * 16 * 8, 3, 3, 8, 16)
                .row("up.2.bias", 8, 8)
                .row("up.2.norm.scale", 8, 8)
                .row("up.2.norm.shift", 8, 8)
                .row("output.weight", 9 * 8 * 3, 3, 3, 8, 3)
                .row("output.bias", 3, 3)
                .of(TinyStackedGenerator.DEFAULTS.open(STACKED).init(init), 287_875);
        expectImages(TinyStackedGenerator.DEFAULTS, STACKED);
    }

    /** conv 3 x 3 to 14 x 14 x 2, 7 x 7 x 4, 4 x 4 x 8, BN each; 128 to 1. */
    @Test
    void theSmallestNetworkForStackedDigitsJudges() {
        new Inventory()
                .row("down.0.weight", 54, 3, 3, 3, 2)
                .row("down.0.bias", 2, 2)
                .row("down.0.norm.scale", 2, 2)
                .row("down.0.norm.shift", 2, 2)
                .row("down.1.weight", 72, 3, 3, 2, 4)
                .row("down.1.bias", 4, 4)
                .row("down.1.norm.scale", 4, 4)
                .row("down.1.norm.shift", 4, 4)
                .row("down.2.weight", 288, 3, 3, 4, 8)
                .row("down.2.bias", 8, 8)
                .row("down.2.norm.scale", 8, 8)
                .row("down.2.norm.shift", 8, 8)
                .row("output.weight", 128, 4 * 4 * 8, 1)
                .row("output.bias", 1, 1)
                .of(TinyStackedDiscriminator.DEFAULTS.network(STACKED).init(init), 585);
        expectScores(TinyStackedDiscriminator.DEFAULTS, STACKED);
    }

    /** 4, 8 and 16 channels; two packed samples have 6. */
    @Test
    void theSecondSmallestNetworkForStackedDigitsJudgesPackedSamplesToo() {
        SampleSpec packed = images(28, 6, -1, 0);
        new Inventory()
                .row("down.0.weight", 216, 3, 3, 6, 4)
                .row("down.0.bias", 4, 4)
                .row("down.0.norm.scale", 4, 4)
                .row("down.0.norm.shift", 4, 4)
                .row("down.1.weight", 288, 3, 3, 4, 8)
                .row("down.1.bias", 8, 8)
                .row("down.1.norm.scale", 8, 8)
                .row("down.1.norm.shift", 8, 8)
                .row("down.2.weight", 1152, 3, 3, 8, 16)
                .row("down.2.bias", 16, 16)
                .row("down.2.norm.scale", 16, 16)
                .row("down.2.norm.shift", 16, 16)
                .row("output.weight", 256, 4 * 4 * 16, 1)
                .row("output.bias", 1, 1)
                .of(TinyStackedDiscriminator.HALF.network(packed).init(init), 1_997);
        assertThat(TinyStackedDiscriminator.HALF
                        .network(STACKED)
                        .init(init.replay())
                        .count())
                .isEqualTo(1_997 - 108);
        expectScores(TinyStackedDiscriminator.HALF, packed);
    }

    private static void expectImages(Generator generator, SampleSpec spec) {
        GeneratorNetwork network = generator.open(spec);
        Parameters parameters = network.init(RandomStream.of(4));
        Samples drawn = generator.latent().sample(2, RandomStream.of(3));
        Samples latent = Samples.of(drawn.values(), Tensor.of(Shape.of(2), 9f, 0f));
        ForwardPass pass = ForwardPass.training(0, RandomStream.of(2), network.buffers());
        Tensor made = network.generate(parameters, latent, pass);
        int side = spec.shape().dim(0);
        assertThat(made.shape()).isEqualTo(Shape.of(2, side, side, spec.shape().dim(2)));
        assertThat(-made.negate().max().item()).isGreaterThan(spec.low());
        assertThat(made.max().item()).isLessThan(spec.high());
        assertThat(made.minus(made.mean(0)).abs().max().item()).isPositive();
        assertThat(generator.range().low()).isEqualTo(spec.low());
        assertThat(pass.updates()).hasSameSizeAs(network.buffers().names());
    }

    private static void expectScores(Discriminator discriminator, SampleSpec spec) {
        DiscriminatorNetwork network = discriminator.network(spec);
        Buffers buffers = network.buffers();
        Shape shape = spec.shape();
        Tensor images = RandomStream.of(8).normal(Shape.of(3, shape.dim(0), shape.dim(1), shape.dim(2)));
        Samples samples = Samples.of(images, Tensor.of(Shape.of(3), 1f, 0f, 9f));
        ForwardPass pass = ForwardPass.training(0, RandomStream.of(5), buffers);
        Tensor scores = network.score(network.init(RandomStream.of(6)), samples, pass);
        assertThat(scores.shape()).isEqualTo(Shape.of(3, 1));
        assertThat(scores.allFinite()).isTrue();
        assertThat(discriminator.mixesSamples()).isTrue();
        assertThat(pass.updates()).hasSameSizeAs(buffers.names());
    }

    private static SampleSpec images(int side, int channels, double low, int classes) {
        Shape shape = Shape.of(side, side, channels);
        return new SampleSpec(shape, low, 1, classes, () -> Tensor.zeros(DType.FLOAT32, shape));
    }
}
