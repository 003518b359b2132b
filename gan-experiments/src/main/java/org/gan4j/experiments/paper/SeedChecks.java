package org.gan4j.experiments.paper;

import java.util.List;

/** Checks of what experiments have in common; the messages begin with the component's name. */
final class SeedChecks {
    private SeedChecks() {}

    static void steps(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, but is " + steps);
        }
    }

    static void seeds(List<Long> seeds) {
        if (seeds.isEmpty() || seeds.stream().distinct().count() < seeds.size()) {
            throw new IllegalArgumentException("seeds must be different and at least one, but are " + seeds);
        }
    }
}
