package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.core.io.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationMessagesTest {
    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        desk = new Desk(directory);
        desk.write("tiny.yaml", Desk.TINY);
    }

    @Test
    void everythingWrongWithAFileIsSaidAtOnce() throws IOException {
        desk.write("wrong.yaml", """
                type: training
                seed: [7]
                run:
                  data: rng
                  game:
                    type: adversarial
                    generator: {type: mlp, hiden: [2]}
                    loss: {type: energy-margin, margin: -1}
                  scheme: simultaneous
                  optimizers:
                    d: {type: sgd, rate: .nan}
                    g: {type: sgd, rate: -1}
                    g: {type: adam}
                  batchSize: four
                  length: 0
                """);
        Desk.Outcome outcome = desk.gan("run", "DIR/wrong.yaml");
        assertThat(outcome.err().replaceAll("known: .*|Known: .*", "...")).isEqualTo("""
                DIR/wrong.yaml:2:1  seed - unknown key; did you mean "seeds"? ...
                DIR/wrong.yaml:4:9  run.data - unknown data source "rng"; did you mean "ring"? ...
                DIR/wrong.yaml:6:5  run.game.discriminator - missing
                DIR/wrong.yaml:7:28  run.game.generator.hiden - unknown key; did you mean "hidden"? ...
                DIR/wrong.yaml:8:41  run.game.loss.margin - margin must be finite and above 0, but is -1.0
                DIR/wrong.yaml:11:26  run.optimizers.d.rate - expected a number but found NaN
                DIR/wrong.yaml:12:26  run.optimizers.g.rate - rate must be a finite number of at least 0, but is -1.0
                DIR/wrong.yaml:13:5  run.optimizers.g - duplicate key; it is already at line 12
                DIR/wrong.yaml:14:14  run.batchSize - expected a whole number but found "four"
                DIR/wrong.yaml:15:11  run.length - steps must be at least 1, but is 0
                """);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(desk.path("runs")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run.optimizers.d.rate=.nan   | run.optimizers.d.rate - expected a number but found NaN
            run.optimizers.d.rate=-1     | run.optimizers.d.rate - rate must be a finite number of at least 0, but is -1.0
            run.optimizers.d.rate=fast   | run.optimizers.d.rate - unknown schedule "fast"; known: constant, geometric, linear, per-epoch, step
            run.averages.x=exponential   | run.averages - averages has "x", but the players are [d, g]
            run.batchSize=0              | run.batchSize - batchSize must be at least 1, but is 0
            run.batchSize=2.5            | run.batchSize - expected a whole number but found 2.5
            run.batchSize=9999999999     | run.batchSize - 9999999999 is outside of -2147483648 to 2147483647
            run.length=0                 | run.length - steps must be at least 1, but is 0
            run.intervals.metrics=0      | run.intervals.metrics - metrics must be at least 1 step, but is 0
            run.game.generator.hidden=[0]| run.game.generator.hidden - hidden must be sizes of at least 1, but are [0]
            seeds=[]                     | seeds - seeds must be different and at least one, but are []
            seeds=[1,1]                  | seeds - seeds must be different and at least one, but are [1, 1]
            run.batchsize=5              | run.batchsize - unknown key; did you mean "batchSize"? Known: data, game, scheme, optimizers, averages, batchSize, length, seed, intervals, evaluators, selection, from
            batchSize                    | "batchSize" is not an override; write key=value or key.sub=value
            """)
    void anOverrideThatDoesNotFit(String override, String message) {
        desk.gan("run", "DIR/tiny.yaml", override).isRefused(ExitCode.CONFIGURATION, "command line  " + message + "\n");
        assertThat(desk.path("runs")).doesNotExist();
    }

    @Test
    void anOptimizerOfNobody() {
        desk.gan("run", "DIR/tiny.yaml", "run.optimizers.e=adam")
                .isRefused(
                        ExitCode.CONFIGURATION,
                        "DIR/tiny.yaml:12:5  run.optimizers - optimizers has \"e\", but the players are [d, g]\n");
    }

    @Test
    void aTurnOfNobody() {
        desk.gan("run", "DIR/tiny.yaml", "run.scheme={type: alternating, turns: [{player: critic}]}")
                .isRefused(ExitCode.CONFIGURATION, """
                        command line  run.scheme.turns.0 - "critic" is no player of the game; the players are [d, g]: write turns \
                        of theirs, or scheme: simultaneous
                        """);
    }

    @Test
    void aBatchLargerThanTheData() {
        desk.gan("run", "DIR/tiny.yaml", "run.data=stroke-digits", "run.batchSize=50001")
                .isRefused(ExitCode.CONFIGURATION, """
                        batchSize: a batch of 50001 is larger than the training data: data set 'stroke-digits' has \
                        50000 training rows. Choose a batch size of at least 1 and at most 50000.
                        """);
    }

    @Test
    void epochsOfDataWithoutEnd() {
        desk.gan("run", "DIR/tiny.yaml", "run.length={type: epochs, epochs: 1}").isRefused(ExitCode.CONFIGURATION, """
                length: the data are drawn afresh for every batch, so they have no epochs. Give a number of steps: \
                length=5000.
                """);
    }

    @Test
    void networksThatCannotBeMade() {
        desk.gan("run", "DIR/tiny.yaml", "run.game.generator.hidden=[2000000000]")
                .isRefused(ExitCode.CONFIGURATION, """
                        DIR/runs/tiny-HASH/non-saturating-ring-s7-HASH/config.yaml: the networks cannot be made: Shape \
                        [2, 2000000000] has more than 2147483647 elements; split the data into batches. Change the \
                        sizes of the networks under game.
                        """);
    }

    @Test
    void tooLittleMemory() {
        Desk.Outcome outcome = desk.gan("run", "DIR/tiny.yaml", "run.batchSize=2000000000");
        assertThat(outcome.err()).contains("There is not enough memory (").doesNotContain("\tat ");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(ExitCode.MEMORY.code());
    }

    @Test
    void filesThatAreNoConfiguration() throws IOException {
        desk.gan("run", "DIR/nothere.yaml").isRefused(ExitCode.CONFIGURATION, """
                DIR/nothere.yaml: there is no such file. Check the path and the file's permissions.
                """);
        Files.createDirectory(desk.path("folder.yaml"));
        desk.gan("run", "DIR/folder.yaml").isRefused(ExitCode.CONFIGURATION, """
                DIR/folder.yaml: this is a directory, not a file. Check the path and the file's permissions.
                """);
        desk.write("empty.yaml", "");
        desk.gan("run", "DIR/empty.yaml").isRefused(ExitCode.CONFIGURATION, "DIR/empty.yaml:1:1  the text is empty\n");
        Files.write(desk.path("bytes.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        desk.gan("run", "DIR/bytes.yaml")
                .isRefused(ExitCode.CONFIGURATION, "DIR/bytes.yaml  this is not text in UTF-8\n");
    }
}
