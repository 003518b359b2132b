package org.gan4j.experiments.training;

/**
 * How often a training writes something down, in steps.
 *
 * @param metrics between two lines of metrics, at least 1
 * @param samples between two pictures of samples, at least 1
 * @param checkpoints between two checkpoints, at least 1
 */
public record Intervals(long metrics, long samples, long checkpoints) {
    /** Metrics every 100 steps, pictures and checkpoints every 1000. */
    public static final Intervals DEFAULTS = new Intervals(100, 1000, 1000);

    /** Checks the intervals. */
    public Intervals {
        requirePositive("metrics", metrics);
        requirePositive("samples", samples);
        requirePositive("checkpoints", checkpoints);
    }

    private static void requirePositive(String name, long steps) {
        if (steps < 1) {
            throw new IllegalArgumentException(name + " must be at least 1 step, but is " + steps);
        }
    }
}
