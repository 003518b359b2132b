package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.gan4j.core.io.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments in a source file that cannot be run. */
class SourceMessagesTest {
    private static final String EXPERIMENT = """
            import java.util.List;
            import org.gan4j.experiments.job.*;
            import org.gan4j.experiments.training.*;
            import org.gan4j.experiments.table.ResultTable;
            public record MyExperiment(int epochs) implements Experiment<TrainingResult> {
                public List<? extends Job<TrainingResult>> jobs() { throw new IllegalStateException("not finished"); }
                public ResultTable tabulate(List<TrainingResult> results) { throw new IllegalStateException(); }
            }
            """;

    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() {
        desk = new Desk(directory);
    }

    @Test
    void aFileThatIsNotThere() {
        desk.gan("run", "DIR/None.java").isRefused(ExitCode.USAGE, """
                DIR/None.java: there is no such readable file. Check the path.
                """);
    }

    @Test
    void aFileThatDoesNotCompile() throws IOException {
        desk.write("Bad.java", "public record Bad(int a) {\n");
        desk.gan("run", "DIR/Bad.java").isRefused(ExitCode.CONFIGURATION, """
                DIR/Bad.java: it does not compile:
                DIR/Bad.java:1: error: reached end of file while parsing
                public record Bad(int a) {
                                          ^
                1 error
                """);
    }

    @Test
    void aFileWithoutAnExperiment() throws IOException {
        desk.write("Other.java", "public record Other(int a) {}\n");
        desk.gan("run", "DIR/Other.java").isRefused(ExitCode.USAGE, """
                DIR/Other.java: it holds 0 records that implement Experiment, but must hold one. Write: public record \
                MyExperiment(...) implements Experiment<TrainingResult> { ... }
                """);
    }

    @Test
    void aSettingThatIsMissing() throws IOException {
        desk.write("MyExperiment.java", EXPERIMENT);
        desk.gan("run", "DIR/MyExperiment.java").isRefused(ExitCode.CONFIGURATION, """
                experiment my-experiment:1:1  epochs - missing; give a whole number
                """);
    }

    @Test
    void anErrorInItIsNotCalledOneOfTheFramework() throws IOException {
        desk.write("MyExperiment.java", EXPERIMENT);
        Desk.Outcome outcome = desk.gan("run", "DIR/MyExperiment.java", "epochs=2", "--json");
        assertThat(outcome.err())
                .startsWith("An error in MyExperiment.jobs, which is not part of GAN4J:"
                        + " java.lang.IllegalStateException: not finished\n")
                .contains("MyExperiment.java:6");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(ExitCode.INTERNAL_ERROR.code());
    }
}
