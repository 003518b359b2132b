package org.gan4j.core.distance;

import java.util.Arrays;

/**
 * Squared distances from one point to every centre, each with a bound of its error, and right on demand.
 *
 * <p>A row belongs to one thread, and holds another point afterwards. Squared distances are 0 or more; NaN only where the
 * point or the centre has NaN, or infinite coordinates.
 */
public final class DistanceRow {
    private final Coordinates points;
    private final Coordinates centres;
    private final ErrorBound error;
    private final double[] lengths;
    private final double longest;
    private final double[] values;
    private final boolean[] exact;
    private int point;
    private int index;
    private double length;

    /** A row for points whose distances come from products. */
    DistanceRow(Coordinates points, Coordinates centres, ErrorBound error, double[] lengths) {
        this.points = points;
        this.centres = centres;
        this.error = error;
        this.lengths = lengths;
        longest =
                Arrays.stream(lengths).filter(each -> !Double.isNaN(each)).max().orElse(0);
        values = new double[centres.count()];
        exact = new boolean[values.length];
    }

    /** Takes the differences of every pair. */
    void differences(int number, int row) {
        point = number;
        index = row;
        length = 0;
        for (int j = 0; j < values.length; j++) {
            values[j] = points.squaredDistance(row, centres, j);
        }
        Arrays.fill(exact, true);
    }

    /** Takes the products of the centred point, which has this length, with the centred centres. */
    void products(int number, int row, double norm, float[] products) {
        begin(number, row, norm);
        double square = norm * norm;
        for (int j = 0; j < values.length; j++) {
            values[j] = Math.max(0, square + lengths[j] * lengths[j] - 2.0 * products[j]);
        }
    }

    /** Takes products in double precision, from the one at an offset on. */
    void products(int number, int row, double norm, double[] products, int offset) {
        begin(number, row, norm);
        double square = norm * norm;
        for (int j = 0; j < values.length; j++) {
            values[j] = Math.max(0, square + lengths[j] * lengths[j] - 2 * products[offset + j]);
        }
    }

    private void begin(int number, int row, double norm) {
        point = number;
        index = row;
        length = norm;
        Arrays.fill(exact, false);
    }

    /** Returns the number of the point's row. */
    public int point() {
        return point;
    }

    /** Returns the number of centres. */
    public int count() {
        return values.length;
    }

    /** Returns |x - mu_j|^2, at most {@link #bound} from the right value. */
    public double at(int centre) {
        return values[centre];
    }

    /** Returns how far {@link #at} may be from the right value; 0 where it is from differences in double precision. */
    public double bound(int centre) {
        return exact[centre] ? 0 : error.of(length, lengths[centre]);
    }

    /** Returns what no {@link #bound} of this row exceeds. */
    public double largestBound() {
        return lengths.length == 0 ? 0 : error.of(length, longest);
    }

    /** Returns |x - mu_j|^2 by differences in double precision, and keeps it; 0 exactly if x = mu_j. */
    public double exact(int centre) {
        if (!exact[centre]) {
            values[centre] = points.squaredDistance(index, centres, centre);
            exact[centre] = true;
        }
        return values[centre];
    }

    /**
     * Returns the centres with the least distances, nearest first, the first of equally near ones; their distances are
     * exact afterwards. A distance that is NaN is larger than any other.
     *
     * @param k how many, 1 to {@link #count}
     */
    public int[] nearest(int k) {
        if (k < 1 || k > values.length) {
            throw new IllegalArgumentException("the nearest of " + values.length + " rows are 1 to " + values.length
                    + ", but " + k + " were asked");
        }
        int[] candidates = notAbove(smallest(values, k) + 2 * largestBound());
        double[] most = new double[candidates.length];
        for (int c = 0; c < most.length; c++) {
            most[c] = values[candidates[c]] + bound(candidates[c]);
        }
        double reach = smallest(most, k);
        int[] found = new int[k];
        int filled = 0;
        for (int candidate : candidates) {
            if (values[candidate] - bound(candidate) > reach) {
                continue;
            }
            exact(candidate);
            filled = insert(found, filled, candidate);
        }
        return found;
    }

    /** Returns the distances, as {@link #at} has them, to be read only. */
    double[] values() {
        return values;
    }

    /** Returns the centres whose distance, as it stands, is no number above the limit. */
    int[] notAbove(double limit) {
        int[] chosen = new int[16];
        int count = 0;
        for (int j = 0; j < values.length; j++) {
            if (values[j] > limit) {
                continue;
            }
            if (count == chosen.length) {
                chosen = Arrays.copyOf(chosen, 2 * count);
            }
            chosen[count++] = j;
        }
        return Arrays.copyOf(chosen, count);
    }

    private int insert(int[] found, int filled, int candidate) {
        int place = filled;
        while (place > 0 && Double.compare(values[candidate], values[found[place - 1]]) < 0) {
            place--;
        }
        if (place == found.length) {
            return filled;
        }
        int end = Math.min(filled, found.length - 1);
        System.arraycopy(found, place, found, place + 1, end - place);
        found[place] = candidate;
        return end + 1;
    }

    /** Returns the k-th smallest number, or infinity if there are fewer that are no NaN. */
    private static double smallest(double[] numbers, int k) {
        double[] least = new double[k];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        double limit = Double.POSITIVE_INFINITY;
        for (double number : numbers) {
            if (number < limit) {
                int place = k - 1;
                while (place > 0 && least[place - 1] > number) {
                    least[place] = least[place - 1];
                    place--;
                }
                least[place] = number;
                limit = least[k - 1];
            }
        }
        return limit;
    }
}
