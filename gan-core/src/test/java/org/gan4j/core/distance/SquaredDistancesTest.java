package org.gan4j.core.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.core.memory.DType;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SquaredDistancesTest {
    /** The largest error of a distance as it comes, and what of the bound it takes up at most. */
    private record Errors(double largest, double ofBound) {}

    private static Errors errors(Tensor centres, Tensor points) {
        double[] largest = new double[points.shape().dim(0)];
        double[] ofBound = new double[largest.length];
        double[] left = points.toDoubles();
        double[] right = centres.toDoubles();
        int dimension = centres.shape().dim(1);
        SquaredDistances.to(centres).forEach(points, row -> {
            for (int j = 0; j < row.count(); j++) {
                double right64 = Direct.squaredDistance(left, row.point(), right, j, dimension);
                double error = Math.abs(row.at(j) - right64);
                // What the direct sums themselves may lose.
                double unsure = 1e-12 * right64;
                assertThat(error).isLessThanOrEqualTo(row.bound(j) + unsure);
                assertThat(row.bound(j)).isLessThanOrEqualTo(row.largestBound());
                largest[row.point()] = Math.max(largest[row.point()], error - unsure);
                ofBound[row.point()] = Math.max(ofBound[row.point()], error / (row.bound(j) + unsure));
                assertThat(row.exact(j)).isCloseTo(right64, within(unsure));
                assertThat(row.bound(j)).isZero();
            }
        });
        return new Errors(most(largest), most(ofBound));
    }

    private static double most(double[] values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    @ParameterizedTest
    @CsvSource({
        // dimension, clusters at +-, deviation, most that a distance errs, and least: 0 up to sixteen dimensions
        "3,   0,     1,   0,    -1",
        "3,   10000, 0.5, 0,    -1",
        "17,  0,     1,   1e-4, 1e-7",
        "20,  1000,  0.5, 100,  1",
        "20,  10000, 0.5, 1e4,  1",
        "784, 0,     0.4, 1e-2, 1e-6",
        "784, 1000,  0.4, 1e5,  10",
    })
    void everyErrorIsWithinItsBound(int dimension, double at, double deviation, double most, double least) {
        Tensor centres = Direct.clusters(60, dimension, at, deviation, "centres");
        Errors errors = errors(centres, Direct.clusters(40, dimension, at, deviation, "points"));
        assertThat(errors.largest()).isLessThanOrEqualTo(most).isGreaterThan(least);
        // A bound that is thousands of times too large would have everything recomputed.
        if (dimension > 16) {
            assertThat(errors.ofBound()).isBetween(1e-3, 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17, 20, 784})
    void theBoundHoldsForFloat64AndForMixedTypes(int dimension) {
        Tensor centres = Direct.clusters(30, dimension, 1_000, 0.5, "centres");
        Tensor points = RandomStream.of(2).normal(Shape.of(20, dimension), 1_000, 0.5);
        Tensor finer = points.to(DType.FLOAT64).times(1.000_000_01);
        assertThat(errors(centres.to(DType.FLOAT64), finer).largest()).isLessThan(1e-3);
        errors(centres, finer);
        errors(centres.to(DType.FLOAT64), points);
    }

    /** The nearest one is right though the products are tens off, and thousands at a larger distance. */
    @ParameterizedTest
    @CsvSource({"3, 1000", "17, 1000", "20, 1000", "20, 10000", "784, 1000", "784, 10000"})
    void theNearestRowsOfFarClustersAreRight(int dimension, double at) {
        Tensor centres = Direct.clusters(80, dimension, at, 0.5, "centres");
        Tensor points = Direct.clusters(30, dimension, at, 0.5, "points");
        NearestRows found = NearestRows.of(SquaredDistances.to(centres), points, 3);
        assertThat(found.points()).isEqualTo(30);
        for (int i = 0; i < 30; i++) {
            for (int rank = 0; rank < 3; rank++) {
                int row = found.rows()[3 * i + rank];
                double squared = Direct.squaredDistance(points, i, centres, row);
                assertThat(found.squaredDistances()[3 * i + rank]).isCloseTo(squared, within(1e-12 * squared));
                assertThat(nearer(centres, points, i, row)).isEqualTo(rank);
            }
        }
    }

    /** Returns how many centres are nearer than one, or as near with a smaller number. */
    private static int nearer(Tensor centres, Tensor points, int point, int row) {
        double squared = Direct.squaredDistance(points, point, centres, row);
        int count = 0;
        for (int j = 0; j < centres.shape().dim(0); j++) {
            double other = Direct.squaredDistance(points, point, centres, j);
            count += other < squared || (other == squared && j < row) ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17, 20, 784})
    void copiesHaveDistanceZeroAndTheFirstOfThemIsFound(int dimension) {
        Tensor once = RandomStream.of(3).normal(Shape.of(20, dimension), 100, 0.01);
        NearestRows found = NearestRows.of(SquaredDistances.to(Tensor.concatenate(0, once, once)), once, 2);
        for (int i = 0; i < 20; i++) {
            assertThat(found.rows()[2 * i]).isEqualTo(i);
            assertThat(found.rows()[2 * i + 1]).isEqualTo(20 + i);
        }
        assertThat(found.squaredDistances()).containsOnly(0);
    }

    /** Two rows that differ in the last place of one number are told apart, in whichever order they come. */
    @ParameterizedTest
    @ValueSource(ints = {3, 17, 20, 784})
    void nearCopiesAreToldFromCopies(int dimension) {
        float[] values =
                RandomStream.of(4).normal(Shape.of(1, dimension), 100, 0.01).toFloats();
        Tensor copy = Tensor.of(Shape.of(1, dimension), values.clone());
        float step = Math.ulp(values[1]);
        values[1] += step;
        Tensor near = Tensor.of(Shape.of(1, dimension), values);
        Tensor others = RandomStream.of(7).normal(Shape.of(30, dimension), 100, 0.01);
        NearestRows found = NearestRows.of(SquaredDistances.to(Tensor.concatenate(0, others, near, copy)), copy, 2);
        assertThat(found.rows()).containsExactly(31, 30);
        assertThat(found.squaredDistances()).containsExactly(0, (double) step * step);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17, 20, 784})
    void nothingDependsOnTheOrigin(int dimension) {
        Tensor centres = Direct.coarse(90, dimension, "centres");
        Tensor points = Direct.coarse(25, dimension, "points");
        NearestRows here = NearestRows.of(SquaredDistances.to(centres), points, 4);
        NearestRows there = NearestRows.of(SquaredDistances.to(centres.plus(1_024)), points.plus(1_024), 4);
        assertThat(there.rows()).containsExactly(here.rows());
        assertThat(there.squaredDistances()).containsExactly(here.squaredDistances());
    }

    @Test
    void aReferenceReadInPartsGivesTheSame() {
        Tensor rows = Direct.clusters(50, 20, 1_000, 0.5, "reference");
        Tensor reference = Tensor.concatenate(0, rows, rows.slice(0, 0, 9));
        Tensor points = Direct.clusters(12, 20, 1_000, 0.5, "points");
        NearestRows whole = NearestRows.of(SquaredDistances.to(reference), points, 5);
        NearestRows parts = NearestRows.of(SquaredDistances.to(reference.slice(0, 0, 3)), points, 3)
                .with(NearestRows.of(SquaredDistances.to(reference.slice(0, 3, 40)), points, 5), 3, 5)
                .with(NearestRows.of(SquaredDistances.to(reference.slice(0, 40, 59)), points, 5), 40, 5);
        assertThat(parts.rows()).containsExactly(whole.rows());
        assertThat(parts.squaredDistances()).containsExactly(whole.squaredDistances());
    }

    /** Products of numbers about 1e25 overflow float32; their differences in double precision do not. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-25, 1e18, 1e25})
    void hugeAndTinyNumbersHaveRightDistances(double scale) {
        Tensor centres = RandomStream.of(8).normal(Shape.of(10, 20), 0, scale);
        Tensor points = RandomStream.of(9).normal(Shape.of(5, 20), 0, scale);
        errors(centres, points);
        NearestRows found = NearestRows.of(SquaredDistances.to(centres), points, 1);
        for (int i = 0; i < 5; i++) {
            assertThat(nearer(centres, points, i, found.rows()[i])).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20})
    void whatIsNoNumberIsNearToNothingAndSpoilsNothingElse(int dimension) {
        Tensor clean = RandomStream.of(8).normal(Shape.of(6, dimension));
        float[] spoilt = clean.toFloats();
        spoilt[2 * dimension + 1] = Float.NaN;
        Tensor one = Tensor.of(clean.shape(), spoilt);
        NearestRows ofCentres = NearestRows.of(SquaredDistances.to(one), clean, 6);
        NearestRows ofPoints = NearestRows.of(SquaredDistances.to(clean), one, 1);
        for (int i = 0; i < 6; i++) {
            assertThat(ofCentres.rows()[6 * i + 5]).isEqualTo(2);
            assertThat(ofCentres.squaredDistances()[6 * i + 5]).isNaN();
            assertThat(ofCentres.squaredDistances()[6 * i + 4]).isNotNaN();
            assertThat(Double.isNaN(ofPoints.squaredDistances()[i])).isEqualTo(i == 2);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        SquaredDistances distances = SquaredDistances.to(Tensor.of(Shape.of(2, 2), 0f, 0f, 1f, 1f));
        Tensor point = Tensor.of(Shape.of(1, 3), 0f, 0f, 0f);
        assertThatThrownBy(() -> distances.forEach(point, row -> {}))
                .hasMessage("points of shape [1, 3] have 3 coordinates, but the centres have 2");
        assertThatThrownBy(() -> NearestRows.of(distances, point.slice(1, 0, 2), 3))
                .hasMessage("the nearest of 2 rows are 1 to 2, but 3 were asked");
        assertThatThrownBy(() -> SquaredDistances.to(Tensor.scalar(DType.FLOAT32, 1)))
                .hasMessage("expected rows of numbers [n, ...], got shape []");
    }
}
