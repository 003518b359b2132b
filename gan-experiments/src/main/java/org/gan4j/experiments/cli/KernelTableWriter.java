package org.gan4j.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;
import org.gan4j.core.kernel.select.KernelComparison;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.store.Provenance;

/** Measures which kernels are faster here and writes the table that belongs into the sources. */
final class KernelTableWriter {
    /** The variable that names the kernels of OpenBLAS. */
    static final String CORE_TYPE = "OPENBLAS_CORETYPE";

    private final Output output;

    KernelTableWriter(Output output) {
        this.output = output;
    }

    /**
     * Refuses to measure kernels that OpenBLAS would not choose by itself.
     *
     * @param environment the variables of this process
     * @throws org.gan4j.core.io.UserError if one of them names the kernels
     */
    static void requireOwnChoice(Map<String, String> environment) {
        String kernels = environment.get(CORE_TYPE);
        if (kernels != null) {
            throw new UserError(
                    ExitCode.USAGE,
                    CORE_TYPE + " is " + kernels
                            + ", which may halve the speed of OpenBLAS: a table measured with it would"
                            + " name oneDNN where OpenBLAS is faster by itself",
                    "doctor --write-kernel-table",
                    "Unset the variable and measure again.");
        }
    }

    /** Writes a new file; returns the exit code. */
    int write(Path file, double seconds) {
        if (!(seconds > 0)) {
            throw new UserError(ExitCode.USAGE, "doctor --write-kernel-table: --measure must be above 0");
        }
        requireNew(file);
        String text = measured(seconds);
        requireNew(file);
        new FileStore().writeText(file, text);
        SortedMap<String, String> result = new TreeMap<>();
        result.put("kernel table", file.toString());
        output.print(
                result,
                () -> "The table is in " + file + ". It takes effect as kernel-table.txt in the sources of gan-core.");
        return ExitCode.OK.code();
    }

    /** Asked before the measurement, which may take minutes, and after it. */
    private static void requireNew(Path file) {
        if (Files.exists(file)) {
            throw new UserError(ExitCode.USAGE, "doctor --write-kernel-table: " + file + " is there already");
        }
    }

    private static String measured(double seconds) {
        try {
            return KernelComparison.table(seconds, machine());
        } catch (IllegalStateException impossible) {
            throw new UserError(ExitCode.USAGE, "doctor --write-kernel-table: " + impossible.getMessage());
        }
    }

    private static String machine() {
        SortedMap<String, String> facts = Provenance.capture().facts();
        return String.format(
                Locale.ROOT,
                "%s, %d threads, %s, Java %s, %s",
                facts.get("processor"),
                KernelSets.threads(),
                KernelComparison.instructions(),
                facts.get("java.version"),
                facts.get("os.name"));
    }
}
