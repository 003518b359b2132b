package org.gan4j.experiments.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.experiments.bench.BenchReport;
import org.gan4j.experiments.bench.BenchReport.BareTime;
import org.gan4j.experiments.bench.BenchReport.CaseResult;
import org.gan4j.experiments.bench.Spread;

/** A report of measurements in words. */
public final class BenchText {
    private BenchText() {}

    public static String of(BenchReport report) {
        StringBuilder text = new StringBuilder();
        text.append(Columns.of(report.environment().entrySet().stream()
                        .map(fact -> List.of(fact.getKey(), fact.getValue()))
                        .toList()))
                .append('\n');
        if (!report.ceiling().isEmpty()) {
            text.append(ceiling(report)).append('\n');
        }
        if (!report.cases().isEmpty()) {
            text.append(cases(report));
            report.cases().forEach(result -> text.append(details(result)));
        }
        report.peakResidentBytes()
                .ifPresent(bytes -> text.append(
                        String.format(Locale.ROOT, "%nMost memory held by this process: %d MiB%n", bytes >> 20)));
        return text.toString();
    }

    private static String ceiling(BenchReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("matrix product", "GFLOP/s", "least", "most"));
        for (BenchReport.Ceiling one : report.ceiling()) {
            Spread speed = one.gigaflops();
            rows.add(List.of(one.product(), number(speed.median()), number(speed.least()), number(speed.most())));
        }
        return Columns.of(rows);
    }

    private static String cases(BenchReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("case", "median", "least", "most", "repetitions", "bare products", "ratio", "per second"));
        for (CaseResult result : report.cases()) {
            Spread spread = result.seconds();
            rows.add(List.of(
                    result.name(),
                    time(spread.median()),
                    time(spread.least()),
                    time(spread.most()),
                    Integer.toString(spread.repetitions().size()),
                    result.bareProducts()
                            .map(bare -> time(bare.seconds().median()))
                            .orElse("-"),
                    result.bareProducts()
                            .map(bare -> String.format(Locale.ROOT, "%.2f", bare.ratio()))
                            .orElse("-"),
                    number(result.perSecond())));
        }
        return Columns.of(rows);
    }

    private static String details(CaseResult result) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%n%s  %s%n", result.name(), result.title()));
        result.parameters()
                .forEach((player, count) ->
                        text.append(String.format(Locale.ROOT, "   %s learns %d numbers%n", player, count)));
        result.secondsPerEpoch()
                .ifPresent(seconds -> text.append(String.format(Locale.ROOT, "   60 000 images: %.1f s%n", seconds)));
        result.value().ifPresent(value -> text.append(String.format(Locale.ROOT, "   result: %.4f%n", value)));
        result.bareProducts().ifPresent(bare -> text.append(products(bare)));
        return text.toString();
    }

    private static String products(BareTime bare) {
        return String.format(
                Locale.ROOT,
                "   its %d matrix products alone: %s, %.0f GFLOP/s%n",
                bare.products().size(),
                time(bare.seconds().median()),
                bare.gigaflops());
    }

    /** Returns a time with three digits and the unit that fits it. */
    public static String time(double seconds) {
        if (seconds < 1e-3) {
            return String.format(Locale.ROOT, "%.1f us", 1e6 * seconds);
        }
        return seconds < 1
                ? String.format(Locale.ROOT, "%.2f ms", 1e3 * seconds)
                : String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
