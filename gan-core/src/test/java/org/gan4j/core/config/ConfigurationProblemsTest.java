package org.gan4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.config.tree.Problem;
import org.gan4j.core.io.ExitCode;
import org.junit.jupiter.api.Test;

/** The messages, word by word. */
class ConfigurationProblemsTest {
    private final ConfigurationReader reader = Toy.reader();

    private String problems(String text, String... overrides) {
        ConfigurationException thrown = catchThrowableOfType(
                ConfigurationException.class, () -> reader.parse(text, "run.yaml", List.of(overrides), Toy.Run.class));
        assertThat(thrown).as("an exception for%n%s", text).isNotNull();
        assertThat(thrown.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        return thrown.getMessage() + "\n";
    }

    @Test
    void allProblemsAtOnce() {
        assertThat(problems("""
                        los: hinge
                        loss: hing
                        optimizers:
                          discriminator:
                            type: adam
                            rate: -1
                            beta1: 1
                            beta2: -0.5
                            placment: outside
                            placement: epsilon_hat
                          generator: {type: sgd, nesterov: yes}
                          generator: adam
                          critic: {rate: 1}
                        seed: 1.5
                        steps: 5
                        scheme: {turns: [{times: 0, players: generator}, [1]], extra: 3}
                        grid: [1, .nan, x, "2", 1e999]
                        note: 2014
                        penalties: hinge
                        """)).isEqualTo("""
                        run.yaml:1:1  los - unknown key; did you mean "loss"? Known: loss, optimizers, seed, steps, scheme, grid, note, penalties
                        run.yaml:2:7  loss - unknown toy loss "hing"; did you mean "hinge"? Known: hinge, minimax, scaled
                        run.yaml:6:11  optimizers.discriminator.rate - rate must be >= 0 but is -1.0
                        run.yaml:7:12  optimizers.discriminator.beta1 - beta1 must be in [0, 1) but is 1.0
                        run.yaml:8:12  optimizers.discriminator.beta2 - beta2 must be in [0, 1) but is -0.5
                        run.yaml:9:5  optimizers.discriminator.placment - unknown key; did you mean "placement"? Known: rate, beta1, beta2, placement
                        run.yaml:10:16  optimizers.discriminator.placement - unknown value "epsilon_hat"; did you mean "epsilon-hat"? Known: outside, epsilon-hat, inside-root
                        run.yaml:11:14  optimizers.generator.rate - missing
                        run.yaml:11:36  optimizers.generator.nesterov - expected true or false but found "yes"
                        run.yaml:12:3  optimizers.generator - duplicate key; it is already at line 11
                        run.yaml:13:11  optimizers.critic.type - missing; known: adam, adam-gan, sgd
                        run.yaml:14:7  seed - expected a whole number but found 1.5
                        run.yaml:16:26  scheme.turns.0.times - times must be at least 1 but is 0
                        run.yaml:16:38  scheme.turns.0.players - expected a list but found "generator"
                        run.yaml:16:50  scheme.turns.1 - expected keys (players, times) but found a list
                        run.yaml:16:63  scheme.extra - expected the name of a toy loss but found 3
                        run.yaml:17:11  grid.1 - expected a number but found NaN
                        run.yaml:17:17  grid.2 - expected a number but found "x"
                        run.yaml:17:20  grid.3 - expected a number but found "2"; leave out the quotes
                        run.yaml:17:25  grid.4 - 1e999 is beyond the largest number, 1.8e308
                        run.yaml:18:7  note - expected a text but found 2014; write "2014"
                        run.yaml:19:12  penalties - expected a list but found "hinge"
                        """);
    }

    @Test
    void missingKeysSayWhatToGive() {
        assertThat(problems("note: x")).isEqualTo("""
                        run.yaml:1:1  loss - missing
                        run.yaml:1:1  optimizers - missing
                        run.yaml:1:1  seed - missing; give a whole number
                        """);
    }

    @Test
    void aConstructorRefusesAlsoWhenAStrategyIsUnknown() {
        assertThat(problems("{loss: hing, optimizers: {}, seed: 1, steps: 0}")).isEqualTo("""
                        run.yaml:1:8  loss - unknown toy loss "hing"; did you mean "hinge"? Known: hinge, minimax, scaled
                        run.yaml:1:46  steps - steps must be at least 1 but is 0
                        """);
    }

    @Test
    void wholeNumbersHaveTheirRange() {
        String text = "{loss: minimax, optimizers: {}, seed: 9223372036854775808, steps: 2147483648}";
        assertThat(problems(text)).isEqualTo("""
                        run.yaml:1:39  seed - 9223372036854775808 is outside of -9223372036854775808 to 9223372036854775807
                        run.yaml:1:67  steps - 2147483648 is outside of -2147483648 to 2147483647
                        """);
    }

    @Test
    void wholeNumbersAreWrittenAsWholeNumbers() {
        for (String wrong : List.of("2.0", "1e-3", "\"5\"", "010", "0x10", "true", "~", "1_", "1e30")) {
            assertThat(problems("{loss: minimax, optimizers: {}, seed: " + wrong + "}"))
                    .startsWith("run.yaml:1:39  seed - ");
        }
        for (String right : List.of("1_000", "1e3", "+1000", "1000", "10.00e2")) {
            String text = "{loss: minimax, optimizers: {}, seed: " + right + "}";
            assertThat(reader.parse(text, "run.yaml", List.of(), Toy.Run.class)
                            .value()
                            .seed())
                    .as(right)
                    .isEqualTo(1000);
        }
    }

    @Test
    void brokenTextSaysWhere() {
        assertThat(problems("")).isEqualTo("run.yaml:1:1  the text is empty\n");
        assertThat(problems("# only a comment\n")).isEqualTo("run.yaml:1:1  the text is empty\n");
        assertThat(problems("seed: [1, 2\nloss: x\n")).startsWith("run.yaml:2:5  the syntax is wrong: ");
        assertThat(problems("hinge")).startsWith("run.yaml:1:1  expected keys (loss, ");
        assertThat(problems(Toy.VALID + "---\nloss: hinge\n"))
                .endsWith("there is more after the end; one file holds one configuration\n");
        assertThat(problems("a: " + "[".repeat(100))).endsWith("values are nested more than 64 deep\n");
    }

    @Test
    void referencesAreRefused() {
        assertThat(problems("""
                        loss: &base hinge
                        optimizers: {}
                        seed: !!int 3
                        penalties: [*base]
                        """)).isEqualTo("""
                        run.yaml:1:7  loss - anchors (&name) are not supported; write the value where it is used
                        run.yaml:3:7  seed - tags (!name) are not supported; put a text in quotes instead
                        run.yaml:4:13  penalties.0 - aliases (*name) are not supported; write the value out
                        """);
    }

    @Test
    void overridesAreReportedTheSameWay() {
        assertThat(problems(
                        Toy.VALID,
                        "lss=hinge",
                        "optimizers.generator.rte=1",
                        "scheme.turns.2.times=3",
                        "scheme.turns.first.times=3",
                        "seed.x=1",
                        "loss.margin=-1",
                        "grid=[1",
                        "nonsense",
                        "a..b=1"))
                .isEqualTo("""
                        command line  scheme.turns.2 - no such element; the list has 0 to 1
                        command line  scheme.turns.first - no such element; the list has 0 to 1
                        command line  seed.x - there are no keys in 7
                        command line  the syntax is wrong: while parsing a flow sequence
                        command line  "nonsense" is not an override; write key=value or key.sub=value
                        command line  "a..b=1" is not an override; write key=value or key.sub=value
                        command line  lss - unknown key; did you mean "loss"? Known: loss, optimizers, seed, steps, scheme, grid, note, penalties
                        command line  loss.margin - margin must be positive but is -1.0
                        command line  optimizers.generator.rte - unknown key; did you mean "rate"? Known: rate, beta1, beta2, placement
                        """);
    }

    @Test
    void rulesRefuseTogetherWithOtherProblems() {
        String text = """
                loss: hinge
                optimizers:
                  generator: {type: sgd, rate: {type: linear, from: 0, to: 2, steps: 10}}
                seed: 1
                sed: 1
                """;
        assertThat(problems(text)).isEqualTo("""
                        run.yaml:3:14  optimizers.generator - rate 2.0 is too large for a hinge loss; use at most 1
                        run.yaml:5:1  sed - unknown key; did you mean "seed"? Known: loss, optimizers, seed, steps, scheme, grid, note, penalties
                        """);
    }

    @Test
    void rulesWarn() {
        Configuration<Toy.Run> run = reader.parse(
                "{loss: hinge, optimizers: {g: {type: sgd, rate: 0.5}}, seed: 1}",
                "run.yaml",
                List.of(),
                Toy.Run.class);
        assertThat(run.warnings())
                .containsExactly(new Problem("run.yaml:1:31", "optimizers.g", "rate 0.5 is large for a hinge loss"));
        assertThat(reader.resolve(run.value(), Toy.Run.class).warnings())
                .containsExactly(new Problem("Run", "optimizers.g", "rate 0.5 is large for a hinge loss"));
    }
}
