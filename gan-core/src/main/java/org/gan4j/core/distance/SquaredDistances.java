package org.gan4j.core.distance;

import org.gan4j.core.kernel.parallel.Parallel;
import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Squared Euclidean distances from points to a fixed set of centres, a row at a time and in bounded memory.
 *
 * <p>|x - mu|^2 = |x|^2 + |mu|^2 - 2 x mu^T by blocks of matrix products, in float32 unless the centres are of float64,
 * after the centres' mean has been subtracted from both sides. That is fast, and cancels: points of two clusters at
 * +-1 000 with float32 may be tens off. So every distance has a {@link DistanceRow#bound}, from the norms, the
 * dimension and the type's unit, and whoever asks has those recomputed by {@link DistanceRow#exact} of which the bound
 * exceeds what he can bear; {@link DistanceRow#nearest} always does. Up to sixteen dimensions all are differences in
 * double precision, since there a product saves nothing.
 */
public final class SquaredDistances {
    private static final int DIRECT_DIMENSIONS = 16;
    private static final int BLOCK_ELEMENTS = 1 << 22;
    /** How many points one thread takes at a time. */
    private static final int POINTS = 16;

    private final Coordinates centres;
    private final @Nullable Centred centred;
    private final ErrorBound error;

    /** What is done with each point's distances. */
    @FunctionalInterface
    public interface RowConsumer {
        /**
         * Takes one point; called once for each, in any order and by several threads.
         *
         * @param row the distances, which are those of another point afterwards
         */
        void accept(DistanceRow row);
    }

    private SquaredDistances(Coordinates centres, @Nullable Centred centred, DType type) {
        this.centres = centres;
        this.centred = centred;
        error = ErrorBound.of(centres.dimension(), type);
    }

    /**
     * Returns distances to these centres.
     *
     * @param centres [n, ...], n at least 1; the axes after the first are taken as coordinates
     * @throws IllegalArgumentException if there is no number in it
     */
    public static SquaredDistances to(Tensor centres) {
        Tensor rows = Pairs.rows(centres.detach());
        if (rows.shape().dim(1) <= DIRECT_DIMENSIONS) {
            return new SquaredDistances(Coordinates.of(rows), null, rows.dtype());
        }
        try (Scope scope = Scope.open()) {
            Tensor shift = scope.keep(Centred.shift(rows));
            Tensor values = scope.keep(rows.minus(shift));
            return new SquaredDistances(Coordinates.of(rows), Centred.of(shift, values), rows.dtype());
        }
    }

    /** Returns distances to rows that are centred already. */
    static SquaredDistances to(Tensor rows, Centred centred) {
        boolean direct = rows.shape().dim(1) <= DIRECT_DIMENSIONS;
        return new SquaredDistances(Coordinates.of(rows), direct ? null : centred, rows.dtype());
    }

    /** Returns the number n of centres. */
    public int count() {
        return centres.count();
    }

    /** Returns the number d of coordinates. */
    public int dimension() {
        return centres.dimension();
    }

    /**
     * Hands every point's distances to the consumer, block by block.
     *
     * @param points [m, ...] with as many coordinates as the centres
     * @throws IllegalArgumentException if they have more or fewer
     */
    public void forEach(Tensor points, RowConsumer consumer) {
        forEach(points, () -> {}, consumer);
    }

    /**
     * Hands every point's distances to the consumer, block by block, of about four million distances each.
     *
     * @param points [m, ...] with as many coordinates as the centres
     * @param before called before each block, by the thread of the caller; what it throws ends the search
     * @throws IllegalArgumentException if they have more or fewer
     */
    public void forEach(Tensor points, Runnable before, RowConsumer consumer) {
        Tensor rows = Pairs.rows(points.detach());
        if (rows.shape().dim(1) != dimension()) {
            throw new IllegalArgumentException("points of shape " + points.shape() + " have "
                    + rows.shape().dim(1) + " coordinates, but the centres have " + dimension());
        }
        int total = rows.shape().dim(0);
        int block = Math.max(1, Math.min(total, BLOCK_ELEMENTS / count()));
        for (int from = 0; from < total; from += block) {
            before.run();
            try (Scope scope = Scope.open()) {
                Tensor part = rows.slice(0, from, Math.min(total, from + block));
                if (centred == null) {
                    differences(from, Coordinates.of(part), consumer);
                } else {
                    Centred asked = centred.like(part);
                    Tensor products = asked.values().matmul(centred.values(), false, true);
                    products(from, Coordinates.of(part), new Products(asked.lengths(), products), consumer);
                }
            }
        }
    }

    /** Hands on the distances of points whose products, [m, n], are there already. */
    void forEach(Tensor points, Products products, RowConsumer consumer) {
        if (centred == null) {
            differences(0, Coordinates.of(points), consumer);
        } else {
            products(0, Coordinates.of(points), products, consumer);
        }
    }

    /**
     * Products of centred rows.
     *
     * @param lengths the norms of the points
     * @param values points times centres
     */
    @SuppressWarnings("ArrayRecordComponent") // read one by one, never compared
    record Products(double[] lengths, Tensor values) {}

    private void differences(int from, Coordinates points, RowConsumer consumer) {
        inPieces(points.count(), (first, end) -> {
            DistanceRow row = new DistanceRow(points, centres, error, new double[0]);
            for (int i = first; i < end; i++) {
                row.differences(from + i, i);
                consumer.accept(row);
            }
        });
    }

    private void products(int from, Coordinates points, Products products, RowConsumer consumer) {
        double[] norms = products.lengths();
        boolean wide = products.values().dtype() == DType.FLOAT64;
        double[] all = wide ? products.values().toDoubles() : new double[0];
        double[] lengths = centred == null ? new double[0] : centred.lengths();
        inPieces(points.count(), (first, end) -> {
            DistanceRow row = new DistanceRow(points, centres, error, lengths);
            float[] product = new float[wide ? 0 : count()];
            for (int i = first; i < end; i++) {
                if (wide) {
                    row.products(from + i, i, norms[i], all, i * count());
                } else {
                    products.values().read(i * count(), product);
                    row.products(from + i, i, norms[i], product);
                }
                consumer.accept(row);
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
}
