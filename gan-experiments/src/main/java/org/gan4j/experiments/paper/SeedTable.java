package org.gan4j.experiments.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Measure;
import org.gan4j.eval.statistics.Summary;
import org.gan4j.experiments.table.Cell;
import org.gan4j.experiments.table.ResultTable;
import org.gan4j.experiments.table.Row;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingResult;

/**
 * Tables whose cells are the mean and the standard deviation of an estimate over runs that differ in their seed.
 *
 * @param table without rows
 * @param columns what is estimated
 */
record SeedTable(ResultTable table, MeasureColumns columns) {

    /** Returns a table without rows; its columns are what the evaluators of the jobs estimate. */
    static SeedTable of(String title, String rowHeading, List<TrainingJob> jobs, List<TrainingResult> results) {
        MeasureColumns columns = MeasureColumns.of(jobs, results);
        return new SeedTable(ResultTable.of(title, rowHeading, columns.headings()), columns);
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
        for (Measure measure : columns.measures()) {
            row = row.with(columns.column(measure).name(), cell(measure, results, state));
        }
        return columns.measures().isEmpty()
                ? row.with(MeasureColumns.NONE.name(), without(results, new ArrayList<>()))
                : row;
    }

    private static Cell cell(Measure measure, List<TrainingResult> results, String state) {
        List<Double> values = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (TrainingResult result : results) {
            Optional<Estimate> estimate = result.evaluation(state).flatMap(e -> e.estimate(measure.name()));
            estimate.filter(e -> Double.isFinite(e.value())).ifPresent(e -> values.add(e.value()));
            estimate.ifPresent(
                    e -> e.warnings().stream().filter(w -> !remarks.contains(w)).forEach(remarks::add));
            divergence(result).filter(d -> !remarks.contains(d)).ifPresent(remarks::add);
        }
        if (values.isEmpty()) {
            return without(results, remarks);
        }
        Cell cell =
                Cell.deviation(Summary.of(values.stream().mapToDouble(v -> v).toArray()));
        return remarks.isEmpty() ? cell : cell.withRemark(String.join(" ", remarks));
    }

    private static Cell without(List<TrainingResult> results, List<String> remarks) {
        boolean diverged = results.stream().allMatch(r -> r.divergence().isPresent());
        if (remarks.isEmpty()) {
            results.forEach(r -> divergence(r).filter(d -> !remarks.contains(d)).ifPresent(remarks::add));
        }
        String why = remarks.isEmpty() ? "not measured" : String.join(" ", remarks);
        return diverged ? Cell.diverged(why) : Cell.missing(why);
    }

    private static Optional<String> divergence(TrainingResult result) {
        return result.divergence().map(SeedTable::sentence);
    }

    private static String sentence(String message) {
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }
}
