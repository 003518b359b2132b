package org.gan4j.experiments.bench.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.experiments.bench.Spread;

/** A comparison as Markdown. */
public final class ComparisonTable {
    private ComparisonTable() {}

    /** Returns the table, how peers were run or why they are absent, and the environment. */
    public static String markdown(ComparisonReport report) {
        StringBuilder text = new StringBuilder();
        List<String> names = report.rows().get(0).peers().stream()
                .map(ComparisonReport.Other::name)
                .toList();
        List<String> head = new ArrayList<>(List.of("case", "GAN4J", "its matrix products alone", "GAN4J / products"));
        names.forEach(name -> head.addAll(List.of(name, name + " / GAN4J")));
        text.append(line(head));
        text.append("|---|").append("---:|".repeat(head.size() - 1)).append('\n');
        report.rows().forEach(row -> text.append(line(cells(row))));
        text.append(String.format(
                Locale.ROOT,
                "%nMedian of %d repetitions, each in a process of its own, the frameworks in turn (least to most). A ratio"
                        + " above 1 in the columns \"/ GAN4J\" means that GAN4J is faster.%n%n",
                report.settings().repetitions()));
        report.rows().forEach(row -> text.append(remarks(row)));
        text.append("\nEnvironment:\n\n");
        report.environment().forEach((name, value) -> text.append("- " + name + ": " + value + "\n"));
        report.facts()
                .forEach((peer, facts) ->
                        facts.forEach((name, value) -> text.append("- " + peer + ", " + name + ": " + value + "\n")));
        return text.toString();
    }

    private static List<String> cells(ComparisonReport.Row row) {
        List<String> cells = new ArrayList<>(List.of(
                row.name() + ": " + row.title(),
                time(row.own()),
                row.bareProducts().map(ComparisonTable::time).orElse("-"),
                row.ratioToProducts().map(ComparisonTable::ratio).orElse("-")));
        for (ComparisonReport.Other other : row.peers()) {
            cells.add(other.seconds().map(ComparisonTable::time).orElse("absent"));
            cells.add(other.ratio().map(ComparisonTable::ratio).orElse("-"));
        }
        return cells;
    }

    private static String remarks(ComparisonReport.Row row) {
        StringBuilder text = new StringBuilder("- " + row.name() + ":");
        row.parameters().forEach((player, count) -> text.append(" " + player + " learns " + count + " numbers;"));
        for (ComparisonReport.Other other : row.peers()) {
            Optional<String> how =
                    other.variant().map(way -> other.name() + " with " + way + ", the fastest way tried;");
            text.append(" ")
                    .append(how.orElseGet(() ->
                            other.name() + " is absent: " + other.absence().orElse("it has measured nothing") + ";"));
        }
        return text.toString().replaceFirst(";$", ".\n");
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Returns median (least to most) in the unit that fits the median. */
    private static String time(Spread spread) {
        double unit = spread.median() < 1e-3 ? 1e6 : spread.median() < 1 ? 1e3 : 1;
        String name = unit == 1e6 ? "us" : unit == 1e3 ? "ms" : "s";
        String digits = unit * spread.median() >= 100 ? "%.0f" : "%.2f";
        return String.format(
                Locale.ROOT,
                digits + " " + name + " (" + digits + " to " + digits + ")",
                unit * spread.median(),
                unit * spread.least(),
                unit * spread.most());
    }
}
