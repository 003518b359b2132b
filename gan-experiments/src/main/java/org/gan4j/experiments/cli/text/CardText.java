package org.gan4j.experiments.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.experiments.card.BestScore;
import org.gan4j.experiments.card.CardNumber;
import org.gan4j.experiments.card.Divergences;
import org.gan4j.experiments.card.Divergences.Quantity;
import org.gan4j.experiments.card.GeneratorWeight;
import org.gan4j.experiments.card.LossCard;
import org.gan4j.experiments.card.PenaltyCard;

/** Cards as text. */
public final class CardText {

    private CardText() {}

    public static String of(LossCard card) {
        StringBuilder text = new StringBuilder();
        text.append("family:  ").append(card.family()).append('\n');
        addBest(text, card.best());
        addDivergences(text, card.divergences());
        addWeight(text, card.weight());
        text.append('\n');
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("saturates:", saturation(card.weight())));
        rows.add(List.of("Lipschitz D:", card.needsLipschitz() ? "needed" : "not needed"));
        rows.add(List.of("usual penalties:", names(card.penalties())));
        rows.add(
                List.of("finite:", "for scores of up to " + CardNumber.of(card.finiteUpTo()) + " in size, in float32"));
        for (int i = 0; i < card.unchanged().size(); i++) {
            rows.add(List.of(i == 0 ? "symmetry:" : "", card.unchanged().get(i)));
        }
        return text.append(Columns.of(rows)).toString();
    }

    public static String of(PenaltyCard card) {
        StringBuilder text = new StringBuilder();
        text.append("usual with: ").append(names(card.losses())).append('\n');
        text.append("\nvalue where D's gradient has the norm n everywhere, as of s(x) = n x_1:\n");
        if (!card.note().isEmpty()) {
            return text.append("  ").append(card.note()).append('\n').toString();
        }
        return text.append(Columns.of(List.of(
                        row("  n", card.values().stream().map(v -> v.slope())),
                        row("  P", card.values().stream().map(v -> v.value())))))
                .toString();
    }

    private static void addBest(StringBuilder text, BestScore best) {
        text.append("\nbest score of a point, which minimises L_D:\n");
        line(text, "  s* = ", best.formula());
        line(text, "  ", best.note());
        if (!best.scores().isEmpty()) {
            text.append(Columns.of(List.of(
                    words("  p/q", best.scores().stream().map(score -> ratio(score.ratio()))),
                    row("  s*", best.scores().stream().map(score -> score.score())))));
        }
    }

    private static void addDivergences(StringBuilder text, Divergences divergences) {
        text.append("\nagainst the best scores, computed for p = ")
                .append(list(divergences.p()))
                .append(" and q = ")
                .append(list(divergences.q()))
                .append(divergences.scores().isEmpty() ? "" : ", s* = " + list(divergences.scores()))
                .append(":\n");
        List<List<String>> rows = new ArrayList<>();
        addQuantity(rows, "V(q)", "what G reads, L_G at s*:", divergences.read());
        addQuantity(rows, "F(q)", "what G follows while s* is held:", divergences.followed());
        text.append(Columns.of(rows));
        text.append("  compare: ")
                .append(String.join(
                        ", ",
                        divergences.compare().entrySet().stream()
                                .map(entry -> entry.getKey() + " = " + CardNumber.of(entry.getValue()))
                                .toList()))
                .append('\n');
    }

    private static void addQuantity(List<List<String>> rows, String symbol, String meaning, Quantity quantity) {
        String value =
                quantity.value().map(number -> " = " + CardNumber.of(number)).orElse("");
        String formula = quantity.formula().isEmpty() ? "" : " = " + quantity.formula();
        String note = quantity.note().isEmpty() ? "" : "not computed: " + quantity.note();
        if (!formula.isEmpty() || !value.isEmpty()) {
            rows.add(List.of("  " + meaning, symbol + formula + value));
        }
        if (!note.isEmpty()) {
            rows.add(List.of(rows.isEmpty() || formula.isEmpty() ? "  " + meaning : "", note));
        }
    }

    private static void addWeight(StringBuilder text, GeneratorWeight weight) {
        text.append("\nweight of a fake sample in G's gradient, |l_G'(s)|:\n");
        line(text, "  ", weight.note());
        text.append(Columns.of(List.of(
                row("  s", weight.weights().stream().map(w -> w.score())),
                row("  weight", weight.weights().stream().map(w -> w.weight())))));
    }

    private static String saturation(GeneratorWeight weight) {
        return (weight.saturates() ? "yes" : "no") + ": at score -20 the weight is " + CardNumber.of(weight.share())
                + " of the largest for scores of -20 to 0 (it saturates if below 1/1000)";
    }

    private static String ratio(double value) {
        return value < 1 ? "1/" + CardNumber.of(1 / value) : CardNumber.of(value);
    }

    private static List<String> row(String heading, Stream<Double> values) {
        return words(heading, values.map(CardNumber::of));
    }

    private static List<String> words(String heading, Stream<String> values) {
        return Stream.concat(Stream.of(heading), values).toList();
    }

    private static String list(List<Double> values) {
        return "(" + String.join(", ", values.stream().map(CardNumber::of).toList()) + ")";
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static void line(StringBuilder text, String heading, String content) {
        if (!content.isEmpty()) {
            text.append(heading).append(content).append('\n');
        }
    }
}
