package org.gan4j.experiments.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gan4j.experiments.plan.PlanHeader;
import org.gan4j.experiments.plan.SourceCopy;
import org.gan4j.experiments.report.Markup;

/**
 * Recipe that makes a run or an experiment again: a command for a POSIX shell, to be given in the directory of the page.
 *
 * <p>Paths of data and of runs that a configuration names are relative to the directory in which it was started. The command
 * goes back there, if that is a directory above the page.
 *
 * @param modules class names of the modules beside the framework's own
 * @param source the name of the experiment's only source file, of which a copy lies in the experiment's directory
 */
public record Recipe(List<String> modules, Optional<String> source) {
    /** Name of the directory of runs that the command makes. */
    public static final String RUNS = "reproduced";

    /** Keeps the order of the modules. */
    public Recipe {
        modules = Collections.unmodifiableList(modules);
    }

    /** Returns the recipe of a plan's experiment and of its runs. */
    public static Recipe of(PlanHeader header) {
        return new Recipe(header.modules(), header.source().map(SourceCopy::name));
    }

    /**
     * Returns the recipe of a run.
     *
     * @param run its directory
     * @param alone whether its configuration makes it alone; else the experiment's makes it with all others
     */
    String ofRun(Path run, boolean alone) {
        return command(run, alone ? "config.yaml" : "../experiment.yaml", "../");
    }

    /** Returns the recipe of an experiment in a directory. */
    String ofExperiment(Path home) {
        return command(home, "experiment.yaml", "");
    }

    private String command(Path page, String configuration, String toExperiment) {
        Optional<String> back = back(page);
        String here = back.isPresent() ? "$OLDPWD/" : "";
        List<String> words = new ArrayList<>();
        words.add("gan run " + quoted(here + configuration));
        source.ifPresent(name -> words.add("--source " + quoted(here + toExperiment + name)));
        modules.forEach(module -> words.add("--module " + module));
        words.add("--runs-dir " + RUNS);
        String command = String.join(" ", words);
        return back.map(path -> "cd " + path + " && " + command).orElse(command);
    }

    private static String quoted(String word) {
        return word.contains("$") ? "\"" + word + "\"" : word;
    }

    /** Returns the way from the page to the working directory, if that lies above it. */
    private static Optional<String> back(Path page) {
        Path here = Path.of("").toAbsolutePath().normalize();
        Path there = page.toAbsolutePath().normalize();
        if (!there.startsWith(here) || there.equals(here)) {
            return Optional.empty();
        }
        return Optional.of(there.relativize(here).toString().replace('\\', '/'));
    }

    /**
     * Returns the section of a page.
     *
     * @param command the recipe
     * @param makes what it makes, as the object of a sentence
     */
    static Markup section(String command, String makes) {
        return new Markup()
                .element("p", "In the directory of this page:")
                .element("pre", command)
                .element(
                        "p",
                        "This makes " + makes
                                + ". With the same kernels, metrics.jsonl comes out with the same SHA-256."
                                + " Classes of modules must be on the class path (GAN4J_CLASSPATH), and paths of data or of"
                                + " other runs in a configuration are relative to the directory in which the command is"
                                + " given.",
                        "class",
                        "soft");
    }
}
