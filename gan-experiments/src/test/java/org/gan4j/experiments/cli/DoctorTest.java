package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.kernel.select.KernelSets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() {
        desk = new Desk(directory);
    }

    @Test
    void withoutAMeasurementItSaysWhatRunsWhereAndWhy() {
        Desk.Outcome outcome = desk.gan("doctor", "--measure", "0");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .containsPattern("(?m)^kernels +" + KernelSets.chosen() + ", ")
                .containsPattern("(?m)^kernels\\.elementwise +\\S")
                .containsPattern("(?m)^kernels\\.update +portable$")
                .containsPattern("(?m)^kernels table +\\S")
                .containsPattern("(?m)^product check +correct, ")
                .doesNotContain("microseconds");
    }

    @Test
    void theMeasurementIsATableAndPartOfTheJson() throws IOException {
        Desk.Outcome outcome = desk.gan("doctor", "--measure", "0.2");
        assertThat(outcome.out())
                .containsPattern("(?m)^microseconds of the fastest call +portable +oneDNN$")
                .containsPattern("(?m)^matrix\\.wide +\\[1024, 1024] x \\[1024, 1024] +\\S+ \\(\\d+ GFLOP/s\\)")
                .containsPattern("(?m)^random\\.normal +\\[120000] +[\\d.]+\\* +-$");
        Desk.Outcome json = desk.gan("doctor", "--measure", "0.2", "--json");
        assertThat(json.out())
                .startsWith("{")
                .contains("\"measured\"", "\"operation\"", "\"convolution.forward.deep\"");
        assertThat(json.code()).isZero();
    }

    @Test
    void theTableIsWrittenToANewFileOnly() throws IOException {
        Path file = directory.resolve("table.txt");
        Desk.Outcome outcome = desk.gan("doctor", "--measure", "0.2", "--write-kernel-table", file.toString());
        if (outcome.code() == ExitCode.OK.code()) {
            assertThat(Files.readString(file)).contains(" unary.TANH ", " matrix.wide ", " convolution.forward.deep ");
            assertThat(desk.gan("doctor", "--write-kernel-table", file.toString())
                            .err())
                    .contains("is there already");
        } else {
            assertThat(outcome.err()).contains("oneDNN cannot be used here");
        }
    }

    @Test
    void aTableIsNotMeasuredWithKernelsThatOpenBlasDidNotChoose() {
        assertThatThrownBy(() -> KernelTableWriter.requireOwnChoice(Map.of("OPENBLAS_CORETYPE", "Haswell")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("doctor --write-kernel-table: OPENBLAS_CORETYPE is Haswell, which may halve")
                .hasMessageEndingWith("Unset the variable and measure again.");
        assertThatCode(() -> KernelTableWriter.requireOwnChoice(Map.of("HOME", "here")))
                .doesNotThrowAnyException();
    }

    @Test
    void secondsThatAreNoneAreRefused() {
        assertThat(desk.gan("doctor", "--measure", "NaN").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(desk.gan("doctor", "--measure", "-1").err()).contains("--measure takes seconds from 0 to ");
    }
}
