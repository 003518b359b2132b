package org.gan4j.experiments.paper;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Measure;
import org.gan4j.eval.NullFloor;
import org.gan4j.experiments.table.Column;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingResult;

/**
 * Columns of a table, one for each measure that the evaluators of some trainings declare: known before a run has finished, and
 * of runs that all diverged.
 *
 * @param byMeasure the measures by name, each with its column
 */
record MeasureColumns(Map<String, Titled> byMeasure) {
    /** The column of a table of trainings that nothing evaluates. */
    static final Column NONE = new Column("no evaluator", "", Column.Better.NEITHER);

    /** A measure and its column. */
    record Titled(Measure measure, Column column) {}

    /** Returns the columns of what the jobs declare; a measure that no evaluated run has an estimate of is left out. */
    static MeasureColumns of(List<TrainingJob> jobs, List<TrainingResult> results) {
        Map<String, Titled> columns = new LinkedHashMap<>();
        List<String> estimated =
                estimates(results).map(Estimate::name).distinct().toList();
        Stream.concat(
                        jobs.stream()
                                .flatMap(job -> job.evaluators().stream())
                                .flatMap(evaluator -> evaluator.measures().stream()),
                        estimates(results).map(Estimate::measure))
                .filter(measure -> estimated.isEmpty() || estimated.contains(measure.name()))
                .forEach(measure ->
                        columns.computeIfAbsent(measure.name(), name -> new Titled(measure, titled(measure, columns))));
        return new MeasureColumns(columns);
    }

    private static Stream<Estimate> estimates(List<TrainingResult> results) {
        return results.stream()
                .flatMap(result -> result.evaluations().stream())
                .flatMap(evaluation -> evaluation.estimates().stream());
    }

    /** Returns the column of a measure; where another measure has its label already, under the measure's own name. */
    private static Column titled(Measure measure, Map<String, Titled> before) {
        Column column = Column.of(measure);
        boolean taken =
                before.values().stream().anyMatch(other -> other.column().name().equals(column.name()));
        return taken ? new Column(measure.name(), column.unit(), column.better()) : column;
    }

    List<Measure> measures() {
        return byMeasure.values().stream().map(Titled::measure).toList();
    }

    /** Returns the column of a measure. */
    Column column(Measure measure) {
        return Objects.requireNonNull(byMeasure.get(measure.name()), measure.name())
                .column();
    }

    /** Returns all columns, at least one. */
    Column[] headings() {
        return byMeasure.isEmpty()
                ? new Column[] {NONE}
                : byMeasure.values().stream().map(Titled::column).toArray(Column[]::new);
    }

    /**
     * Returns a sentence on what a perfect sampler scores: the estimates' null floors, from the least to the greatest; empty where
     * none is known.
     */
    String perfectSampler(List<TrainingResult> results) {
        List<String> parts = new ArrayList<>();
        for (Titled titled : byMeasure.values()) {
            List<NullFloor> floors = results.stream()
                    .flatMap(result -> result.evaluation(Evaluation.LAST).stream())
                    .flatMap(evaluation -> evaluation.estimate(titled.measure().name()).stream())
                    .flatMap(estimate -> estimate.floor().stream())
                    .toList();
            if (!floors.isEmpty()) {
                DoubleSummaryStatistics range =
                        floors.stream().mapToDouble(NullFloor::value).summaryStatistics();
                String unit = titled.measure().unit().symbol();
                String least = number(range.getMin());
                String most = number(range.getMax());
                parts.add(titled.column().name() + " " + (least.equals(most) ? least : least + " to " + most)
                        + (unit.isEmpty() ? "" : " " + unit) + " ("
                        + floors.get(0).source().words() + ")");
            }
        }
        return parts.isEmpty() ? "" : "A perfect sampler scores: " + String.join("; ", parts) + ".";
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
