package org.gan4j.core.kernel.select;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * From which size on each operation is computed by oneDNN rather than by the portable kernels, for each class of processor
 * instructions. It is fixed in the source, as the output of {@code ./gan doctor --write-kernel-table}; nothing is measured
 * when a training runs.
 *
 * <p>A line holds the instructions, the operation, the smallest size that oneDNN computes or {@code never}, and what was
 * measured: sizes with the microseconds of the portable kernels and of oneDNN. Lines that begin with # tell about the
 * machine. Operations without a line, and processors without one, keep the portable kernels.
 */
final class KernelTable {
    private static final String RESOURCE = "kernel-table.txt";
    private static final String NEVER = "never";

    private final List<Row> rows;
    private final List<String> notes;

    KernelTable(List<Row> rows, List<String> notes) {
        this.rows = Collections.unmodifiableList(new ArrayList<>(rows));
        this.notes = Collections.unmodifiableList(new ArrayList<>(notes));
    }

    /**
     * One line.
     *
     * @param instructions the class of processors
     * @param operation the operation, see {@link KernelTrials}
     * @param from the smallest size computed by oneDNN; empty for none
     * @param measured sizes and microseconds
     */
    record Row(String instructions, String operation, Optional<Long> from, String measured) {
        String text() {
            return String.join(
                    " ", instructions, operation, from.map(String::valueOf).orElse(NEVER), measured);
        }
    }

    /** Returns the table in the source. */
    static KernelTable fixed() {
        return Fixed.TABLE;
    }

    /** Returns the table that a text holds. */
    static KernelTable parse(String text) {
        List<Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            if (line.startsWith("#")) {
                notes.add(line);
                return;
            }
            String[] parts = line.split(" ", 4);
            if (parts.length < 4 || !parts[2].matches(NEVER + "|\\d{1,18}")) {
                throw new IllegalArgumentException("The kernel table's line \"" + line
                        + "\" does not read: instructions operation size|never measurements");
            }
            Optional<Long> from = parts[2].equals(NEVER) ? Optional.empty() : Optional.of(Long.valueOf(parts[2]));
            rows.add(new Row(parts[0], parts[1], from, parts[3]));
        });
        return new KernelTable(rows, notes);
    }

    /** Returns the smallest size of each operation that oneDNN computes on processors of a class; others are absent. */
    SortedMap<String, Long> limits(String instructions) {
        TreeMap<String, Long> limits = new TreeMap<>();
        for (Row row : rows) {
            if (row.instructions().equals(instructions)) {
                row.from().ifPresent(from -> limits.put(row.operation(), from));
            }
        }
        return limits;
    }

    /** Returns whether there are lines for a class of processors. */
    boolean knows(String instructions) {
        return rows.stream().anyMatch(row -> row.instructions().equals(instructions));
    }

    /** Returns what is told about the machine on which a class was measured. */
    Optional<String> origin(String instructions) {
        return notes.stream()
                .filter(note -> note.startsWith("# " + instructions + ": "))
                .findFirst()
                .map(note -> note.substring(2));
    }

    /** Returns this table with the lines of one class of processors in place of those that it has. */
    KernelTable with(String instructions, String machine, List<Row> measured) {
        List<Row> all = new ArrayList<>(measured);
        rows.stream().filter(row -> !row.instructions().equals(instructions)).forEach(all::add);
        List<String> told = new ArrayList<>();
        told.add("# " + instructions + ": " + machine);
        notes.stream()
                .filter(note -> !note.startsWith("# " + instructions + ": "))
                .forEach(told::add);
        return new KernelTable(all, told);
    }

    /** Returns the text that {@link #parse} reads. */
    String text() {
        StringBuilder text = new StringBuilder();
        notes.forEach(note -> text.append(note).append('\n'));
        rows.forEach(row -> text.append(row.text()).append('\n'));
        return text.toString();
    }

    /** Returns eight digits that change with any limit of a class of processors. */
    String digest(String instructions) {
        CRC32 sum = new CRC32();
        sum.update(limits(instructions).toString().getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    private static final class Fixed {
        static final KernelTable TABLE = read();

        private static KernelTable read() {
            try (InputStream in = Objects.requireNonNull(
                    KernelTable.class.getResourceAsStream(RESOURCE), RESOURCE + " is missing from the program")) {
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
