package org.gan4j.experiments.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What independent runs of one case do together, side by side in one process or in several, by the threads that their kernels
 * have.
 *
 * @param name the case's letter
 * @param rows one per way of running them
 */
public record Scaling(String name, List<Way> rows) {
    public Scaling {
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }

    /** Where runs are. */
    public enum Place {
        /** On threads of one process, which share the kernels' threads. */
        ONE_PROCESS,
        /** Each in a process of its own. */
        SEVERAL_PROCESSES
    }

    /**
     * A way of running, and what it gave.
     *
     * @param runs how many at once
     * @param place where
     * @param kernelThreads of each process
     * @param stepsPerSecond of all runs together
     */
    public record Way(int runs, Place place, int kernelThreads, Spread stepsPerSecond) {}

    /**
     * How to measure.
     *
     * @param runs how many at once, at least 2
     * @param repetitions how often each way is measured, at least 1
     * @param seconds of each measurement
     * @param warmUp seconds before it
     * @param kernelThreads which numbers of threads to give the kernels of a process, each at least 1
     */
    public record Settings(int runs, int repetitions, double seconds, double warmUp, List<Integer> kernelThreads) {
        public Settings {
            kernelThreads = Collections.unmodifiableList(new ArrayList<>(kernelThreads));
            if (runs < 2 || repetitions < 1) {
                throw new IllegalArgumentException(
                        "side by side needs at least 2 runs and 1 repetition, but has " + runs + " and " + repetitions);
            }
            if (kernelThreads.isEmpty() || kernelThreads.stream().anyMatch(count -> count < 1)) {
                throw new IllegalArgumentException("kernels need at least 1 thread, but have " + kernelThreads);
            }
        }
    }

    /** Measures a case: one run alone and several at once. */
    public static Scaling measure(OwnProgram program, BenchCase one, Settings settings) {
        List<Plan> plans = new ArrayList<>();
        for (int kernelThreads : settings.kernelThreads()) {
            plans.add(new Plan(1, Place.ONE_PROCESS, kernelThreads));
            plans.add(new Plan(settings.runs(), Place.ONE_PROCESS, kernelThreads));
            plans.add(new Plan(settings.runs(), Place.SEVERAL_PROCESSES, kernelThreads));
        }
        for (int i = 0; i < settings.repetitions(); i++) {
            plans.forEach(plan -> plan.measure(program, one, settings));
        }
        return new Scaling(one.letter(), plans.stream().map(Plan::way).toList());
    }

    /** One way of running, and the rates that were measured of it. */
    private record Plan(int runs, Place place, int kernelThreads, List<Double> rates) {
        Plan(int runs, Place place, int kernelThreads) {
            this(runs, place, kernelThreads, new ArrayList<>());
        }

        void measure(OwnProgram program, BenchCase one, Settings settings) {
            int processes = place == Place.ONE_PROCESS ? 1 : runs;
            Child child = program.measuring(one, settings.seconds(), settings.warmUp(), runs / processes)
                    .with("OMP_NUM_THREADS", Integer.toString(kernelThreads));
            List<Child.Running> running = new ArrayList<>();
            for (int i = 0; i < processes; i++) {
                running.add(OwnProgram.start(child));
            }
            rates.add(running.stream()
                    .map(Child.Running::await)
                    .mapToDouble(done -> OwnProgram.report(done).cases().get(0).perSecond())
                    .sum());
        }

        Way way() {
            return new Way(runs, place, kernelThreads, Spread.of(rates));
        }
    }
}
