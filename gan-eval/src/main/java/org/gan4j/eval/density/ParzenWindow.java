package org.gan4j.eval.density;

import org.gan4j.core.distance.LogKernelMeans;
import org.gan4j.core.distance.SquaredDistances;
import org.gan4j.core.tensor.Tensor;

/**
 * The density of a mixture of isotropic Gaussians, one at each centre, all of one width and weight.
 *
 * <p>log p(x) = logmeanexp_j(-|x - mu_j|^2 / (2 sigma^2)) - d log(sigma sqrt(2 pi)), in nats, for centres mu_1 ... mu_n
 * in d dimensions. The distances are computed once for all widths, and the means as {@link LogKernelMeans} says: right to .02
 * nats for certain, and to about a hundredth of that on usual data.
 *
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al., 2014, section 5</a>
 */
public final class ParzenWindow {
    private final SquaredDistances distances;
    private final Runnable before;

    private ParzenWindow(SquaredDistances distances, Runnable before) {
        this.distances = distances;
        this.before = before;
    }

    /**
     * The window with these centres.
     *
     * @param centres [n, ...], usually samples of a generator; the axes after the first are coordinates
     */
    public static ParzenWindow at(Tensor centres) {
        return at(centres, () -> {});
    }

    /**
     * The window with these centres, which asks whether to go on.
     *
     * @param centres [n, ...]
     * @param before called before each block of distances; what it throws ends the computation
     */
    static ParzenWindow at(Tensor centres, Runnable before) {
        return new ParzenWindow(SquaredDistances.to(centres), before);
    }

    /** Dimension d of the space. */
    public int dimension() {
        return distances.dimension();
    }

    /** Number n of centres. */
    public int count() {
        return distances.count();
    }

    /**
     * The log density of points for several widths.
     *
     * @param points [m, ...] with as many coordinates as the centres
     * @param sigmas widths, positive and finite
     * @return one row per width with m log densities in nats
     * @throws IllegalArgumentException if a width is not positive or the coordinates do not match
     */
    public double[][] logDensity(Tensor points, double... sigmas) {
        for (double sigma : sigmas) {
            if (!(sigma > 0) || Double.isInfinite(sigma)) {
                throw new IllegalArgumentException("the width of a kernel is positive and finite, but is " + sigma);
            }
        }
        double[][] result = new double[sigmas.length][points.shape().dim(0)];
        double[] normalisers = new double[sigmas.length];
        double[] rates = new double[sigmas.length];
        for (int i = 0; i < sigmas.length; i++) {
            normalisers[i] = dimension() * Math.log(sigmas[i] * Math.sqrt(2 * Math.PI));
            rates[i] = 1 / (2 * sigmas[i] * sigmas[i]);
        }
        LogKernelMeans means = LogKernelMeans.of(rates);
        distances.forEach(points, before, row -> {
            double[] logs = means.of(row);
            for (int i = 0; i < logs.length; i++) {
                result[i][row.point()] = logs[i] - normalisers[i];
            }
        });
        return result;
    }
}
