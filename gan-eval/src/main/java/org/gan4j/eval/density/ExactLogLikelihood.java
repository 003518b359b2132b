package org.gan4j.eval.density;

import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.gan4j.core.config.About;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Density;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.Direction;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.Measure;
import org.gan4j.eval.NullFloor;
import org.gan4j.eval.SampleContext;
import org.gan4j.eval.Uncertainty;
import org.gan4j.eval.Unit;

/**
 * The exact log density of the data's distribution: its mean over test points and its mean over generated samples.
 *
 * <p>The first is the highest expected log-likelihood that any model can reach, minus the entropy of the data. The
 * second says how plausible the samples are under the true distribution: about equal to the first for a perfect
 * generator, whose null floor it is, far lower where samples lie between the modes, and higher for one that collapses onto a
 * peak.
 *
 * @param samples how many samples are drawn
 */
@About("Exact mean log density of test points and of samples under the data's distribution, where it is known.")
public record ExactLogLikelihood(int samples) implements Evaluator {

    /** 10 000 samples. */
    public static final ExactLogLikelihood DEFAULTS = new ExactLogLikelihood(10_000);

    private static final Measure OF_SAMPLES = Measure.of(
            "exact-log-density-of-samples",
            "exact log density of samples",
            Unit.NATS,
            Direction.TOWARDS_FLOOR,
            Uncertainty.Kind.STANDARD_ERROR_OVER_GENERATED_SAMPLES);

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if there are fewer than two samples
     */
    public ExactLogLikelihood {
        if (samples < 2) {
            throw new IllegalArgumentException("samples must be at least 2, got " + samples);
        }
    }

    @Override
    public List<Measure> measures() {
        return List.of(Parzen.EXACT, OF_SAMPLES);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the density of the data is not known
     */
    @Override
    public List<Estimate> evaluate(SampleContext context) {
        Dataset dataset = context.dataset();
        Density density = dataset.density()
                .orElseThrow(() -> new IllegalArgumentException("exact-log-likelihood needs data whose density is "
                        + "known, but that of " + dataset.name() + " is not; use parzen"));
        try (Scope scope = Scope.open()) {
            String splits = dataset.name() + ": test [0, " + dataset.test().size() + ")";
            Estimate ofTest = Parzen.exact(density, dataset.test().all().values(), splits);
            Estimate ofSamples = ofSamples(density, context.samples(samples));
            return List.of(
                    ofTest,
                    Double.isFinite(ofTest.value())
                            ? ofSamples.withFloor(ofTest.value(), NullFloor.Source.SIMULATED, "that of test points")
                            : ofSamples);
        }
    }

    private Estimate ofSamples(Density density, Tensor values) {
        if (!values.allFinite()) {
            return Estimate.undefined(
                    OF_SAMPLES, "Some of the " + samples + " generated samples are not finite numbers.");
        }
        double[] logs = density.logDensity(values);
        double mean = StatUtils.mean(logs);
        if (!Double.isFinite(mean)) {
            return Estimate.undefined(OF_SAMPLES, "The density is 0 at some of the samples.");
        }
        return Estimate.of(OF_SAMPLES, mean)
                .plusMinus(Math.sqrt(StatUtils.variance(logs) / logs.length))
                .withSize("samples", logs.length);
    }
}
