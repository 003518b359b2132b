package org.gan4j.experiments.bench;

import java.util.ArrayList;
import java.util.List;

/** A workload and the times that were taken of it. */
final class Measured {
    private final Workload workload;
    private final List<Double> seconds = new ArrayList<>();

    Measured(Workload workload) {
        this.workload = workload;
    }

    /** Works and forgets the time. */
    void warmUp(double duration) {
        workload.work(duration);
    }

    /** Works and keeps the time of one. */
    void repeat(double duration) {
        seconds.add(workload.work(duration).each());
    }

    Workload workload() {
        return workload;
    }

    Spread spread() {
        return Spread.of(seconds);
    }
}
