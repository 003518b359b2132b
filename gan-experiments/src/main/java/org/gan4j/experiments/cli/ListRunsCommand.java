package org.gan4j.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.gan4j.experiments.cli.text.Columns;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.listing.ListedRun;
import org.gan4j.experiments.listing.RunFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists the runs on disk, those that meet all filters. */
@Command(
        name = "runs",
        description = "List runs: their directory, status, and what was measured.",
        footer = {
            "",
            "Examples:",
            "  gan list runs",
            "  gan list runs status=completed game.loss=hinge --show seed",
            "  gan list runs 'modes-captured>=7' --sort modes-captured"
        })
final class ListRunsCommand implements Callable<Integer> {
    private static final int SHOWN = 3;

    @ParentCommand
    @Nullable
    ListCommand list;

    @Mixin
    Output output = new Output();

    @Parameters(
            paramLabel = "FILTER",
            description =
                    "KEY=VALUE, KEY!=VALUE, KEY>=NUMBER or KEY<=NUMBER; keys are status, experiment, started, ended,"
                            + " steps, paths of config.yaml (seed, game.loss) and names of estimates (modes-captured,"
                            + " average/modes-captured)")
    List<String> filters = new ArrayList<>();

    @Option(names = "--show", paramLabel = "KEY", description = "a column of its own; may be given more than once")
    List<String> shown = new ArrayList<>();

    @Option(
            names = "--sort",
            paramLabel = "KEY",
            description = "order by this, smallest first; runs without it come last")
    @Nullable
    String sorted;

    /** One run as JSON. */
    record Entry(
            String directory,
            SortedMap<String, String> facts,
            SortedMap<String, String> settings,
            SortedMap<String, Double> estimates) {}

    @Override
    public Integer call() {
        Path runs = Objects.requireNonNull(Objects.requireNonNull(list).gan).runsDirectory;
        List<ListedRun> all = ListedRun.below(runs);
        List<RunFilter> conditions = filters.stream().map(RunFilter::parse).toList();
        conditions.forEach(condition -> RunFilter.requireKnown(condition.key(), all));
        shown.forEach(key -> RunFilter.requireKnown(key, all));
        List<ListedRun> chosen = new ArrayList<>(all);
        chosen.removeIf(run -> !conditions.stream().allMatch(condition -> condition.matches(run)));
        if (sorted != null) {
            RunFilter.requireKnown(sorted, all);
            chosen.sort(by(sorted));
        }
        output.print(
                chosen.stream()
                        .map(run -> new Entry(run.directory().toString(), run.facts(), run.settings(), run.estimates()))
                        .toList(),
                () -> Columns.of(rows(chosen)) + chosen.size() + " of " + all.size() + " runs in " + runs + "\n");
        return 0;
    }

    /** Numbers come in their order and before texts; runs without a value come last. */
    private static Comparator<ListedRun> by(String key) {
        Comparator<ListedRun> present =
                Comparator.comparing(run -> run.value(key).isEmpty());
        Comparator<ListedRun> numbers = Comparator.comparingDouble(
                run -> run.value(key).map(ListRunsCommand::number).orElse(Double.NaN));
        return present.thenComparing(numbers)
                .thenComparing(run -> run.value(key).orElse(""));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private List<List<String>> rows(List<ListedRun> runs) {
        List<List<String>> rows = new ArrayList<>();
        for (ListedRun run : runs) {
            List<String> row = new ArrayList<>();
            row.add(run.directory().toString());
            row.add(run.facts().getOrDefault("status", ""));
            shown.forEach(
                    key -> row.add(run.value(key).map(ListRunsCommand::rounded).orElse("-")));
            row.add(shown.isEmpty() ? summary(run) : "");
            rows.add(row);
        }
        return rows;
    }

    /** Returns the first estimates of the last state, or why there are none. */
    private static String summary(ListedRun run) {
        SortedMap<String, Double> last = new TreeMap<>(run.estimates());
        last.keySet().removeIf(name -> name.contains("/"));
        if (last.isEmpty()) {
            return Optional.ofNullable(run.facts().get("message")).orElse("");
        }
        List<String> words = new ArrayList<>();
        last.forEach((name, value) -> words.add(name + " " + rounded(String.valueOf(value))));
        return String.join(", ", words.subList(0, Math.min(SHOWN, words.size())))
                + (words.size() > SHOWN ? ", ..." : "");
    }

    private static String rounded(String text) {
        double value = number(text);
        boolean whole = value == Math.rint(value) || Double.isInfinite(value);
        return whole || !text.contains(".")
                ? text.replaceFirst("\\.0$", "")
                : String.format(Locale.ROOT, "%.5g", value);
    }
}
