package org.gan4j.experiments.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.density.CalibrationLadder;

/** Estimates for a reader: the number, what its uncertainty is of, and everything it depends on. */
public final class EstimateText {
    private EstimateText() {}

    public static String of(List<Estimate> estimates) {
        StringBuilder text = new StringBuilder();
        for (Estimate estimate : estimates) {
            text.append(estimate.name()).append(": ").append(number(estimate.value()));
            estimate.uncertainty()
                    .ifPresent(u -> text.append(" ± ")
                            .append(number(u.value()))
                            .append(" (")
                            .append(u.kind().words())
                            .append(')'));
            text.append('\n');
            estimate.sizes()
                    .forEach((key, size) -> text.append("  ")
                            .append(key)
                            .append(": ")
                            .append(size)
                            .append('\n'));
            estimate.parameters()
                    .forEach((key, value) -> text.append("  ")
                            .append(key)
                            .append(": ")
                            .append(parameter(value))
                            .append('\n'));
            estimate.warnings()
                    .forEach(warning ->
                            text.append("  warning: ").append(warning).append('\n'));
        }
        return text.toString();
    }

    public static String ladder(List<CalibrationLadder.Rung> rungs) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("in place of samples", "centres", "log-likelihood", "s.e.", "sigma", "published", "seconds"));
        for (CalibrationLadder.Rung rung : rungs) {
            Estimate estimate = rung.estimate();
            rows.add(List.of(
                    rung.label(),
                    Integer.toString(rung.centres()),
                    String.format(Locale.ROOT, "%.2f", estimate.value()),
                    estimate.uncertainty()
                            .map(u -> String.format(Locale.ROOT, "%.2f", u.value()))
                            .orElse("-"),
                    parameter(estimate.parameters().getOrDefault("sigma", "-")),
                    rung.published()
                            .map(p -> String.format(Locale.ROOT, "%.0f", p))
                            .orElse("-"),
                    String.format(Locale.ROOT, "%.1f", rung.seconds())));
        }
        StringBuilder text = new StringBuilder(Columns.of(rows));
        if (!rungs.isEmpty()) {
            text.append("\nnats; s.e. over test points; ")
                    .append(rungs.get(0).estimate().parameters().getOrDefault("grid", ""))
                    .append("; ")
                    .append(rungs.get(0).estimate().parameters().getOrDefault("splits", ""))
                    .append('\n');
        }
        return text.toString();
    }

    private static String parameter(Object value) {
        return value instanceof Double number ? number(number) : value.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5g", value);
    }
}
