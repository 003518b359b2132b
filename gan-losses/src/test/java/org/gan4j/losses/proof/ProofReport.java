package org.gan4j.losses.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The largest distance of one loss from what it was proven to be, printed and left in target. */
final class ProofReport {
    private final String name;
    private final String claim;
    private double largest;
    private int comparisons;

    ProofReport(String name, String claim) {
        this.name = name;
        this.claim = claim;
    }

    /** Returns the distance, having noted it. */
    double distance(double actual, double expected) {
        double distance = Math.abs(actual - expected);
        largest = Math.max(largest, distance);
        comparisons++;
        return distance;
    }

    void write() {
        String line = String.format(
                Locale.ROOT, "%s: %s, %d comparisons, largest deviation %.1e%n", name, claim, comparisons, largest);
        System.out.print(line);
        try {
            Path directory = Files.createDirectories(Path.of("target", "proofs"));
            Files.writeString(directory.resolve(name + ".txt"), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
