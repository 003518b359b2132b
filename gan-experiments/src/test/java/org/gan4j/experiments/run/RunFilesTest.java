package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.experiments.cli.Main;
import org.gan4j.experiments.report.EventFile;
import org.gan4j.experiments.report.Xhtml;
import org.gan4j.experiments.store.ExperimentDirectory;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunInputs;
import org.gan4j.experiments.store.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What a finished and a diverged run leave in their directories. */
class RunFilesTest {
    @TempDir
    private Path directory;

    @Test
    void aFinishedRunLeavesAllItsFilesAndAPage() throws Exception {
        RunDirectory run =
                run("{type: adam, rate: 1e-3}", "{type: scaled, loss: non-saturating, discriminator: 0.5}", 0);

        assertThat(run.path().getFileName().toString()).startsWith("non-saturating-ring-s11-");
        try (Stream<Path> files = Files.list(run.path())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains(
                            "config.yaml",
                            "run.json",
                            "code.json",
                            "result.json",
                            "metrics.jsonl",
                            "timing.jsonl",
                            "log.txt",
                            "report.html",
                            EventFile.NAME);
        }
        RunStatus status = RunStatus.read(run);
        assertThat(status.status()).isEqualTo(RunStatus.Status.COMPLETED);
        assertThat(status.threads()).contains(KernelSets.threads());
        assertThat(status.kernels()).contains(KernelSets.identity());
        RunInputs inputs = status.inputs().orElseThrow();
        assertThat(inputs.dataset()).isEqualTo("ring");
        assertThat(inputs.datasetSha256()).matches("[0-9a-f]{64}");
        assertThat(inputs.seed()).isEqualTo(11);
        assertThat(run.text(run.path().resolve("log.txt")))
                .contains("begin: 40 steps", "picture of step 20", "checkpoint of step 20", "last: modes-captured")
                .endsWith("done\n");
        Document page = Xhtml.parse(run.text(run.report()));
        assertThat(texts(page, "h1")).containsExactly("non-saturating-ring-s11");
        assertThat(texts(page, "h2")).contains("Results", "Curves over steps", "Samples", "To reproduce");
        assertThat(texts(page, "pre")).contains(run.text(run.configuration()));
        assertThat(texts(page, "figcaption")).containsExactly("step 20", "step 40");
        assertThat(texts(page, "td")).contains("standard error over generated samples", inputs.datasetSha256());
        Document overview = Xhtml.parse(Files.readString(run.path().resolveSibling("report.html")));
        assertThat(texts(overview, "a"))
                .containsExactly(run.path().getFileName().toString());
    }

    @Test
    void theExperimentFileMakesTheSameRun() throws Exception {
        RunDirectory run = run("{type: adam, rate: 1e-3}", "non-saturating", 0);
        Path again = directory.resolve("again");

        assertThat(Main.run(
                        List.of(),
                        "run",
                        run.path().resolveSibling("experiment.yaml").toString(),
                        "--runs-dir",
                        again.toString()))
                .isZero();

        RunDirectory other = only(again, "experiment");
        assertThat(other.metrics()).hasSameBinaryContentAs(run.metrics());
        assertThat(other.events()).hasSameBinaryContentAs(run.events());
    }

    @Test
    void aDivergedRunHasAPageThatSaysSo() throws Exception {
        RunDirectory run = run("{type: sgd, rate: 1e30}", "non-saturating", ExitCode.DIVERGED.code());

        assertThat(RunStatus.read(run).status()).isEqualTo(RunStatus.Status.DIVERGED);
        Document page = Xhtml.parse(run.text(run.report()));
        assertThat(texts(page, "span")).containsExactly("diverged");
        assertThat(texts(page, "li").get(0))
                .startsWith("diverged: ")
                .contains(RunStatus.read(run).message().orElseThrow())
                .contains("non-saturating (finite for |s| <= 10000), scores of real samples from ");
    }

    private RunDirectory run(String optimizer, String loss, int exitCode) throws IOException {
        Path configuration =
                Files.writeString(directory.resolve("tiny.yaml"), """
                type: training
                seeds: [11]
                run:
                  data: {type: ring, standardDeviation: 0.05}
                  game:
                    type: adversarial
                    generator: {type: mlp, hidden: [8]}
                    discriminator: {type: mlp, hidden: [8]}
                    loss: %s
                  scheme: simultaneous
                  optimizers: {d: %s, g: %s}
                  batchSize: 16
                  length: 40
                  intervals: {metrics: 10, samples: 20, checkpoints: 20}
                  evaluators: [{type: modes, samples: 100}]
                """.formatted(loss, optimizer, optimizer));
        Path runs = directory.resolve("runs");
        assertThat(Main.run(List.of(), "run", configuration.toString(), "--runs-dir", runs.toString()))
                .isEqualTo(exitCode);
        return only(runs, "tiny");
    }

    private static RunDirectory only(Path below, String experiment) throws IOException {
        Path home = ExperimentDirectory.latest(below, experiment).orElseThrow().path();
        try (Stream<Path> found = Files.list(home)) {
            List<Path> runs = found.filter(Files::isDirectory).toList();
            assertThat(runs).hasSize(1);
            return new RunDirectory(runs.get(0), new FileStore());
        }
    }

    private static List<String> texts(Document page, String element) {
        NodeList found = page.getElementsByTagName(element);
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
                .map(i -> found.item(i).getTextContent())
                .toList();
    }
}
