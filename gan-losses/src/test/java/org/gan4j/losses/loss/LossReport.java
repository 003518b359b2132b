package org.gan4j.losses.loss;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.losses.contract.Deviations;
import org.gan4j.losses.contract.LossCase;
import org.gan4j.losses.contract.LossCheck;
import org.gan4j.losses.contract.LossChecks;

/** Counts what was checked and how far each loss was from its closed form; left in target/losses.txt. */
final class LossReport {
    private static final Path FILE = Path.of("target", "losses.txt");

    private final SortedMap<String, Deviations> losses = new TreeMap<>();
    private int checks;

    void run(LossCheck check, LossCase loss) {
        check.body().check(loss, losses.computeIfAbsent(loss.name(), name -> new Deviations()));
        checks++;
    }

    void write() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d losses x %d checks: %d passed%n%-28s %10s %10s %10s%n",
                losses.size(),
                LossChecks.ALL.size(),
                checks,
                "largest deviation from",
                "golden",
                "value",
                "maximiser"));
        losses.forEach((name, deviations) -> text.append(String.format(
                Locale.ROOT,
                "%-28s %10s %10s %10s%n",
                name,
                number(deviations, "golden"),
                number(deviations, "value"),
                number(deviations, "maximiser"))));
        System.out.print(text);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(Deviations deviations, String quantity) {
        Double distance = deviations.largest().get(quantity);
        return distance == null ? "-" : String.format(Locale.ROOT, "%.1e", distance);
    }
}
