package org.gan4j.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.kernel.select.KernelComparison;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.experiments.cli.text.Columns;
import org.gan4j.experiments.cli.text.KernelReport;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.memory.MemoryTrial;
import org.gan4j.experiments.store.Provenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says what is used and why, and whether it computes correctly. */
@Command(name = "doctor", description = "Say what this machine offers, what is used of it, and whether it works.")
final class DoctorCommand implements Callable<Integer> {
    private static final int SIDE = 1024;
    private static final int REPETITIONS = 20;
    private static final String CORRECT = "correct";
    private static final double LONGEST = 3600;

    @ParentCommand
    @Nullable
    GanCommand gan;

    @Mixin
    Output output = new Output();

    @Option(
            names = "--memory",
            description = "train the 2014 paper's MNIST networks on drawn digits and say whether memory stays flat")
    boolean memory;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "20000",
            description = "with --memory: steps after the warm-up; ${DEFAULT-VALUE} if not given")
    long steps;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "2000",
            description = "with --memory: steps before the first reading; ${DEFAULT-VALUE} if not given")
    long warmUp;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "1000",
            description = "with --memory: steps between readings; ${DEFAULT-VALUE} if not given")
    long every;

    @Option(
            names = "--measure",
            paramLabel = "S",
            defaultValue = "10",
            description = "seconds in which the kernels are measured, 0 for none; ${DEFAULT-VALUE} if not given")
    double measure = 10;

    @Option(
            names = "--write-kernel-table",
            paramLabel = "FILE",
            description =
                    "measure which kernels are faster here, from which size on, and write the table to a new file")
    @Nullable
    Path table;

    @Override
    public Integer call() {
        GanCommand command = Objects.requireNonNull(gan);
        if (!(measure >= 0) || measure > LONGEST) {
            throw new UserError(
                    ExitCode.USAGE, "doctor: --measure takes seconds from 0 to " + LONGEST + ", not " + measure);
        }
        Path written = table;
        if (written != null) {
            KernelTableWriter.requireOwnChoice(System.getenv());
            return new KernelTableWriter(output).write(written, measure);
        }
        if (memory) {
            return new MemoryCheck(output).run(trial(), command.data());
        }
        SortedMap<String, Object> facts = new TreeMap<>(Provenance.capture().facts());
        facts.put("kernels", KernelSets.describe());
        KernelReport.describe(facts);
        facts.put("data directory", place(command.data().root()));
        facts.put("runs directory", place(command.runsDirectory));
        facts.put("heap limit", (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
        String check = check();
        facts.put("product check", check);
        facts.put("product speed", speed());
        String lines = Columns.of(facts.entrySet().stream()
                .map(fact -> List.of(fact.getKey(), fact.getValue().toString()))
                .toList());
        List<KernelComparison> measured = measure > 0 ? KernelReport.measure(measure) : List.of();
        facts.put("measured", measured);
        output.print(facts, () -> measured.isEmpty() ? lines : lines + "\n" + KernelReport.text(measured));
        KernelReport.warn(measured, output::note);
        if (System.getenv(KernelTableWriter.CORE_TYPE) != null) {
            output.note(
                    "OPENBLAS_CORETYPE overrides OpenBLAS's choice for this processor, and may halve its speed or worse.");
        }
        return check.startsWith(CORRECT) ? ExitCode.OK.code() : ExitCode.INTERNAL_ERROR.code();
    }

    private MemoryTrial trial() {
        try {
            return new MemoryTrial(warmUp, steps, every);
        } catch (IllegalArgumentException wrong) {
            throw new UserError(ExitCode.USAGE, "doctor --memory: " + wrong.getMessage());
        }
    }

    private static String place(Path directory) {
        String state =
                Files.isDirectory(directory) ? Files.isWritable(directory) ? "writable" : "read-only" : "not there yet";
        return directory.toAbsolutePath() + " (" + state + ")";
    }

    /** A product in the kernels' float32 against the same one in double precision loops. */
    private static String check() {
        try (Scope scope = Scope.open()) {
            RandomStream random = RandomStream.of(1);
            int n = 65;
            Tensor a = random.split("a").normal(Shape.of(n, n));
            Tensor b = random.split("b").normal(Shape.of(n, n));
            double[] x = a.toDoubles();
            double[] y = b.toDoubles();
            float[] product = a.matmul(b).toFloats();
            double worst = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int k = 0; k < n; k++) {
                        sum += x[i * n + k] * y[k * n + j];
                    }
                    worst = Math.max(worst, Math.abs(sum - product[i * n + j]));
                }
            }
            return String.format(Locale.ROOT, "%s, largest error %.1e", worst < 1e-4 ? CORRECT : "WRONG", worst);
        }
    }

    private static String speed() {
        try (Scope scope = Scope.open()) {
            Tensor a = RandomStream.of(1).split("speed").normal(Shape.of(SIDE, SIDE));
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i < REPETITIONS; i++) {
                try (Scope product = Scope.open()) {
                    long start = System.nanoTime();
                    Objects.requireNonNull(a.matmul(a));
                    best = Math.min(best, (System.nanoTime() - start) * 1e-9);
                }
            }
            double gigaflops = 2e-9 * SIDE * SIDE * SIDE / best;
            return String.format(Locale.ROOT, "%.0f GFLOP/s (float32, %d x %d)", gigaflops, SIDE, SIDE);
        }
    }
}
