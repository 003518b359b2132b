package org.gan4j.experiments.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.gan4j.eval.Estimate;
import org.gan4j.experiments.report.Markup;
import org.gan4j.experiments.training.Evaluation;

/** What the evaluators found of a run's states, for its page: every plus-minus says what it is of. */
final class EvaluationTable {
    private static final String CAPTURED = "modes-captured";
    private static final int SHORT_LIST = 4;

    private EvaluationTable() {}

    static Markup of(List<Evaluation> evaluations) {
        Markup table = new Markup();
        if (evaluations.stream().allMatch(evaluation -> evaluation.estimates().isEmpty())) {
            return table;
        }
        table.open("div", "class", "scroll estimates")
                .open("table")
                .open("thead")
                .open("tr");
        for (String heading : List.of("state", "step", "estimate", "value", "±", "± is the", "made with")) {
            boolean number = List.of("step", "value", "±").contains(heading);
            table.element("th", heading, "class", number ? "number" : "");
        }
        table.close().close().open("tbody");
        for (Evaluation evaluation : evaluations) {
            evaluation.estimates().forEach(estimate -> row(table, evaluation, estimate));
        }
        return table.close().close().close();
    }

    private static void row(Markup table, Evaluation evaluation, Estimate estimate) {
        List<String> made = new ArrayList<>();
        estimate.sizes().forEach((key, size) -> made.add(key + " " + size));
        estimate.parameters().forEach((key, value) -> made.add(key + " " + text(value)));
        table.open("tr")
                .element("td", evaluation.state())
                .element("td", Long.toString(evaluation.step()), "class", "number")
                .element("td", estimate.name(), "class", "name")
                .element("td", text(estimate.value()), "class", "number")
                .element("td", estimate.uncertainty().map(u -> text(u.value())).orElse(""), "class", "number")
                .element("td", estimate.uncertainty().map(u -> u.kind().words()).orElse(""))
                .element("td", String.join(", ", made), "class", "soft")
                .close();
    }

    /** Returns what a reader must see of the estimates: their own warnings, and modes that no sample came near. */
    static List<String> warnings(List<Evaluation> evaluations) {
        LinkedHashSet<String> sentences = new LinkedHashSet<>();
        for (Evaluation evaluation : evaluations) {
            for (Estimate estimate : evaluation.estimates()) {
                String where = evaluation.state() + ", " + estimate.name() + ": ";
                estimate.warnings().forEach(warning -> sentences.add(where + warning));
                if (estimate.name().equals(CAPTURED) && estimate.value() < estimate.number("modes")) {
                    sentences.add(where + "mode collapse: samples came near " + text(estimate.value()) + " of "
                            + text(estimate.number("modes")) + " modes.");
                }
            }
        }
        return new ArrayList<>(sentences);
    }

    /** Five digits; of a long list its ends. */
    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.size() <= SHORT_LIST
                    ? list.stream().map(EvaluationTable::text).toList().toString()
                    : list.size() + " values " + text(list.get(0)) + " to " + text(list.get(list.size() - 1));
        }
        if (!(value instanceof Double number) || !Double.isFinite(number)) {
            return value.toString();
        }
        BigDecimal rounded = new BigDecimal(number, new MathContext(5)).stripTrailingZeros();
        return Math.abs(rounded.scale()) > 8 ? rounded.toString() : rounded.toPlainString();
    }
}
