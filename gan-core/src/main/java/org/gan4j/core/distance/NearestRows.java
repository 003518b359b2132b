package org.gan4j.core.distance;

import java.util.Arrays;
import org.gan4j.core.tensor.Tensor;

/**
 * Nearest rows of a reference set, k for each point, by Euclidean distance.
 *
 * <p>Distances are differences in double precision, whatever found their rows; an exact copy has distance 0. Of equally
 * near rows the first comes first; a row whose distance is NaN comes last.
 *
 * @param k how many rows each point has
 * @param rows row numbers, k of the first point, nearest first, then k of the second, and so on
 * @param squaredDistances the squared distances to these rows
 */
@SuppressWarnings("ArrayRecordComponent") // results read one by one, never compared
public record NearestRows(int k, int[] rows, double[] squaredDistances) {
    /**
     * Finds the nearest rows of each point, without keeping other distances.
     *
     * @param reference distances to the rows among which they are sought
     * @param points [m, ...] with as many coordinates
     * @param k how many, 1 to the number of reference rows
     * @throws IllegalArgumentException if k is another number, or the coordinates do not match
     */
    public static NearestRows of(SquaredDistances reference, Tensor points, int k) {
        return of(reference, points, k, () -> {});
    }

    /**
     * Finds the nearest rows of each point, without keeping other distances, and asks before each block whether to go on.
     *
     * @param reference distances to the rows among which they are sought
     * @param points [m, ...] with as many coordinates
     * @param k how many, 1 to the number of reference rows
     * @param before called before each block of distances; what it throws ends the search
     * @throws IllegalArgumentException if k is another number, or the coordinates do not match
     */
    public static NearestRows of(SquaredDistances reference, Tensor points, int k, Runnable before) {
        int count = points.shape().dim(0);
        int[] rows = new int[Math.multiplyExact(count, k)];
        double[] squared = new double[rows.length];
        reference.forEach(points, before, row -> {
            int[] nearest = row.nearest(k);
            for (int i = 0; i < k; i++) {
                rows[row.point() * k + i] = nearest[i];
                squared[row.point() * k + i] = row.at(nearest[i]);
            }
        });
        return new NearestRows(k, rows, squared);
    }

    /** Returns the Euclidean distances to the rows, in the unit of the coordinates. */
    public double[] distances() {
        return Arrays.stream(squaredDistances).map(Math::sqrt).toArray();
    }

    /**
     * Returns the nearest rows that are not the point itself, one fewer for each, where point i is the reference row i. It is
     * known by its number: a copy of it is another row, at distance 0.
     *
     * @throws IllegalArgumentException if there is only one row for each
     */
    public NearestRows others() {
        if (k < 2) {
            throw new IllegalArgumentException("one nearest row of each may be the row itself: ask for 2 or more");
        }
        int[] nearest = new int[points() * (k - 1)];
        double[] squared = new double[nearest.length];
        for (int point = 0; point < points(); point++) {
            int from = point * k;
            for (int i = point * (k - 1); i < (point + 1) * (k - 1); i++) {
                from += rows[from] == point ? 1 : 0;
                nearest[i] = rows[from];
                squared[i] = squaredDistances[from];
                from++;
            }
        }
        return new NearestRows(k - 1, nearest, squared);
    }

    /**
     * Returns the nearest of these rows, fewer for each.
     *
     * @param wanted how many, 1 to k
     * @throws IllegalArgumentException if it is another number
     */
    public NearestRows first(int wanted) {
        if (wanted < 1 || wanted > k) {
            throw new IllegalArgumentException("1 to " + k + " rows of each are known, but " + wanted + " were asked");
        }
        int[] nearest = new int[points() * wanted];
        double[] squared = new double[nearest.length];
        for (int point = 0; point < points(); point++) {
            System.arraycopy(rows, point * k, nearest, point * wanted, wanted);
            System.arraycopy(squaredDistances, point * k, squared, point * wanted, wanted);
        }
        return new NearestRows(wanted, nearest, squared);
    }

    /** Returns how many points there are. */
    public int points() {
        return rows.length / k;
    }

    /**
     * Returns the nearest of these rows and of others of the same points, so that a large reference set can be read in
     * parts.
     *
     * @param later found among rows that follow those of this
     * @param first the number of the first of those rows
     * @param wanted how many are kept, as far as both have so many
     */
    public NearestRows with(NearestRows later, int first, int wanted) {
        int kept = Math.min(wanted, k + later.k);
        int[] nearest = new int[points() * kept];
        double[] squared = new double[nearest.length];
        for (int point = 0; point < points(); point++) {
            int left = point * k;
            int right = point * later.k;
            for (int i = point * kept; i < (point + 1) * kept; i++) {
                boolean laterIsNearer = right < (point + 1) * later.k
                        && left < (point + 1) * k
                        && Double.compare(later.squaredDistances[right], squaredDistances[left]) < 0;
                boolean other = laterIsNearer || left == (point + 1) * k;
                nearest[i] = other ? first + later.rows[right] : rows[left];
                squared[i] = other ? later.squaredDistances[right] : squaredDistances[left];
                right += other ? 1 : 0;
                left += other ? 0 : 1;
            }
        }
        return new NearestRows(kept, nearest, squared);
    }
}
