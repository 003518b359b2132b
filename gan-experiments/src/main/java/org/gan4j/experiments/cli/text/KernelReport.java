package org.gan4j.experiments.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.gan4j.core.kernel.select.KernelComparison;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;

/** Which kernels run what, and how fast each candidate is here, for {@code gan doctor}. */
public final class KernelReport {
    private static final double SLOW = 1.5;
    private static final int DRAWN = 120_000;
    private static final double SHARE_OF_DRAWS = 0.05;

    private KernelReport() {}

    /** Adds what runs where, and why. */
    public static void describe(SortedMap<String, Object> facts) {
        KernelSets.plan().forEach((family, what) -> facts.put("kernels." + family, what));
        facts.put("kernels table", KernelSets.origin());
        facts.put(
                "kernels chosen by",
                System.getProperty(KernelSets.PROPERTY) == null
                        ? "default; -D" + KernelSets.PROPERTY + "=" + String.join("|", KernelSets.names())
                        : "-D" + KernelSets.PROPERTY + "=" + KernelSets.chosen());
    }

    /** Measures this machine in about so many seconds. */
    public static List<KernelComparison> measure(double seconds) {
        List<KernelComparison> all = new ArrayList<>(KernelComparison.ofMachine((1 - SHARE_OF_DRAWS) * seconds));
        all.add(new KernelComparison(
                "random.normal", "[" + DRAWN + "]", draw(SHARE_OF_DRAWS * seconds), Optional.empty(), 0, false));
        return all;
    }

    /** Returns the microseconds of the fastest draw. */
    private static double draw(double seconds) {
        RandomStream random = RandomStream.of(1);
        double best = Double.POSITIVE_INFINITY;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        int draws = 0;
        do {
            try (Scope scope = Scope.open()) {
                long start = System.nanoTime();
                random.split(Integer.toString(draws++)).normal(Shape.of(DRAWN));
                best = Math.min(best, (System.nanoTime() - start) * 1e-3);
            }
        } while (System.nanoTime() < end);
        return best;
    }

    /** Says which choices of the table are wrong here. */
    public static void warn(List<KernelComparison> measured, Consumer<String> note) {
        for (KernelComparison comparison : measured) {
            if (comparison.slowness() > SLOW) {
                note.accept(String.format(
                        Locale.ROOT,
                        "The table's choice for %s at %s took %.1f times as long as the other kernels here. If that lasts on an"
                                + " idle machine, gan doctor --write-kernel-table FILE measures a table for it.",
                        comparison.operation(),
                        comparison.shape(),
                        comparison.slowness()));
            }
        }
    }

    /** Returns the measured times in columns; a star marks what the table chooses. */
    public static String text(List<KernelComparison> measured) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("microseconds of the fastest call", "", "portable", "oneDNN"));
        for (KernelComparison comparison : measured) {
            rows.add(List.of(
                    comparison.operation(),
                    comparison.shape(),
                    time(comparison, comparison.portable(), !comparison.oneDnnChosen()),
                    comparison
                            .oneDnn()
                            .map(time -> time(comparison, time, comparison.oneDnnChosen()))
                            .orElse("-")));
        }
        return Columns.of(rows);
    }

    private static String time(KernelComparison comparison, double microseconds, boolean chosen) {
        double speed = comparison.gigaflops(microseconds);
        String time = String.format(Locale.ROOT, "%.1f%s", microseconds, chosen ? "*" : "");
        return speed > 0 ? time + String.format(Locale.ROOT, " (%.0f GFLOP/s)", speed) : time;
    }
}
