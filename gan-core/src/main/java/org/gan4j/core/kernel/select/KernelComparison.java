package org.gan4j.core.kernel.select;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.core.kernel.KernelLimits;
import org.gan4j.core.kernel.KernelSet;
import org.gan4j.core.kernel.onednn.OneDnn;
import org.gan4j.core.kernel.onednn.OneDnnKernels;
import org.gan4j.core.kernel.portable.PortableKernels;
import org.gan4j.core.memory.Natives;

/**
 * How fast the portable kernels and those of oneDNN compute an operation on this machine, and which of them the table
 * chooses.
 *
 * @param operation the operation's name, such as {@code unary.TANH}
 * @param shape the sizes of its operands
 * @param portable microseconds of the fastest call
 * @param oneDnn the same of oneDNN; empty where it cannot be used
 * @param operations the floating-point operations of a product or a convolution, else 0
 * @param oneDnnChosen whether the table chooses oneDNN at this size
 */
public record KernelComparison(
        String operation,
        String shape,
        double portable,
        Optional<Double> oneDnn,
        long operations,
        boolean oneDnnChosen) {
    private static final double CLEARLY = 0.95;
    /** So many readings each trial of the table has at least: other work on the machine spoils some of them. */
    private static final int TURNS = 15;
    /** The part of the time in which the JVM compiles and nothing is kept. */
    private static final double WARM_UP = 0.25;

    /** Returns how many times as long as the other kernels those that the table chooses take; 1 where there are no others. */
    public double slowness() {
        return oneDnn.map(other -> oneDnnChosen ? other / portable : portable / other)
                .orElse(1.0);
    }

    /** Returns billions of floating-point operations a second in so many microseconds, 0 for elementwise operations. */
    public double gigaflops(double microseconds) {
        return operations / microseconds * 1e-3;
    }

    /**
     * Compares a few operations that show what this machine does.
     *
     * @param seconds about how long all of it may take
     */
    public static List<KernelComparison> ofMachine(double seconds) {
        List<KernelTrial> trials = KernelTrials.ofMachine();
        List<KernelComparison> comparisons = new ArrayList<>();
        List<KernelSet> sets = sets();
        KernelLimits limits = limits();
        for (KernelTrial trial : trials) {
            boolean both = sets.size() > 1 && trial.operation().matches(".*(\\.|leaky-relu-gradient|row-sum).*");
            double[] times = trial.measure(both ? sets : sets.subList(0, 1), seconds / trials.size(), 1);
            comparisons.add(new KernelComparison(
                    trial.operation(),
                    trial.shape(),
                    times[0],
                    both ? Optional.of(times[1]) : Optional.empty(),
                    trial.operation().matches("(matrix|convolution).*") ? trial.size() : 0,
                    sets.size() > 1 && trial.size() >= limits.of(trial.operation())));
        }
        return Collections.unmodifiableList(comparisons);
    }

    /**
     * Measures this machine and returns the table with the results for its processor in place of those that it had.
     *
     * @param seconds about how long all of it may take
     * @param machine what is told about the machine in the table
     * @throws IllegalStateException if oneDNN cannot be used here
     */
    public static String table(double seconds, String machine) {
        Optional<String> missing = OneDnn.missing();
        if (missing.isPresent()) {
            throw new IllegalStateException(
                    "there is nothing to compare: oneDNN cannot be used here (" + missing.get() + ")");
        }
        String instructions = OneDnn.instructionClass();
        List<KernelTrial> trials = KernelTrials.ofTable();
        trials.forEach(trial -> trial.measure(sets(), WARM_UP * seconds / trials.size(), 1));
        List<KernelTable.Row> rows = new ArrayList<>();
        int next = 0;
        while (next < trials.size()) {
            String operation = trials.get(next).operation();
            Optional<Long> from = Optional.empty();
            StringBuilder measured = new StringBuilder();
            for (; next < trials.size() && trials.get(next).operation().equals(operation); next++) {
                KernelTrial trial = trials.get(next);
                double[] times = trial.measure(sets(), (1 - WARM_UP) * seconds / trials.size(), TURNS);
                from = from(from, trial.size(), times[1] / times[0]);
                measured.append(measured.length() == 0 ? "" : "; ")
                        .append(String.format(Locale.ROOT, "%d: %.2f %.2f", trial.size(), times[0], times[1]));
            }
            rows.add(new KernelTable.Row(instructions, operation, from, measured.toString()));
        }
        return KernelTable.fixed().with(instructions, machine, rows).text();
    }

    /** From the first size at which oneDNN is clearly faster, if it is not slower at any larger one. */
    private static Optional<Long> from(Optional<Long> before, long size, double ratio) {
        if (ratio >= 1) {
            return Optional.empty();
        }
        return before.isPresent() || ratio >= CLEARLY ? before : Optional.of(size);
    }

    /** Returns the libraries that are compared, and the instructions that oneDNN uses. */
    public static String instructions() {
        return Natives.blas() + OneDnn.missing().map(why -> "").orElseGet(() -> ", " + OneDnn.release());
    }

    private static List<KernelSet> sets() {
        List<KernelSet> sets = new ArrayList<>(List.of(new PortableKernels()));
        if (OneDnn.missing().isEmpty()) {
            sets.add(new OneDnnKernels());
        }
        return sets;
    }

    private static KernelLimits limits() {
        String instructions = OneDnn.missing().isEmpty() ? OneDnn.instructionClass() : "";
        return new KernelLimits(KernelTable.fixed().limits(instructions));
    }
}
