package org.gan4j.experiments.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Measure;
import org.gan4j.eval.density.CalibrationLadder;
import org.gan4j.experiments.card.EvaluatorCard;

/** Estimates for a reader: the number, what its uncertainty is of, and everything it depends on. */
public final class EstimateText {
    private EstimateText() {}

    public static String of(List<Estimate> estimates) {
        StringBuilder text = new StringBuilder();
        for (Estimate estimate : estimates) {
            text.append(headline(estimate)).append('\n');
            estimate.floor()
                    .ifPresent(floor -> text.append("  perfect sampler: ")
                            .append(number(floor.value()))
                            .append(" (")
                            .append(floor.source().words())
                            .append(": ")
                            .append(floor.origin())
                            .append(")\n"));
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

    /** Returns name, value, unit, uncertainty and direction. */
    private static String headline(Estimate estimate) {
        Measure measure = estimate.measure();
        String unit = measure.unit().symbol();
        return measure.name() + ": " + number(estimate.value())
                + estimate.uncertainty().map(u -> " ± " + number(u.value())).orElse("")
                + (unit.isEmpty() ? "" : " " + unit)
                + estimate.uncertainty().map(u -> " (" + u.kind().words() + ")").orElse("")
                + "; " + measure.label() + ", " + measure.direction().words();
    }

    /** Returns what an evaluator estimates: name, label, unit, direction and what its plus-minus is. */
    public static String of(EvaluatorCard card) {
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : card.measures()) {
            String unit = measure.unit().symbol();
            rows.add(List.of(
                    "  " + measure.name(),
                    measure.label() + (unit.isEmpty() ? "" : " [" + unit + "]"),
                    measure.direction().words(),
                    measure.uncertainty()
                            .map(kind -> "± is the " + kind.words())
                            .or(() -> measure.noUncertainty().map(why -> "no ±: " + why))
                            .orElse("")));
        }
        return "\nestimates:\n" + Columns.of(rows);
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
