package org.gan4j.eval.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.Split;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.StopRequest;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.EvaluationStopped;
import org.gan4j.eval.SampleContext;
import org.gan4j.eval.TestData;
import org.gan4j.eval.Uncertainty;
import org.junit.jupiter.api.Test;

class ParzenTest {

    private static Dataset ring() {
        return Ring.DEFAULTS.open(new DataDirectory(Path.of("unused")));
    }

    private static SampleContext context(Sampler source, Dataset dataset) {
        return new SampleContext(source, dataset, RandomStream.of(2));
    }

    @Test
    void theGridOfThePaper() {
        assertThat(SigmaGrid.UNIT_IMAGES.widths(1)).hasSize(10).startsWith(0.1).endsWith(1.0);
        assertThat(SigmaGrid.UNIT_IMAGES.widths(1)[2]).isCloseTo(0.1668, within(1e-4));
        assertThat(SigmaGrid.RELATIVE.widths(2)).hasSize(16).endsWith(2.0);
        assertThat(SigmaGrid.RELATIVE.widths(2)[0]).isCloseTo(0.002, within(1e-15));
        assertThat(SigmaGrid.RELATIVE).hasToString("logspace(-3, 0, 16) x deviation of the data");
        assertThatThrownBy(() -> new SigmaGrid(0, -1, 3, SigmaGrid.Unit.ONE)).hasMessageContaining("low = 0.0");
        assertThatThrownBy(() -> SigmaGrid.RELATIVE.widths(0)).hasMessageContaining("are all rows of the data equal?");
    }

    @Test
    void theWidthIsChosenOnValidationPointsOnly() {
        Tensor centres = Tensor.of(Shape.of(1, 1), 0f);
        Tensor near = Tensor.of(Shape.of(2, 1), 0.1f, -0.1f);
        Tensor far = Tensor.of(Shape.of(3, 1), 5f, 6f, -5.5f);

        // One Gaussian at 0: the best width for points at distance r is r itself.
        assertThat(ParzenScore.of(centres, near, far, 0.01, 0.1, 1, 10).sigma()).isEqualTo(0.1);
        assertThat(ParzenScore.of(centres, far, near, 0.01, 0.1, 1, 5, 10).sigma())
                .isEqualTo(5);
    }

    @Test
    void theStandardErrorIsOverTestPoints() {
        Tensor centres = Tensor.of(Shape.of(1, 1), 0f);
        Tensor test = Tensor.of(Shape.of(3, 1), 1f, 2f, 4f);

        ParzenScore score = ParzenScore.of(centres, test, test, 2);

        // Log densities are c - x^2 / 8 for x^2 = 1, 4, 16: mean of squares 7, squared deviations 36 + 9 + 81.
        double constant = -Math.log(2 * Math.sqrt(2 * Math.PI));
        assertThat(score.logLikelihood()).isCloseTo(constant - 7.0 / 8, within(1e-12));
        assertThat(score.standardError()).isCloseTo(Math.sqrt(126.0 / 64 / 2 / 3), within(1e-12));
        assertThat(score.atEdge()).isFalse();
    }

    @Test
    void aChoiceAtTheEdgeOfTheGridIsAWarning() {
        Tensor centres = Tensor.of(Shape.of(1, 1), 0f);
        Tensor far = Tensor.of(Shape.of(2, 1), 500f, 600f);

        Estimate estimate = ParzenScore.of(centres, far, far, SigmaGrid.UNIT_IMAGES.widths(1))
                .toEstimate(SigmaGrid.UNIT_IMAGES, "none");

        assertThat(estimate.warnings())
                .containsExactly("The chosen sigma 1.000 is the widest of the grid logspace(-1, 0, 10): "
                        + "a better one may lie outside. Widen the grid.");
    }

    @Test
    void thePerfectSamplerOfTheRingNearlyReachesTheExactDensity() {
        Dataset ring = ring();
        Parzen parzen = new Parzen(4_000, 500, 2_000, Optional.empty());
        Sampler data = Sampler.of(ring.train().range(0, 4_000).values());

        List<Estimate> estimates = parzen.evaluate(context(data, ring));

        assertThat(estimates).extracting(Estimate::name).containsExactly("parzen-log-likelihood", "exact-log-density");
        double exact = estimates.get(1).value();
        // Eight separate Gaussians: -log 8 - log(2 pi s^2) - 1.
        assertThat(exact).isCloseTo(-Math.log(8) - Math.log(2 * Math.PI * 1e-4) - 1, within(0.1));
        assertThat(estimates.get(0).value()).isBetween(exact - 0.3, exact);
        assertThat(estimates.get(0).warnings()).isEmpty();
        assertThat(estimates.get(0).parameters())
                .containsEntry("splits", "ring: sigma on validation [0, 500), mean on test [0, 2000)")
                .containsEntry("grid", "logspace(-3, 0, 16) x deviation of the data")
                .containsKeys("sigma", "gridUnit", "gridWidths");
        assertThat(estimates.get(0).sizes())
                .containsEntry("samples", 4_000)
                .containsEntry("validation", 500)
                .containsEntry("test", 2_000);
        assertThat(estimates.get(0).uncertainty().orElseThrow().kind())
                .isEqualTo(Uncertainty.Kind.STANDARD_ERROR_OVER_TEST_POINTS);
    }

    @Test
    void shortSplitsAreUsedWhole() {
        Dataset clusters = TestData.clusters(100, 30, 3);

        Estimate estimate =
                Parzen.DEFAULTS.score(clusters.train().all().values(), clusters).get(0);

        assertThat(estimate.sizes())
                .containsEntry("samples", 100)
                .containsEntry("validation", 30)
                .containsEntry("test", 30);
    }

    @Test
    void samplesThatAreNotFiniteHaveNoScore() {
        Dataset ring = ring();
        Sampler broken = Sampler.of(Tensor.of(Shape.of(2, 2), 0f, 1f, Float.NaN, 0f));

        List<Estimate> estimates = new Parzen(2, 10, 10, Optional.empty()).evaluate(context(broken, ring));

        assertThat(estimates).extracting(Estimate::name).containsExactly("parzen-log-likelihood", "exact-log-density");
        assertThat(estimates.get(1).value()).isFinite();
        assertThat(estimates.get(0).value()).isNaN();
        assertThat(estimates.get(0).warnings())
                .containsExactly("Some of the 2 generated samples are not finite numbers.");
    }

    @Test
    void samplesOfAnotherSizeAreRefused() {
        SampleContext wrong = context(Sampler.of(Tensor.of(Shape.of(2, 3), new float[6])), ring());

        assertThatThrownBy(() -> new Parzen(2, 10, 10, Optional.empty()).evaluate(wrong))
                .hasMessage("asked for 2 samples of [2] as in ring, got shape [2, 3]");
    }

    @Test
    void samplesUnderTheExactDensity() {
        Dataset ring = ring();
        // At the centres of two modes: -log 8 - log(2 pi s^2) each.
        Sampler peaks = Sampler.of(Tensor.of(Shape.of(2, 2), 1f, 0f, 0f, 1f));

        List<Estimate> estimates = new ExactLogLikelihood(2).evaluate(context(peaks, ring));

        assertThat(estimates.get(1).name()).isEqualTo("exact-log-density-of-samples");
        assertThat(estimates.get(1).value()).isCloseTo(-Math.log(8) - Math.log(2 * Math.PI * 1e-4), within(1e-6));
        assertThat(estimates.get(1).value()).isGreaterThan(estimates.get(0).value() + 0.9);
        assertThat(estimates.get(1).floor().orElseThrow().value())
                .isEqualTo(estimates.get(0).value());
        assertThatThrownBy(() -> ExactLogLikelihood.DEFAULTS.evaluate(context(peaks, TestData.clusters(10, 10, 2))))
                .hasMessageContaining("that of clusters is not; use parzen");
    }

    @Test
    void givenSamplesAreNotStretched() {
        assertThatThrownBy(() ->
                        Sampler.of(Tensor.of(Shape.of(2, 2), new float[4])).sample(3, RandomStream.of(1)))
                .hasMessage("this measure needs 3 samples, but 2 were given");
    }

    /** 4 000 centres: a block is of 1 048 points, so 1 500 validation rows take two. */
    @Test
    void aStopEndsTheScoringBeforeTheNextBlock() {
        Dataset ring = ring();
        Tensor centres = ring.train().range(0, 4_000).values();
        Tensor rows = ring.validation().range(0, 1_500).values();
        Tensor test = ring.test().range(0, 1_500).values();
        AtomicInteger blocks = new AtomicInteger();
        ParzenScore whole = ParzenScore.of(centres, rows, test, 0.1, 0.2);
        ParzenScore asked = ParzenScore.of(ParzenWindow.at(centres, blocks::incrementAndGet), rows, test, 0.1, 0.2);
        assertThat(asked).isEqualTo(whole);
        assertThat(blocks).hasValue(4);
        StopRequest stop = new StopRequest();
        try (SampleContext context =
                new SampleContext(Sampler.of(centres), ring, RandomStream.of(2), stop, Optional.empty())) {
            AtomicInteger begun = new AtomicInteger();
            ParzenWindow window = ParzenWindow.at(centres, () -> {
                context.requireGoingOn();
                begun.incrementAndGet();
                stop.request();
            });
            assertThatThrownBy(() -> ParzenScore.of(window, rows, test, 0.1)).isInstanceOf(EvaluationStopped.class);
            assertThat(begun).hasValue(1);
        }
    }

    /** The stop comes while validation rows are read, when nothing but the scoring itself can see it. */
    @Test
    void theScoringOfAContextSeesAStop() {
        for (boolean validating : List.of(false, true)) {
            StopRequest stop = new StopRequest();
            Dataset data = new StoppingData(ring(), stop);
            Sampler samples = Sampler.of(ring().train().range(0, 50).values());
            Parzen parzen = new Parzen(50, 40, 40, Optional.empty());
            try (SampleContext context = new SampleContext(samples, data, RandomStream.of(2), stop, Optional.empty())) {
                assertThatThrownBy(() -> {
                            if (validating) {
                                parzen.validate(context);
                            } else {
                                parzen.evaluate(context);
                            }
                        })
                        .isInstanceOf(EvaluationStopped.class);
            }
        }
    }

    /** Data whose validation rows ask for a stop when they are read. */
    private record StoppingData(Dataset data, StopRequest stop) implements Dataset {
        @Override
        public String name() {
            return data.name();
        }

        @Override
        public String description() {
            return data.description();
        }

        @Override
        public String checksum() {
            return data.checksum();
        }

        @Override
        public SampleSpec spec() {
            return data.spec();
        }

        @Override
        public Split train() {
            return data.train();
        }

        @Override
        public Split validation() {
            return new Split() {
                @Override
                public int size() {
                    return data.validation().size();
                }

                @Override
                public Samples rows(int... rows) {
                    stop.request();
                    return data.validation().rows(rows);
                }
            };
        }

        @Override
        public Split test() {
            return data.test();
        }
    }
}
