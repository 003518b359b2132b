package org.gan4j.experiments.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.core.config.Json;
import org.gan4j.core.game.MetricGroup;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.Sha256;
import org.gan4j.experiments.report.CurveChart;
import org.gan4j.experiments.report.Markup;
import org.gan4j.experiments.report.Page;
import org.gan4j.experiments.store.Manifest;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunStatus;
import org.gan4j.experiments.training.AddedEvaluation;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.MetricGroups;
import org.gan4j.experiments.training.TrainingResult;

/**
 * Writes {@code report.html}: all that a run has left, on one page. It holds no wall time, so that a run that was stopped
 * and resumed leaves the page of one that was not.
 */
public final class RunReport {
    private static final int PICTURES = 9;

    private final RunDirectory directory;
    private final Origin origin;
    private final List<String> warnings;

    /**
     * Where a run comes from.
     *
     * @param name of the run
     * @param recipe that makes it again
     * @param alone whether its own configuration does
     */
    public record Origin(String name, Recipe recipe, boolean alone) {}

    public RunReport(RunDirectory directory, Origin origin, List<String> warnings) {
        this.directory = directory;
        this.origin = origin;
        this.warnings = warnings;
    }

    /** Writes the page of a run that has ended; there are results if it was completed or diverged. */
    public void write(RunStatus status, Optional<? extends Record> result) {
        directory.files().writeText(directory.report(), html(status, result, List.of()));
    }

    /** Returns the page, with evaluations that were added after the run's end. */
    public String html(RunStatus status, Optional<? extends Record> result, List<AddedEvaluation> added) {
        List<AddedEvaluation> sorted = added.stream()
                .sorted(Comparator.comparing(
                                (AddedEvaluation a) -> a.evaluation().state())
                        .thenComparing(AddedEvaluation::evaluator))
                .toList();
        List<Evaluation> later =
                sorted.stream().map(AddedEvaluation::evaluation).toList();
        Page page = new Page(origin.name());
        String word = status.status().name().toLowerCase(Locale.ROOT);
        page.body().open("p").element("span", word, "class", "status " + word).close();
        page.body().element("p", "a run of " + status.experimentName(), "class", "soft");
        List<String> seen = new ArrayList<>(warnings);
        status.message().ifPresent(message -> seen.add(0, word + ": " + message));
        result.filter(r -> r instanceof TrainingResult)
                .ifPresent(r -> seen.addAll(EvaluationTable.warnings(((TrainingResult) r).evaluations())));
        seen.addAll(EvaluationTable.warnings(later));
        sorted.forEach(a -> a.warning().ifPresent(seen::add));
        page.warnings(seen);
        result.ifPresent(r -> results(page, r));
        if (!later.isEmpty()) {
            page.section("Evaluations added later", EvaluationTable.of(later));
        }
        curves(page);
        pictures(page);
        page.folded("Configuration", new Markup().element("pre", directory.text(directory.configuration())));
        page.folded("Provenance", Page.facts(provenance(status)));
        reproduce(page);
        return page.html();
    }

    private static void results(Page page, Record result) {
        if (result instanceof TrainingResult training) {
            SortedMap<String, String> facts = new TreeMap<>();
            facts.put("steps", Long.toString(training.steps()));
            training.stoppedEarly()
                    .ifPresent(early -> facts.put(
                            "stopped early", "step " + early.step() + " of " + early.of() + ": " + early.reason()));
            training.stepsPerEpoch()
                    .ifPresent(
                            steps -> facts.put("epochs", String.format(Locale.ROOT, "%.2f", training.steps() / steps)));
            training.selection()
                    .ifPresent(s -> facts.put(
                            "selected",
                            "step " + s.step() + " of " + s.candidates() + " candidates, by " + s.measure() + ": "
                                    + String.format(Locale.ROOT, "%.5g", s.value())));
            page.section("Results", Page.facts(facts).add(EvaluationTable.of(training.evaluations())));
        } else {
            page.folded("Results", new Markup().element("pre", Json.pretty(result)));
        }
    }

    private void curves(Page page) {
        if (!Files.isRegularFile(directory.metrics())) {
            return;
        }
        MetricCurves metrics = MetricCurves.read(
                directory.text(directory.metrics()), directory.metrics().toString());
        List<CurveChart> charts = metrics.charts(titles());
        if (charts.isEmpty()) {
            return;
        }
        Markup content = new Markup().open("div", "class", "charts");
        charts.forEach(chart -> content.add(chart.svg()));
        content.close();
        SortedMap<String, String> constants = metrics.constants();
        if (!constants.isEmpty()) {
            List<String> words = new ArrayList<>();
            constants.forEach((key, value) -> words.add(key + " = " + value));
            content.element("p", "The same at every step: " + String.join(", ", words) + ".", "class", "soft");
        }
        page.section("Curves over steps", content);
    }

    private List<MetricGroup> titles() {
        Path file = directory.metricGroups();
        return Files.isRegularFile(file)
                ? directory.read(file, MetricGroups.class).groups()
                : List.of();
    }

    private void pictures(Page page) {
        List<Path> all = pngs();
        if (all.isEmpty()) {
            return;
        }
        Markup content = new Markup().open("div", "class", "pictures");
        int shown = Math.min(PICTURES, all.size());
        for (int i = 0; i < shown; i++) {
            Path picture = all.get(shown == 1 ? all.size() - 1 : i * (all.size() - 1) / (shown - 1));
            String step = String.valueOf(picture.getFileName())
                    .replaceFirst("^0*(?=\\d)", "")
                    .replace(".png", "");
            content.add(Page.picture("step " + step, bytes(picture)));
        }
        content.close();
        String others = shown < all.size() ? "; all " + all.size() + " are in samples/" : "";
        content.element("p", "The same latent vectors at every step" + others + ".", "class", "soft");
        page.section("Samples", content);
    }

    private SortedMap<String, String> provenance(RunStatus status) {
        SortedMap<String, String> facts = new TreeMap<>(status.provenance());
        facts.put("configuration SHA-256", status.configurationHash());
        status.inputs().ifPresent(inputs -> {
            facts.put("dataset", inputs.dataset());
            facts.put("dataset SHA-256", inputs.datasetSha256());
            facts.put("seed", Long.toString(inputs.seed()));
            inputs.weights().ifPresent(weights -> {
                facts.put("initial weights", weights.words());
                facts.put("initial weights SHA-256", weights.sha256());
            });
        });
        status.threads().ifPresent(threads -> facts.put("threads", threads.toString()));
        status.kernels().ifPresent(kernels -> facts.put("kernels", kernels));
        if (Files.isRegularFile(directory.metrics())) {
            facts.put("metrics.jsonl SHA-256", Sha256.of(directory.metrics()));
        }
        return facts;
    }

    private void reproduce(Page page) {
        String makes = origin.alone() ? "this run" : "all runs of the experiment that this one belongs to";
        String command = origin.recipe().ofRun(directory.path(), origin.alone());
        page.section("To reproduce", Recipe.section(command, makes));
    }

    private List<Path> pngs() {
        try (Stream<Path> found = Files.list(directory.samples())) {
            return found.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw InputErrors.cannotRead(directory.samples(), ExitCode.OUTPUT, e);
        }
    }

    private byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(Manifest.require(directory, file));
        } catch (IOException e) {
            throw InputErrors.cannotRead(file, ExitCode.OUTPUT, e);
        }
    }
}
