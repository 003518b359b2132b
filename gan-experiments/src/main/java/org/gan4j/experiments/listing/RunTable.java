package org.gan4j.experiments.listing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Measure;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunStatus;
import org.gan4j.experiments.table.Cell;
import org.gan4j.experiments.table.Column;
import org.gan4j.experiments.table.ResultTable;
import org.gan4j.experiments.table.Row;
import org.gan4j.experiments.training.AddedEvaluation;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.TrainingResult;

/** Table of one finished run: a row for each state, a column for each measure, those of added evaluators among them. */
public final class RunTable {
    private static final String DIGITS = "-[0-9a-f]{16}$";

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final String name;

    private RunTable(String name) {
        this.name = name;
    }

    /**
     * Returns the table of a run.
     *
     * @throws UserError if the run is not finished, has no estimates, or a file is not what it has left
     */
    public static ResultTable of(Path path) {
        RunDirectory run = new RunDirectory(path, new FileStore());
        if (!run.hasResult()) {
            throw none(run, "this run is not finished", "Go on with it: gan resume " + path + ".");
        }
        if (!run.text(run.result()).contains("\"evaluations\"")) {
            throw none(run, "this run trained nothing that was evaluated", "Name a training run; see gan list runs.");
        }
        TrainingResult result = run.read(run.result(), TrainingResult.class);
        result.divergence().ifPresent(where -> {
            throw none(run, "this run diverged: " + where, "Name a run that was completed.");
        });
        String directory = String.valueOf(path.toAbsolutePath().normalize().getFileName());
        RunTable table = new RunTable(directory.replaceFirst(DIGITS, ""));
        result.evaluations().forEach(evaluation -> table.add(evaluation, "", Measure::name));
        AddedEvaluation.of(run)
                .forEach(added ->
                        table.add(added.evaluation(), added.evaluator(), measure -> added.distinct(measure.label())));
        if (table.columns.isEmpty()) {
            throw none(
                    run,
                    "nothing was estimated of this run",
                    "Add an evaluator: gan evaluate EVALUATOR --run " + path + " --add.");
        }
        return table.made(RunStatus.read(run).experimentName());
    }

    /** Adds the estimates of an evaluator; a label that another's measure has gives way to the other heading. */
    private void add(Evaluation evaluation, String evaluator, Function<Measure, String> other) {
        Row row = rows.getOrDefault(evaluation.state(), Row.of(name + ", " + evaluation.state()));
        for (Estimate estimate : evaluation.estimates()) {
            Measure measure = estimate.measure();
            String source = measure.name() + " " + evaluator;
            boolean free = sources.getOrDefault(measure.label(), source).equals(source);
            String heading = free ? measure.label() : other.apply(measure);
            sources.put(heading, source);
            Column column = Column.of(measure);
            columns.putIfAbsent(heading, new Column(heading, column.unit(), column.better()));
            row = row.cells().containsKey(heading) ? row : row.with(heading, Cell.of(estimate));
        }
        rows.put(evaluation.state(), row);
    }

    private ResultTable made(String experiment) {
        ResultTable table = ResultTable.of(
                "Runs of " + experiment, "run and state", columns.values().toArray(Column[]::new));
        for (Row row : rows.values()) {
            Row full = row;
            for (String column : columns.keySet()) {
                full = full.cells().containsKey(column)
                        ? full
                        : full.with(column, Cell.missing("not evaluated in this state"));
            }
            table = table.with(full);
        }
        return table;
    }

    private static UserError none(RunDirectory run, String what, String fix) {
        return new UserError(ExitCode.DATA, what, run.path().toString(), fix);
    }
}
