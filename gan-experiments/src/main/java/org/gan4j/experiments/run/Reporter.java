package org.gan4j.experiments.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.job.Artifact;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.FinishedRun;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.job.MayDiverge;
import org.gan4j.experiments.page.ExperimentPage;
import org.gan4j.experiments.page.Recipe;
import org.gan4j.experiments.plan.JobConfigurations;
import org.gan4j.experiments.plan.PlanFile;
import org.gan4j.experiments.plan.PlanHeader;
import org.gan4j.experiments.plan.PlannedJob;
import org.gan4j.experiments.store.ExperimentDirectory;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.table.ResultTable;

/** Maker of tables, figures and pages, from finished directories only. */
public final class Reporter {
    private final ConfigurationReader reader;
    private final JobConfigurations configurations;
    private final Surroundings surroundings;

    /**
     * Creates a maker of reports.
     *
     * @param reader knows the names of all strategies
     */
    public Reporter(ConfigurationReader reader, Surroundings surroundings) {
        this.reader = reader;
        this.configurations = new JobConfigurations(reader);
        this.surroundings = surroundings;
    }

    /**
     * Writes the report of an experiment whose runs are finished, by its plan.
     *
     * @throws UserError if there is no plan, or a run is not finished
     */
    public ExperimentReport report(ExperimentDirectory home) {
        PlanFile plan = PlanFile.read(home.plan());
        return captured(home, plan, experiment(home, plan));
    }

    private <R extends Record> ExperimentReport captured(
            ExperimentDirectory home, PlanFile plan, Configuration<Experiment<R>> experiment) {
        Map<String, PlannedJob> lines = new LinkedHashMap<>();
        for (int number = 1; number <= plan.size(); number++) {
            PlannedJob line = plan.job(number, configurations);
            lines.put(line.configuration().sha256(), line);
        }
        List<FinishedRun<R>> finished = new ArrayList<>();
        for (Job<R> job : experiment.value().jobs()) {
            PlannedJob line = lines.get(configurations.of(job).sha256());
            if (line == null) {
                throw new UserError(
                        ExitCode.CHECKPOINT,
                        "the experiment has a job that is not in it: " + job.name(),
                        home.plan().toString(),
                        "The plan was made by another version; give gan run the experiment.");
            }
            finished.add(finished(job, line, home));
        }
        writeInputs(home, plan.header(), experiment);
        Recipe recipe = Recipe.of(plan.header());
        return write(
                home, new ExperimentPage.Origin(plan.header().experiment(), home.path(), recipe), experiment, finished);
    }

    @SuppressWarnings("unchecked")
    private <R extends Record> Configuration<Experiment<R>> experiment(ExperimentDirectory home, PlanFile plan) {
        return reader.parse(plan.header().configuration(), home.plan() + ":1.json", List.of(), (Class<Experiment<R>>)
                (Class<?>) Experiment.class);
    }

    private <R extends Record> FinishedRun<R> finished(Job<R> job, PlannedJob line, ExperimentDirectory home) {
        RunDirectory directory = new RunDirectory(surroundings.runs().resolve(line.directory()), surroundings.files());
        if (!directory.hasResult()) {
            throw new UserError(
                    ExitCode.DATA,
                    "job " + line.number() + " of the plan is not finished, so that there is no table yet",
                    directory.path().toString(),
                    "Run it: gan run-job " + home.plan() + " " + line.number() + ".");
        }
        return new FinishedRun<>(job, directory.read(directory.result(), job.resultType()), directory);
    }

    /** Writes what makes the experiment again: its configuration, and its source if that is one file. */
    void writeInputs(ExperimentDirectory home, PlanHeader header, Configuration<?> experiment) {
        surroundings.files().writeText(home.file("experiment.yaml"), experiment.yaml());
        header.source().ifPresent(source -> surroundings.files().writeText(home.file(source.name()), source.text()));
    }

    /** All is computed before anything is written; the table as data goes first and comes last, so that it stands for all. */
    private <R extends Record> ExperimentReport write(
            ExperimentDirectory home,
            ExperimentPage.Origin origin,
            Configuration<? extends Experiment<R>> configuration,
            List<FinishedRun<R>> runs) {
        Experiment<R> experiment = configuration.value();
        ResultTable table =
                experiment.tabulate(runs.stream().map(FinishedRun::result).toList());
        Optional<ResultTable> timings = experiment.timings(runs);
        List<Artifact> artifacts = experiment.artifacts(runs, surroundings.data());
        List<ResultTable> tables = new ArrayList<>(List.of(table));
        timings.ifPresent(tables::add);
        String page = ExperimentPage.html(origin, configuration, tables, runs, artifacts);
        surroundings.files().delete(home.table());
        List<Path> written = new ArrayList<>();
        write(written, home.file("table.md"), table.toMarkdown());
        write(written, home.file("table.csv"), table.toCsv());
        write(written, home.file("table.tex"), table.toLatex());
        timings.ifPresent(times -> write(written, home.file("timings.md"), times.toMarkdown()));
        for (Artifact artifact : artifacts) {
            surroundings.files().writeBytes(home.file(artifact.fileName()), artifact.content());
            written.add(home.file(artifact.fileName()));
        }
        write(written, home.file("report.html"), page);
        write(written, home.table(), Json.pretty(table));
        long diverged = runs.stream()
                .filter(run ->
                        run.result() instanceof MayDiverge m && m.divergence().isPresent())
                .count();
        List<Path> directories =
                runs.stream().map(run -> run.directory().path()).toList();
        return new ExperimentReport(table, timings, directories, written, Math.toIntExact(diverged));
    }

    private void write(List<Path> written, Path file, String text) {
        surroundings.files().writeText(file, text);
        written.add(file);
    }
}
