package org.gan4j.eval.coverage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.data.Mode;

/**
 * How many samples of high quality each mode has.
 *
 * @param samples how many samples there were
 * @param perMode for each mode, the samples that are nearest to it and within the radius
 */
public record ModeCount(int samples, List<Integer> perMode) {

    public ModeCount {
        perMode = Collections.unmodifiableList(new ArrayList<>(perMode));
    }

    /**
     * Counts samples: each belongs to its nearest mode, and is of high quality within {@code radius} standard
     * deviations of it. A sample that is not finite belongs to none.
     *
     * @param points [n][d]
     * @param modes at least one, each of d coordinates
     * @param radius in standard deviations of the mode
     */
    public static ModeCount of(double[][] points, List<? extends Mode> modes, double radius) {
        if (modes.isEmpty() || !(radius > 0)) {
            throw new IllegalArgumentException("counting needs a mode and a positive radius, but got " + modes.size()
                    + " modes and radius " + radius);
        }
        int[] counts = new int[modes.size()];
        for (double[] point : points) {
            int nearest = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < modes.size(); k++) {
                double distance = modes.get(k).distance(point);
                if (distance < least) {
                    least = distance;
                    nearest = k;
                }
            }
            if (nearest >= 0 && least <= radius) {
                counts[nearest]++;
            }
        }
        List<Integer> perMode = new ArrayList<>();
        for (int count : counts) {
            perMode.add(count);
        }
        return new ModeCount(points.length, perMode);
    }

    /** Samples of high quality. */
    public int highQuality() {
        return perMode.stream().mapToInt(Integer::intValue).sum();
    }

    /** Modes with at least one sample of high quality. */
    public int captured() {
        return (int) perMode.stream().filter(count -> count > 0).count();
    }

    /** Share of samples that are of high quality, 0 to 1. */
    public double highQualityShare() {
        return samples == 0 ? 0 : (double) highQuality() / samples;
    }

    /**
     * Divergence of the histogram of high-quality samples over modes from the uniform one, in nats: KL(h || u) =
     * log K - entropy(h); 0 for equal counts, log K for a single mode, empty where there is no such sample.
     */
    public Optional<Double> reverseKl() {
        int total = highQuality();
        if (total == 0) {
            return Optional.empty();
        }
        double divergence = 0;
        for (int count : perMode) {
            double share = (double) count / total;
            divergence += count == 0 ? 0 : share * Math.log(share * perMode.size());
        }
        return Optional.of(Math.max(0, divergence));
    }

    /** What {@link #reverseKl} is on average for a perfect sampler of this many samples: about (K - 1) / (2 n). */
    public Optional<Double> reverseKlFloor() {
        int total = highQuality();
        return total == 0 ? Optional.empty() : Optional.of((perMode.size() - 1) / (2.0 * total));
    }
}
