package org.gan4j.experiments.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.tree.Problem;
import org.gan4j.experiments.job.Artifact;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.FinishedRun;
import org.gan4j.experiments.report.Markup;
import org.gan4j.experiments.report.Page;
import org.gan4j.experiments.store.RunStatus;
import org.gan4j.experiments.table.ResultTable;

/** The page about an experiment: its table, its pictures, and the way to the page of each run. */
public final class ExperimentPage {
    private ExperimentPage() {}

    /**
     * Where an experiment comes from.
     *
     * @param name under which it was started
     * @param home its directory
     * @param recipe that makes it again
     */
    public record Origin(String name, Path home, Recipe recipe) {}

    public static String html(
            Origin origin,
            Configuration<? extends Experiment<?>> configuration,
            List<ResultTable> tables,
            List<? extends FinishedRun<?>> runs,
            List<Artifact> artifacts) {
        Page page = new Page(origin.name());
        page.warnings(configuration.warnings().stream().map(Problem::toString).toList());
        page.section("Results", tables.get(0).toHtml());
        tables.stream().skip(1).forEach(table -> page.section(table.title(), table.toHtml()));
        Markup pictures = new Markup().open("div", "class", "pictures large");
        List<Artifact> pngs = artifacts.stream()
                .filter(artifact -> artifact.fileName().endsWith(".png"))
                .toList();
        pngs.forEach(png -> pictures.add(Page.picture(png.fileName(), png.content())));
        pictures.close();
        if (!pngs.isEmpty()) {
            page.section("Pictures", pictures);
        }
        page.section("Runs", runs(runs));
        page.folded("Configuration", new Markup().element("pre", configuration.yaml()));
        page.section(
                "To reproduce", Recipe.section(origin.recipe().ofExperiment(origin.home()), "all runs and the table"));
        return page.html();
    }

    private static Markup runs(List<? extends FinishedRun<?>> runs) {
        Markup list = new Markup().open("div", "class", "scroll").open("table");
        for (FinishedRun<?> run : runs) {
            Path directory = run.directory().path();
            RunStatus status = RunStatus.standing(run.directory());
            String word = status.status().name().toLowerCase(Locale.ROOT);
            String folder = String.valueOf(directory.getFileName());
            list.open("tr").open("td");
            list.element("a", folder, "href", folder + "/report.html");
            list.close()
                    .open("td")
                    .element("span", word, "class", "status " + word)
                    .close();
            list.element("td", status.message().orElse("")).close();
        }
        return list.close().close();
    }
}
