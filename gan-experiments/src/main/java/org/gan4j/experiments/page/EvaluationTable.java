package org.gan4j.experiments.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.gan4j.eval.Direction;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Measure;
import org.gan4j.eval.NullFloor;
import org.gan4j.eval.Unit;
import org.gan4j.experiments.report.Markup;
import org.gan4j.experiments.training.Evaluation;

/** What the evaluators found of a run's states, for its page: every plus-minus says what it is of. */
final class EvaluationTable {
    private static final int SHORT_LIST = 4;
    private static final List<String> HEADINGS = List.of(
            "state",
            "step",
            "estimate",
            "name",
            "value",
            "unit",
            "±",
            "± is the",
            "perfect sampler",
            "better",
            "made with");
    private static final List<String> NUMBERS = List.of("step", "value", "±", "perfect sampler");

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
        for (String heading : HEADINGS) {
            boolean number = NUMBERS.contains(heading);
            table.element("th", heading, "class", number ? "number" : "");
        }
        table.close().close().open("tbody");
        for (Evaluation evaluation : evaluations) {
            evaluation.estimates().forEach(estimate -> row(table, evaluation, estimate));
        }
        return table.close().close().close();
    }

    private static void row(Markup table, Evaluation evaluation, Estimate estimate) {
        Measure measure = estimate.measure();
        List<String> made = new ArrayList<>();
        estimate.sizes().forEach((key, size) -> made.add(key + " " + size));
        estimate.parameters().forEach((key, value) -> made.add(key + " " + text(value)));
        table.open("tr")
                .element("td", evaluation.state())
                .element("td", Long.toString(evaluation.step()), "class", "number")
                .element("td", measure.label())
                .element("td", measure.name(), "class", "name")
                .element("td", text(estimate.value()), "class", "number")
                .element("td", measure.unit().symbol())
                .element("td", estimate.uncertainty().map(u -> text(u.value())).orElse(""), "class", "number")
                .element("td", estimate.uncertainty().map(u -> u.kind().words()).orElse(""))
                .element(
                        "td",
                        estimate.floor()
                                .map(floor -> text(floor.value()) + " ("
                                        + floor.source().words() + ")")
                                .orElse(""),
                        "class",
                        "number",
                        "title",
                        estimate.floor().map(NullFloor::origin).orElse(""))
                .element(
                        "td",
                        measure.direction().arrow(),
                        "title",
                        measure.direction().words())
                .element("td", String.join(", ", made), "class", "soft")
                .close();
    }

    /** Returns what a reader must see of the estimates: their own warnings, and counts below a perfect sampler's. */
    static List<String> warnings(List<Evaluation> evaluations) {
        LinkedHashSet<String> sentences = new LinkedHashSet<>();
        for (Evaluation evaluation : evaluations) {
            for (Estimate estimate : evaluation.estimates()) {
                String where = evaluation.state() + ", " + estimate.name() + ": ";
                estimate.warnings().forEach(warning -> sentences.add(where + warning));
                collapse(estimate).ifPresent(sentence -> sentences.add(where + sentence));
            }
        }
        return new ArrayList<>(sentences);
    }

    /** Returns a sentence where fewer of something were found than a perfect sampler finds. */
    private static Optional<String> collapse(Estimate estimate) {
        Measure measure = estimate.measure();
        boolean counted = measure.unit() == Unit.COUNT && measure.direction() == Direction.HIGHER;
        return estimate.floor()
                .map(floor -> Math.rint(floor.value()))
                .filter(perfect -> counted && estimate.value() < perfect)
                .map(perfect -> "collapse: " + text(estimate.value()) + " " + measure.label()
                        + ", where a perfect sampler has " + text(perfect) + ".");
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
