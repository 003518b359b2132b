package org.gan4j.eval.density;

import org.gan4j.core.tensor.Tensor;

/**
 * The density of a mixture of isotropic Gaussians, one at each centre, all of one width and weight.
 *
 * <p>log p(x) = logmeanexp_j(-|x - mu_j|^2 / (2 sigma^2)) - d log(sigma sqrt(2 pi)), in nats, for centres mu_1 ... mu_n
 * in d dimensions. The distances are computed once for all widths; the sum is taken relative to its largest term, and
 * terms below e^-50 of it are left out, which changes a sum of 100 000 terms by less than 2e-17 of itself.
 *
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al., 2014, section 5</a>
 */
public final class ParzenWindow {

    private static final double NEGLIGIBLE = 50;

    private final SquaredDistances distances;

    private ParzenWindow(SquaredDistances distances) {
        this.distances = distances;
    }

    /**
     * The window with these centres.
     *
     * @param centres [n, ...], usually samples of a generator; the axes after the first are coordinates
     */
    public static ParzenWindow at(Tensor centres) {
        return new ParzenWindow(new SquaredDistances(centres));
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
        distances.forEach(points, (point, squared) -> {
            double nearest = least(squared);
            for (int i = 0; i < sigmas.length; i++) {
                result[i][point] = logDensity(squared, nearest, sigmas[i]);
            }
        });
        return result;
    }

    private double logDensity(double[] squared, double nearest, double sigma) {
        double rate = 1 / (2 * sigma * sigma);
        double reach = nearest + NEGLIGIBLE / rate;
        double sum = 0;
        for (double distance : squared) {
            if (distance <= reach) {
                sum += Math.exp((nearest - distance) * rate);
            }
        }
        double normaliser = dimension() * Math.log(sigma * Math.sqrt(2 * Math.PI));
        return Math.log(sum / squared.length) - nearest * rate - normaliser;
    }

    /** Returns the least of at least one value, by four at a time, none of which waits for the one before. */
    private static double least(double[] values) {
        double[] least = {values[0], values[0], values[0], values[0]};
        int fours = values.length & ~3;
        for (int i = 0; i < fours; i += 4) {
            least[0] = Math.min(least[0], values[i]);
            least[1] = Math.min(least[1], values[i + 1]);
            least[2] = Math.min(least[2], values[i + 2]);
            least[3] = Math.min(least[3], values[i + 3]);
        }
        for (int i = fours; i < values.length; i++) {
            least[0] = Math.min(least[0], values[i]);
        }
        return Math.min(Math.min(least[0], least[1]), Math.min(least[2], least[3]));
    }
}
