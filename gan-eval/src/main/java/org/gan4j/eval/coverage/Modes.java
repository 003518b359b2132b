package org.gan4j.eval.coverage;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.config.About;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Mode;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.SampleContext;
import org.gan4j.eval.Uncertainty;

/**
 * Captured modes, share of high-quality samples, and reverse KL of the mode histogram, for data made of separate modes.
 *
 * <p>A sample is of high quality within three standard deviations of its nearest mode; a mode is captured when at least
 * one high-quality sample is nearest to it; reverse KL = KL(histogram of high-quality samples over modes || uniform),
 * printed with its floor (K - 1) / (2 n), which even a perfect sampler does not pass on average. A perfect sampler of
 * two-dimensional Gaussians has 1 - e^(-9/2) = 98.89 % of high quality. Distance is Mahalanobis', as in PacGAN's code.
 *
 * @param samples how many samples are drawn
 * @param radius in standard deviations
 * @see <a href="https://arxiv.org/abs/1705.07761">Srivastava et al., VEEGAN, 2017, section 4</a>
 * @see <a href="https://arxiv.org/abs/1712.04086">Lin et al., PacGAN, 2018, section 4.1</a>
 */
@About("Captured modes, percent of samples within 3 standard deviations of one, and reverse KL of the histogram.")
public record Modes(int samples, double radius) implements Evaluator {

    /** 2 500 samples, three standard deviations. */
    public static final Modes DEFAULTS = new Modes(2_500, 3);

    private static final String CAPTURED = "modes-captured";
    private static final String QUALITY = "high-quality-percent";
    private static final String DIVERGENCE = "reverse-kl";

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if there are no samples or the radius is not positive
     */
    public Modes {
        if (samples < 1 || !(radius > 0) || Double.isInfinite(radius)) {
            throw new IllegalArgumentException(
                    "samples must be at least 1 and radius positive, got " + samples + " and " + radius);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the data have no modes
     */
    @Override
    public List<Estimate> evaluate(SampleContext context) {
        Dataset dataset = context.dataset();
        List<Mode> modes = dataset.modes();
        if (modes.isEmpty()) {
            throw new IllegalArgumentException("modes needs data made of separate modes, such as ring or grid, but "
                    + dataset.name() + " has none");
        }
        try (Scope scope = Scope.open()) {
            return estimates(ModeCount.of(points(context.generate(samples, "modes")), modes, radius));
        }
    }

    private List<Estimate> estimates(ModeCount count) {
        double share = count.highQualityShare();
        double error = Math.sqrt(share * (1 - share) / samples);
        List<Estimate> plain = List.of(
                Estimate.of(CAPTURED, count.captured()),
                Estimate.of(QUALITY, 100 * share)
                        .withParameter("unit", "%")
                        .plusMinus(100 * error, Uncertainty.Kind.STANDARD_ERROR_OVER_GENERATED_SAMPLES),
                count.reverseKl()
                        .map(divergence -> Estimate.of(DIVERGENCE, divergence)
                                .withParameter("unit", "nats")
                                .withParameter("floor", count.reverseKlFloor().orElseThrow()))
                        .orElseGet(() -> Estimate.undefined(DIVERGENCE, "No sample is near a mode.")));
        List<Estimate> estimates = new ArrayList<>();
        for (Estimate estimate : plain) {
            estimates.add(estimate.withParameter("modes", count.perMode().size())
                    .withParameter("radius", radius)
                    .withSize("samples", samples)
                    .withSize("highQuality", count.highQuality()));
        }
        return estimates;
    }

    private static double[][] points(Tensor values) {
        int count = values.shape().dim(0);
        double[] flat = values.toDoubles();
        int dimension = flat.length / count;
        double[][] points = new double[count][dimension];
        for (int i = 0; i < count; i++) {
            System.arraycopy(flat, i * dimension, points[i], 0, dimension);
        }
        return points;
    }
}
