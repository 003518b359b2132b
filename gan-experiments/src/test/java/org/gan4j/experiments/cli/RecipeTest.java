package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gan4j.experiments.report.Xhtml;
import org.gan4j.experiments.store.ExperimentDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

/** The recipe that a page prints, given to a shell in the page's directory, makes the same bytes again. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell")
class RecipeTest {
    private static final String OWN = """
            type: training
            seeds: [1, 2]
            run:
              data: {type: npz, path: points.npz}
              game:
                type: adversarial
                generator: {type: mlp, hidden: [2]}
                discriminator: {type: mlp, hidden: [2]}
                loss: non-saturating
              optimizers: {d: {type: sgd, rate: 1e-2}, g: {type: sgd, rate: 1e-2}}
              batchSize: 4
              length: 3
            """;

    private static final String SINGLE = """
            import java.util.List;
            import org.gan4j.experiments.job.*;
            import org.gan4j.experiments.table.*;
            public record Twice(int first) implements Experiment<Twice.Number> {
                public record Number(double value) {}
                public record Double(int number) implements Job<Number> {
                    public String name() { return "double"; }
                    public Class<Number> resultType() { return Number.class; }
                    public Number run(JobContext context) { return new Number(2 * number); }
                }
                public List<? extends Job<Number>> jobs() { return List.of(new Double(first)); }
                public ResultTable tabulate(List<Number> results) {
                    return ResultTable.of("Twice", "job", new Column("value", "", Column.Better.HIGHER))
                            .with(Row.of("double").with("value", Cell.of(results.get(0).value())));
                }
            }
            """;

    @TempDir
    private Path directory;

    private Path work;

    @BeforeEach
    void sit() throws IOException {
        work = Files.createDirectories(directory.resolve("work"));
        Path gan = Files.writeString(directory.resolve("gan"), """
                #!/bin/sh
                exec "%s" -Xmx512m -cp "%s" org.gan4j.experiments.cli.Main "$@"
                """.formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"), System.getProperty("java.class.path")));
        assertThat(gan.toFile().setExecutable(true)).isTrue();
    }

    private void shell(Path in, String command) throws IOException, InterruptedException {
        Path log = directory.resolve("log");
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().merge("PATH", directory.toString(), (path, own) -> own + ":" + path);
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as("%s\n%s", command, Files.readString(log))
                .isZero();
    }

    private static String recipe(Path page) throws Exception {
        NodeList all = Xhtml.parse(Files.readString(page)).getElementsByTagName("pre");
        return all.item(all.getLength() - 1).getTextContent();
    }

    private Path home(String runs, String experiment) {
        return ExperimentDirectory.latest(work.resolve(runs), experiment)
                .orElseThrow()
                .path();
    }

    private static Path run(Path home, String part) throws IOException {
        try (Stream<Path> found = Files.list(home)) {
            return found.filter(path -> path.getFileName().toString().contains(part))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** All files but those in which the name stands under which the experiment was started. */
    private static SortedMap<String, String> made(Path directory) throws IOException {
        SortedMap<String, String> made = new TreeMap<>(Desk.content(directory));
        made.keySet().removeIf(name -> name.matches("(.*/)?(manifest\\.json|report\\.html|plan\\.jsonl)"));
        assertThat(made).hasSizeGreaterThan(3);
        return made;
    }

    @Test
    void ofDataAtARelativePath() throws Exception {
        Files.writeString(work.resolve("ring.yaml"), OWN.replace("{type: npz, path: points.npz}", "ring"));
        Files.writeString(work.resolve("own.yaml"), OWN);
        shell(work, "gan run ring.yaml seeds=[3] && gan sample ring --count 40 --out points.npz && gan run own.yaml");
        Path home = home("runs", "own");
        String ofExperiment = recipe(home.resolve("report.html"));
        assertThat(ofExperiment).isEqualTo("cd ../.. && gan run \"$OLDPWD/experiment.yaml\" --runs-dir reproduced");
        shell(home, ofExperiment);
        assertThat(made(home("reproduced", "experiment"))).isEqualTo(made(home));

        Path first = run(home, "-s1-");
        String ofRun = recipe(first.resolve("report.html"));
        assertThat(ofRun).isEqualTo("cd ../../.. && gan run \"$OLDPWD/config.yaml\" --runs-dir reproduced");
        shell(first, ofRun);
        Path again = run(home("reproduced", "non-saturating-npz-s1"), "-s1-");
        assertThat(again.getFileName()).isEqualTo(first.getFileName());
        assertThat(made(again)).isEqualTo(made(first));
    }

    @Test
    void ofASingleSource() throws Exception {
        Files.writeString(work.resolve("Twice.java"), SINGLE);
        shell(work, "gan run Twice.java first=4 && rm Twice.java");
        Path home = home("runs", "twice");
        String ofExperiment = recipe(home.resolve("report.html"));
        assertThat(ofExperiment)
                .isEqualTo("cd ../.. && gan run \"$OLDPWD/experiment.yaml\" --source \"$OLDPWD/Twice.java\""
                        + " --runs-dir reproduced");
        shell(home, ofExperiment);
        assertThat(made(home("reproduced", "experiment"))).isEqualTo(made(home));
        String ofRun = recipe(run(home, "double-").resolve("report.html"));
        assertThat(ofRun)
                .isEqualTo("cd ../../.. && gan run \"$OLDPWD/../experiment.yaml\" --source \"$OLDPWD/../Twice.java\""
                        + " --runs-dir reproduced");
        shell(run(home, "double-"), ofRun);
    }

    /** Formerly the old result was shown: the path alone was part of the configuration. */
    @Test
    void otherDataAtThePathAreAnotherRun() throws Exception {
        Files.writeString(work.resolve("ring.yaml"), OWN.replace("{type: npz, path: points.npz}", "ring"));
        Files.writeString(work.resolve("own.yaml"), OWN);
        shell(work, "gan run ring.yaml seeds=[3] && gan sample ring --count 40 --out points.npz && gan run own.yaml");
        Path before = home("runs", "own");
        shell(work, "gan sample ring --count 41 --out points.npz && gan run own.yaml");
        assertThat(home("runs", "own")).isNotEqualTo(before);
        assertThat(List.of(before, home("runs", "own")))
                .allSatisfy(home -> assertThat(home.resolve("table.json")).exists());
    }
}
