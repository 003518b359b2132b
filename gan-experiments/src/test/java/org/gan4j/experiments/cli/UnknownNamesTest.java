package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gan4j.core.io.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnknownNamesTest {
    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() {
        desk = new Desk(directory);
    }

    @Test
    void anUnknownExperiment() {
        desk.gan("run", "quikstart").isRefused(ExitCode.USAGE, """
                "quikstart": there is no experiment of that name. Did you mean "quickstart"? Known: \
                conditional-games, conditional-mnist, dcgan-mnist, goodfellow2014-figures, goodfellow2014-table1, losses-on-ring, quickstart, training, wgan-gp-mnist (see gan list experiments).
                """);
    }

    @Test
    void anUnknownLoss() {
        Desk.Outcome outcome = desk.gan("describe", "loss", "non-saturatin");
        assertThat(outcome.err())
                .startsWith("\"non-saturatin\": there is no loss of that name. Did you mean \"non-saturating\"? Known:"
                        + " alpha-divergence, ")
                .endsWith(" (see gan list loss).\n");
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void anUnknownFamily() {
        Desk.Outcome outcome = desk.gan("list", "optimisers");
        assertThat(outcome.err())
                .startsWith("\"optimisers\": there is no family of strategies of that name. Did you mean"
                        + " \"optimizers\"? Known: activations, augmentations, autoencoders, ")
                .endsWith(" (see gan list).\n");
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void anUnknownEvaluator() {
        Desk.Outcome outcome = desk.gan("evaluate", "parsen", "--samples", "DIR/x.npz", "--dataset", "ring");
        assertThat(outcome.err())
                .startsWith("\"parsen\": there is no evaluator of that name. Did you mean \"parzen\"? Known: ")
                .endsWith(" (see gan list evaluators).\n");
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void anUnknownDataSet() {
        Desk.Outcome outcome = desk.gan("evaluate", "modes", "--samples", "DIR/x.npz", "--dataset", "rnig");
        assertThat(outcome.err())
                .startsWith("\"rnig\": there is no data set of that name. Did you mean \"ring\"? Known: ")
                .endsWith(" (see gan list datasets).\n");
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void anUnknownDataSetToFetch() {
        desk.gan("data", "verify", "minst").isRefused(ExitCode.USAGE, """
                minst: no data set of this name can be fetched. Did you mean "mnist"? There are: mnist; a file \
                catalogue.yaml in the data directory can add others.
                """);
    }

    @Test
    void anUnknownModule() {
        desk.gan("list", "--module", "my.Modul").isRefused(ExitCode.USAGE, """
                module my.Modul: no such class on the class path. Give the full name with its package, and put its jar \
                or directory on the class path.
                """);
        desk.gan("list", "--module", "java.lang.String").isRefused(ExitCode.USAGE, """
                module java.lang.String: the class does not implement org.gan4j.core.config.Gan4jModule. Write: final \
                class String extends AbstractModule implements Gan4jModule.
                """);
    }

    @Test
    void anUnknownCommandAndOption() {
        Desk.Outcome command = desk.gan("evalaute");
        assertThat(command.err()).startsWith("Unmatched argument at index 0: 'evalaute'\nDid you mean: gan evaluate?");
        assertThat(command.code()).isEqualTo(ExitCode.USAGE.code());
        Desk.Outcome option = desk.gan("run", "quickstart", "--jsno");
        assertThat(option.err()).startsWith("Unknown option: '--jsno'");
        assertThat(option.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(command.out() + option.out()).isEmpty();
    }

    @Test
    void anExperimentThatHasNotBeenRun() {
        desk.gan("table", "quickstart").isRefused(ExitCode.DATA, """
                quickstart: there is no such directory, and no experiment of this name in DIR/runs. Run it first: gan run \
                quickstart, or name its runs with --runs-dir.
                """);
        desk.gan("resume", "DIR/runs/x/y").isRefused(ExitCode.CHECKPOINT, """
                DIR/runs/x/y: there is no run of this name. Name a run's directory, or EXPERIMENT/PART with a part of its \
                name; see gan list runs.
                """);
        desk.gan("sample", "DIR", "--out", "DIR/x.npz").isRefused(ExitCode.CHECKPOINT, """
                DIR: 0 of the 0 runs in DIR are meant by this. Name a run's directory, or EXPERIMENT/PART with a part of \
                its name; see gan list runs.
                """);
    }
}
