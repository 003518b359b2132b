package org.gan4j.eval.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.SampleContext;
import org.gan4j.eval.TestData;
import org.junit.jupiter.api.Test;

class ModesTest {

    private static final Dataset RING = Ring.DEFAULTS.open(new DataDirectory(Path.of("unused")));

    private static List<Estimate> estimates(Modes modes, Sampler source) {
        return modes.evaluate(new SampleContext(source, RING, RandomStream.of(6)));
    }

    private static double floor(Estimate estimate) {
        return estimate.floor().orElseThrow().value();
    }

    @Test
    void countsByHand() {
        // Mode 0 at (1, 0), mode 2 at (0, 1), standard deviation 0.01.
        Tensor samples =
                Tensor.of(Shape.of(6, 2), 1.02f, 0f, 1f, -0.029f, 1f, 0.031f, 0.01f, 1.01f, 0f, 0f, Float.NaN, 1f);

        List<Estimate> estimates = estimates(new Modes(6, 3), Sampler.of(samples));

        assertThat(estimates)
                .extracting(Estimate::name)
                .containsExactly("modes-captured", "high-quality-percent", "reverse-kl");
        assertThat(estimates.get(0).value()).isEqualTo(2);
        assertThat(estimates.get(1).value()).isCloseTo(50, within(1e-12));
        assertThat(estimates.get(1).uncertainty().orElseThrow().value())
                .isCloseTo(100 * Math.sqrt(0.25 / 6), within(1e-12));
        // Histogram (2/3, 1/3) over 8 modes; entropy log 3 - 2/3 log 2.
        assertThat(estimates.get(2).value())
                .isCloseTo(Math.log(8) - Math.log(3) + 2.0 / 3 * Math.log(2), within(1e-12));
        assertThat(floor(estimates.get(2))).isCloseTo(7.0 / 6, within(1e-12));
        assertThat(estimates.get(0).sizes()).containsEntry("samples", 6).containsEntry("highQuality", 3);
    }

    @Test
    void thePerfectSamplerScoresOneMinusExpOfMinusFourAndAHalf() {
        Sampler perfect = Sampler.of(RING.test().all().values());

        List<Estimate> estimates = estimates(new Modes(10_000, 3), perfect);

        assertThat(estimates.get(0).value()).isEqualTo(8);
        assertThat(estimates.get(1).value()).isCloseTo(100 * (1 - Math.exp(-4.5)), within(0.42));
        assertThat(floor(estimates.get(0))).isCloseTo(8, within(1e-9));
        assertThat(floor(estimates.get(1))).isCloseTo(100 * (1 - Math.exp(-4.5)), within(1e-9));
        double floor = floor(estimates.get(2));
        assertThat(estimates.get(2).value()).isBetween(0.0, 4 * floor);
    }

    @Test
    void aCollapsedGeneratorHasTheLargestDivergence() {
        Sampler collapsed =
                (count, random) -> Samples.of(Tensor.of(Shape.of(1, 2), 1f, 0f).gather(new int[count]));

        List<Estimate> estimates = estimates(Modes.DEFAULTS, collapsed);

        assertThat(estimates.get(0).value()).isEqualTo(1);
        assertThat(estimates.get(1).value()).isEqualTo(100);
        assertThat(estimates.get(2).value()).isCloseTo(Math.log(8), within(1e-12));
    }

    @Test
    void withoutGoodSamplesThereIsNoDivergence() {
        Sampler astray = (count, random) -> Samples.of(Tensor.of(Shape.of(count, 2), new float[2 * count]));

        List<Estimate> estimates = estimates(Modes.DEFAULTS, astray);

        assertThat(estimates.get(0).value()).isZero();
        assertThat(estimates.get(2).value()).isNaN();
        assertThat(estimates.get(2).warnings()).containsExactly("No sample is near a mode.");
    }

    @Test
    void needsDataWithModes() {
        SampleContext context = new SampleContext(
                (count, random) -> Samples.of(random.normal(Shape.of(count, 20))),
                TestData.clusters(9, 9, 3),
                RandomStream.of(1));

        assertThatThrownBy(() -> Modes.DEFAULTS.evaluate(context))
                .hasMessage("modes needs data made of separate modes, such as ring or grid, but clusters has none");
    }
}
