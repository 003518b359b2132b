package org.gan4j.losses.loss;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.losses.contract.LossCase;

/** The rows of golden.csv, which golden.py beside it computes with 30 digits. */
final class GoldenValues {
    private static final List<String[]> LINES = read();

    private GoldenValues() {}

    /** Returns a case with all rows of a name; one that has none does not pass. */
    static LossCase of(String name, AdversarialLoss loss) {
        LossCase result = LossCase.of(name, loss);
        for (String[] line : LINES) {
            if (line[0].equals(name)) {
                result = result.golden(
                        numbers(line[1]), numbers(line[2]), Double.parseDouble(line[3]), Double.parseDouble(line[4]));
            }
        }
        return result;
    }

    /** Returns all names that have rows. */
    static SortedSet<String> names() {
        return LINES.stream().map(line -> line[0]).collect(Collectors.toCollection(TreeSet::new));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static List<String[]> read() {
        try (InputStream stream = GoldenValues.class.getResourceAsStream("golden.csv")) {
            byte[] bytes =
                    Objects.requireNonNull(stream, "golden.csv is missing").readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
