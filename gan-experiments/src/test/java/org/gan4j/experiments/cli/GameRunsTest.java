package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.npy.NpzReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Games that need more than scores, from a file to a page, samples and an evaluation. */
class GameRunsTest {
    private static final String BOTH = "{d: {type: adam, rate: 1e-3}, g: {type: adam, rate: 1e-3}}";
    private static final String ALONE = "{g: {type: adam, rate: 1e-3}}";

    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() {
        desk = new Desk(directory);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: energy-based, generator: toy, discriminator: {type: autoencoder, code: 3}, margin: 2} \
            | simultaneous | energy-based     | Reconstruction errors: mean ± deviation | penalty/repelling
            {type: boundary-equilibrium, generator: toy, discriminator: {type: autoencoder, error: mean-absolute}} \
            | {type: alternating, turns: [{player: d}, {player: g}]} \
            | boundary-equilibrium | Convergence measure | convergence/measure
            {type: moment-matching, generator: toy, sigmas: [0.1, 1]} \
            | {type: alternating, turns: [{player: g, times: 2}]} \
            | moment-matching | Maximum mean discrepancy, squared | mmd/squared
            {type: adversarial, generator: toy, discriminator: autoencoder, loss: {type: energy-margin, link: identity}} \
            | simultaneous | energy-margin | Raw scores: mean ± deviation | score/real/mean
            """)
    void aRunLeavesMetricsAPageSamplesAndAnEvaluation(
            String game, String scheme, String name, String chart, String number) throws IOException {
        desk.write("own.yaml", yaml(game, scheme));
        desk.gan("run", "DIR/own.yaml").isDone();
        Path run = desk.onlyRun("own");
        assertThat(run.getFileName().toString()).startsWith(name + "-ring-s7-");
        List<String> lines = Files.readAllLines(run.resolve("metrics.jsonl"));
        assertThat(lines).hasSize(5);
        Map<String, ?> last = Json.parse(lines.get(4), "metrics");
        assertThat(last.get(number)).isInstanceOf(Number.class);
        assertThat(last.get("loss/g")).isInstanceOf(Number.class);
        assertThat(Files.readString(run.resolve("report.html"))).contains(chart, "Losses");
        desk.gan("sample", run.toString(), "--count=40", "--out=DIR/samples.npz")
                .isDone();
        try (NpzReader reader = NpzReader.open(desk.path("samples.npz"), ExitCode.DATA)) {
            assertThat(reader.array("x").shape()).containsExactly(40, 2);
        }
        assertThat(desk.gan("evaluate", "modes", "samples=60", "--run=" + run)
                        .isDone()
                        .out())
                .contains("modes-captured");
    }

    @Test
    void theBalanceIsInTheCheckpointOfTheRun() throws IOException {
        desk.write(
                "own.yaml",
                yaml("{type: boundary-equilibrium, generator: toy, discriminator: autoencoder}", "simultaneous"));
        desk.gan("run", "DIR/own.yaml").isDone();
        Path checkpoint = desk.onlyRun("own").resolve("checkpoints").resolve("step-0000000010.npz");
        try (NpzReader reader = NpzReader.open(checkpoint, ExitCode.CHECKPOINT)) {
            assertThat(reader.names()).contains("extra/balance", "d/encoder.output.weight", "g/output.weight");
        }
    }

    @Test
    void aDiscriminatorWithoutCodesIsNoAutoencoder() throws IOException {
        desk.write(
                "own.yaml", yaml("{type: boundary-equilibrium, generator: toy, discriminator: mlp}", "simultaneous"));
        desk.gan("run", "DIR/own.yaml")
                .isRefused(
                        ExitCode.CONFIGURATION,
                        "DIR/own.yaml:5:69  run.game.discriminator - \"mlp\" is a discriminator, but not an"
                                + " autoencoder, which is needed here; known: autoencoder, spectral-norm-autoencoder\n");
    }

    @Test
    void theGameOfOnePlayerHasNoTurnsOfAnother() throws IOException {
        desk.write(
                "own.yaml",
                yaml(
                        "{type: moment-matching, generator: toy, sigmas: [0.1]}",
                        "{type: alternating, turns: [{player: d}, {player: g}]}"));
        desk.gan("run", "DIR/own.yaml").isRefused(ExitCode.CONFIGURATION, """
                DIR/own.yaml:6:39  run.scheme.turns.0 - "d" is no player of the game; the players are [g]: write turns of \
                theirs, or scheme: simultaneous
                """);
    }

    @Test
    void withoutASchemePlayersTakeTheTurnsOfTheGame() throws IOException {
        String alone = yaml(
                "{type: moment-matching, generator: toy, sigmas: [0.1, 1]}",
                "{type: alternating, turns: [{player: g}]}");
        desk.write("own.yaml", alone.replaceFirst("  scheme: .*\n", ""));
        desk.gan("run", "DIR/own.yaml").isDone();
        desk.write("said.yaml", alone);
        desk.gan("run", "DIR/said.yaml").isDone();
        Path run = desk.onlyRun("own");
        Path said = desk.onlyRun("said");
        for (String file : List.of("config.yaml", "metrics.jsonl")) {
            assertThat(run.resolve(file)).as(file).hasSameTextualContentAs(said.resolve(file));
        }
        assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(5);
    }

    @Test
    void aBatchWithoutPairsIsRefused() throws IOException {
        desk.write(
                "own.yaml", yaml("{type: energy-based, generator: toy, discriminator: autoencoder}", "simultaneous"));
        desk.gan("run", "DIR/own.yaml", "run.batchSize=1").isRefused(ExitCode.CONFIGURATION, """
                DIR/own.yaml:4:3  run - the repelling term compares the codes of a batch, but a batch has 1; take a larger \
                batchSize or repelling: 0
                """);
    }

    private static String yaml(String game, String scheme) {
        return """
                type: training
                seeds: [7]
                run:
                  data: {type: ring, standardDeviation: 0.05}
                  game: %s
                  scheme: %s
                  optimizers: %s
                  batchSize: 8
                  length: 10
                  intervals: {metrics: 2, samples: 5, checkpoints: 5}
                """.formatted(game, scheme, game.contains("moment-matching") ? ALONE : BOTH);
    }
}
