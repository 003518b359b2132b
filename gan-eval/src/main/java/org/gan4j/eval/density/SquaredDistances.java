package org.gan4j.eval.density;

import org.gan4j.core.kernel.parallel.Parallel;
import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Squared Euclidean distances from points to a fixed set of centres, a row at a time and in bounded memory.
 *
 * <p>|x - mu|^2 = |x|^2 + |mu|^2 - 2 x mu^T by blocks of matrix products in float32. The centres' mean is subtracted
 * from both sides first, which loses nothing and keeps the three terms from cancelling; what is left below 0 by
 * rounding counts as 0. Up to sixteen dimensions the differences are squared directly in double precision, since there
 * a product saves nothing and kernels may be far narrower than the data.
 */
final class SquaredDistances {

    private static final int DIRECT_DIMENSIONS = 16;
    private static final int BLOCK_ELEMENTS = 1 << 22;
    /** How many points one thread takes at a time. */
    private static final int POINTS = 16;

    private final Tensor centres;
    private final Tensor shift;
    private final double[] centreNorms;
    private final double[] direct;
    private final int count;
    private final int dimension;

    /** What is done with each point's distances. */
    @FunctionalInterface
    interface RowConsumer {
        /**
         * Takes one point; called once for each, in any order and by several threads.
         *
         * @param point its row number
         * @param squaredDistances to every centre; the array is used again for another point
         */
        void accept(int point, double[] squaredDistances);
    }

    /**
     * Distances to these centres.
     *
     * @param centres [n, ...]; the axes after the first are taken as coordinates
     */
    SquaredDistances(Tensor centres) {
        Tensor flat = flat(centres);
        count = flat.shape().dim(0);
        dimension = flat.shape().dim(1);
        if (count < 1) {
            throw new IllegalArgumentException("distances need at least one centre");
        }
        if (dimension <= DIRECT_DIMENSIONS) {
            direct = flat.toDoubles();
            this.centres = flat;
            shift = flat;
            centreNorms = new double[0];
            return;
        }
        direct = new double[0];
        try (Scope scope = Scope.open()) {
            Tensor single = flat.to(DType.FLOAT32);
            Tensor mean = single.mean(0);
            Tensor centred = single.minus(mean);
            shift = scope.keep(mean);
            centreNorms = norms(centred);
            this.centres = scope.keep(centred);
        }
    }

    int count() {
        return count;
    }

    int dimension() {
        return dimension;
    }

    /**
     * Hands every point's distances to the consumer, in the order of the points.
     *
     * @param points [m, ...] with as many coordinates as the centres
     */
    void forEach(Tensor points, RowConsumer consumer) {
        Tensor flat = flat(points);
        if (flat.shape().dim(1) != dimension) {
            throw new IllegalArgumentException("points of shape " + points.shape() + " have "
                    + flat.shape().dim(1) + " coordinates, but the centres have " + dimension);
        }
        int total = flat.shape().dim(0);
        int block = Math.max(1, Math.min(total, BLOCK_ELEMENTS / count));
        for (int from = 0; from < total; from += block) {
            int to = Math.min(total, from + block);
            try (Scope scope = Scope.open()) {
                Tensor part = flat.slice(0, from, to);
                if (dimension <= DIRECT_DIMENSIONS) {
                    directly(from, part.toDoubles(), consumer);
                } else {
                    byProducts(from, part.to(DType.FLOAT32).minus(shift), consumer);
                }
            }
        }
    }

    private void directly(int from, double[] points, RowConsumer consumer) {
        inPieces(points.length / dimension, (first, end) -> {
            double[] row = new double[count];
            for (int i = first; i < end; i++) {
                for (int j = 0; j < count; j++) {
                    double sum = 0;
                    for (int k = 0; k < dimension; k++) {
                        double difference = points[i * dimension + k] - direct[j * dimension + k];
                        sum += difference * difference;
                    }
                    row[j] = sum;
                }
                consumer.accept(from + i, row);
            }
        });
    }

    private void byProducts(int from, Tensor centred, RowConsumer consumer) {
        double[] norms = norms(centred);
        Tensor products = centred.matmul(centres, false, true);
        inPieces(norms.length, (first, end) -> {
            float[] product = new float[count];
            double[] row = new double[count];
            for (int i = first; i < end; i++) {
                products.read(i * count, product);
                for (int j = 0; j < count; j++) {
                    row[j] = Math.max(0, norms[i] + centreNorms[j] - 2.0 * product[j]);
                }
                consumer.accept(from + i, row);
            }
        });
    }

    /** What is done with the points from one index to another. */
    @FunctionalInterface
    private interface Piece {
        void run(int first, int end);
    }

    private static void inPieces(int points, Piece piece) {
        int pieces = (points + POINTS - 1) / POINTS;
        Parallel.pieces(pieces, i -> piece.run(i * POINTS, Math.min(points, (i + 1) * POINTS)));
    }

    private double[] norms(Tensor centred) {
        float[] values = centred.toFloats();
        double[] norms = new double[values.length / dimension];
        for (int i = 0; i < norms.length; i++) {
            double sum = 0;
            for (int k = 0; k < dimension; k++) {
                double value = values[i * dimension + k];
                sum += value * value;
            }
            norms[i] = sum;
        }
        return norms;
    }

    private static Tensor flat(Tensor rows) {
        Shape shape = rows.shape();
        if (shape.rank() < 1 || shape.size() == 0) {
            throw new IllegalArgumentException("expected rows of numbers [n, ...], got shape " + shape);
        }
        int first = shape.dim(0);
        return rows.reshape(Shape.of(first, shape.size() / first));
    }
}
