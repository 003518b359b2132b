package org.gan4j.experiments.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.bench.Bench;
import org.gan4j.experiments.bench.BenchCase;
import org.gan4j.experiments.bench.BenchReport;
import org.gan4j.experiments.bench.OwnProgram;
import org.gan4j.experiments.cli.text.BenchText;
import org.gan4j.experiments.cli.text.Output;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures this machine: its matrix products, four training steps and an evaluation. */
@Command(
        name = "bench",
        description = "Measure how fast this machine multiplies, trains and evaluates.",
        subcommands = {
            BenchPeersCommand.class,
            BenchScalingCommand.class,
            BenchMemoryCommand.class,
            BenchStartupCommand.class
        },
        footer = {
            "",
            "Cases:",
            "  a  2014 MNIST networks, batch 100, both players at once",
            "  b  non-saturating loss on 2-128-128 networks, batch 256, Adam, both players in turn",
            "  c  critic of WGAN-GP on the same networks",
            "  d  DCGAN 28 x 28, 64 and 128 channels, batch 64, both players in turn",
            "  e  Parzen estimate, 10 000 centres, ten widths on 1 000 images, one on 10 000",
            "",
            "Examples:",
            "  gan bench",
            "  gan bench --case a,d --repetitions 9 --json"
        })
public final class BenchCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    BenchHost gan;

    @Mixin
    Output output = new Output();

    @Option(
            names = "--case",
            split = ",",
            paramLabel = "CASE",
            description = "the cases to measure, letters with commas between them; all if not given")
    List<String> cases = new ArrayList<>();

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            defaultValue = "5",
            description = "how often each case is measured; ${DEFAULT-VALUE} if not given")
    int repetitions = 5;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "1",
            description = "how long each case is measured each time; ${DEFAULT-VALUE} if not given")
    double seconds = 1;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "15",
            description = "how long each case runs before the first measurement; ${DEFAULT-VALUE} if not given")
    double warmUp = 15;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1",
            description = "independent copies of each case at once, in threads; their steps count together")
    int runs = 1;

    @Option(names = "--no-ceiling", description = "leave out the products that show what the machine can do at best")
    boolean noCeiling;

    @Option(names = "--no-products", description = "leave out the matrix products of each case")
    boolean noProducts;

    @Override
    public Integer call() {
        BenchReport report = settings().run(host().data(), output::note);
        output.print(report, () -> BenchText.of(report));
        return ExitCode.OK.code();
    }

    /** Returns this program, for measurements in processes of their own. */
    OwnProgram program() {
        return new OwnProgram(host().program().getName(), host().data());
    }

    /** Returns the cases of letters, or those of the default where there are none. */
    static List<BenchCase> chosen(List<String> letters, List<BenchCase> otherwise) {
        return letters.isEmpty()
                ? otherwise
                : letters.stream().map(BenchCase::of).distinct().toList();
    }

    private Bench settings() {
        try {
            return new Bench(
                    chosen(cases, List.of(BenchCase.values())),
                    repetitions,
                    seconds,
                    warmUp,
                    runs,
                    !noCeiling,
                    !noProducts);
        } catch (IllegalArgumentException wrong) {
            throw new UserError(ExitCode.USAGE, "bench: " + wrong.getMessage());
        }
    }

    private BenchHost host() {
        return Objects.requireNonNull(gan);
    }
}
