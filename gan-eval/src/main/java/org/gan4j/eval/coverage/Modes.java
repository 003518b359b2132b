package org.gan4j.eval.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.gan4j.core.config.About;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Mode;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.Direction;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.Measure;
import org.gan4j.eval.NullFloor;
import org.gan4j.eval.Points;
import org.gan4j.eval.SampleContext;
import org.gan4j.eval.Uncertainty;
import org.gan4j.eval.Unit;

/**
 * Captured modes, share of high-quality samples, and reverse KL of the mode histogram, for data made of separate modes.
 *
 * <p>A sample is of high quality within three standard deviations of its nearest mode; a mode is captured when at least
 * one high-quality sample is nearest to it; reverse KL = KL(histogram of high-quality samples over modes || uniform), in nats.
 * Distance is Mahalanobis', as in PacGAN's code.
 *
 * <p>Null floors, for K equally likely normal modes in d dimensions that do not overlap, with q = P(chi^2_d <= radius^2): of
 * high quality are 100 q %, for two dimensions and radius 3 1 - e^(-9/2) = 98.89 %; K (1 - (1 - q / K)^n) modes are captured;
 * reverse KL is about (K - 1) / (2 n_q), with the n_q samples of high quality that there were.
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

    private static final Measure CAPTURED =
            Measure.without("modes-captured", "modes", Unit.COUNT, Direction.HIGHER, "modes are counted once");
    private static final Measure DIVERGENCE = Measure.without(
            "reverse-kl", "reverse KL", Unit.NATS, Direction.LOWER, "it is of one histogram, and biased by its floor");

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

    @Override
    public List<Measure> measures() {
        return List.of(CAPTURED, quality(), DIVERGENCE);
    }

    private Measure quality() {
        return Measure.of(
                "high-quality-percent",
                "within " + (radius == Math.rint(radius) ? Long.toString((long) radius) : Double.toString(radius))
                        + " std",
                Unit.PERCENT,
                Direction.HIGHER,
                Uncertainty.Kind.STANDARD_ERROR_OVER_GENERATED_SAMPLES);
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
            ModeCount count = ModeCount.of(points(context.samples(samples)), modes, radius);
            Optional<String> warning = context.notFinite(Points.samples(samples));
            return estimates(count, modes.get(0).centre().length).stream()
                    .map(estimate -> warning.map(estimate::withWarning).orElse(estimate))
                    .toList();
        }
    }

    private List<Estimate> estimates(ModeCount count, int dimension) {
        int modes = count.perMode().size();
        double inside = new ChiSquaredDistribution(dimension).cumulativeProbability(radius * radius);
        double share = count.highQualityShare();
        List<Estimate> plain = List.of(
                Estimate.of(CAPTURED, count.captured())
                        .withFloor(
                                modes * (1 - Math.pow(1 - inside / modes, samples)),
                                NullFloor.Source.APPROXIMATED,
                                "K (1 - (1 - q / K)^n)"),
                Estimate.of(quality(), 100 * share)
                        .plusMinus(100 * Math.sqrt(share * (1 - share) / samples))
                        .withFloor(100 * inside, NullFloor.Source.APPROXIMATED, "100 P(chi^2_d <= radius^2)"),
                count.reverseKl()
                        .map(divergence -> Estimate.of(DIVERGENCE, divergence)
                                .withFloor(
                                        count.reverseKlFloor().orElseThrow(),
                                        NullFloor.Source.APPROXIMATED,
                                        "(K - 1) / (2 n)"))
                        .orElseGet(() -> Estimate.undefined(DIVERGENCE, "No sample is near a mode.")));
        List<Estimate> estimates = new ArrayList<>();
        for (Estimate estimate : plain) {
            estimates.add(estimate.withParameter("modes", modes)
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
