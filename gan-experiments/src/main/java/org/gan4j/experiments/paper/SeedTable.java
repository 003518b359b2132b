package org.gan4j.experiments.paper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.statistics.Summary;
import org.gan4j.experiments.table.Cell;
import org.gan4j.experiments.table.Column;
import org.gan4j.experiments.table.ResultTable;
import org.gan4j.experiments.table.Row;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.TrainingResult;

/**
 * Tables whose cells are the mean and the standard deviation of an estimate over runs that differ in their seed.
 *
 * @param table without rows
 * @param columns the estimates
 */
record SeedTable(ResultTable table, List<EstimateColumn> columns) {

    /**
     * A column and the estimate in it.
     *
     * @param estimate the estimate's name
     * @param column how it is headed
     * @param factor what the estimate is multiplied by, such as 100 for percent
     */
    record EstimateColumn(String estimate, Column column, double factor) {}

    /** Returns a table without rows. */
    static SeedTable of(String title, String rowHeading, List<EstimateColumn> columns) {
        Column[] headings = columns.stream().map(EstimateColumn::column).toArray(Column[]::new);
        return new SeedTable(ResultTable.of(title, rowHeading, headings), columns);
    }

    /** Returns a table without rows whose columns are headed by the estimates' own names. */
    static SeedTable over(String title, String rowHeading, List<String> estimates) {
        List<String> names = estimates.isEmpty() ? List.of("no evaluator") : estimates;
        return of(
                title,
                rowHeading,
                names.stream()
                        .map(name -> new EstimateColumn(name, new Column(name, "", Column.Better.NEITHER), 1))
                        .toList());
    }

    /** Returns the names of all estimates, in the order of their first appearance. */
    static List<String> names(List<Evaluation> evaluations) {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        evaluations.forEach(e -> e.estimates().forEach(estimate -> names.add(estimate.name())));
        return new ArrayList<>(names);
    }

    /** Returns which runs ended before their last step, and why; empty if none did. */
    static Optional<String> stoppedEarly(List<Long> seeds, List<TrainingResult> results) {
        List<String> ends = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            String seed = "seed " + seeds.get(i) + " ";
            results.get(i).stoppedEarly().ifPresent(early -> ends.add(seed + early.words()));
        }
        return ends.isEmpty() ? Optional.empty() : Optional.of(sentence(String.join("; ", ends)));
    }

    /** Returns the row of runs that differ in their seed. */
    Row row(String label, List<TrainingResult> results, String state) {
        Row row = Row.of(label);
        for (EstimateColumn column : columns) {
            row = row.with(column.column().name(), cell(column, results, state));
        }
        return row;
    }

    private static Cell cell(EstimateColumn column, List<TrainingResult> results, String state) {
        List<Double> values = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (TrainingResult result : results) {
            Optional<Estimate> estimate = result.evaluation(state).flatMap(e -> e.estimate(column.estimate()));
            estimate.filter(e -> Double.isFinite(e.value())).ifPresent(e -> values.add(column.factor() * e.value()));
            estimate.ifPresent(
                    e -> e.warnings().stream().filter(w -> !remarks.contains(w)).forEach(remarks::add));
            result.divergence()
                    .map(SeedTable::sentence)
                    .filter(d -> !remarks.contains(d))
                    .ifPresent(remarks::add);
        }
        if (values.isEmpty()) {
            boolean diverged = results.stream().allMatch(r -> r.divergence().isPresent());
            String why = remarks.isEmpty() ? "not measured" : String.join(" ", remarks);
            return diverged ? Cell.diverged(why) : Cell.missing(why);
        }
        Cell cell =
                Cell.deviation(Summary.of(values.stream().mapToDouble(v -> v).toArray()));
        return remarks.isEmpty() ? cell : cell.withRemark(String.join(" ", remarks));
    }

    private static String sentence(String message) {
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }
}
