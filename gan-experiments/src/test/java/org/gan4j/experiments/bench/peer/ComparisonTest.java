package org.gan4j.experiments.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.core.config.Json;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.experiments.bench.BenchCase;
import org.gan4j.experiments.bench.OwnProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the peers of the test are shell scripts")
class ComparisonTest {
    private static final String SAME = "{\"d\": 17025, \"g\": 17154}";

    @TempDir
    private Path directory;

    /** A step takes 0.5 s with one thread and 0.25 s with two, so that two threads are chosen. */
    @Test
    void theFastestWayIsComparedAndWhoCannotBeMeasuredIsAbsent() throws IOException {
        List<Peer> peers = List.of(
                peer("good", "[ $OMP_NUM_THREADS = 1 ] && s=1 || s=0.5\n" + print(SAME, "$s")),
                peer("other network", print("{\"d\": 1, \"g\": 17154}", "1")),
                peer("not installed", "echo 'Traceback' >&2; echo 'absent: no module named torch' >&2; exit 1"),
                peer("silent", "exit 3"),
                peer("chatty", "echo hello"),
                new PrintingPeer("no program", List.of("DIR/no-such-program"), "", one -> Variant.threads(2)));
        Comparison.Settings settings = new Comparison.Settings(List.of(BenchCase.B), 2, 0.01, 0, 0.01);
        List<String> progress = new ArrayList<>();
        ComparisonReport report = new Comparison(program(), peers, settings).run(progress::add);

        assertThat(report.rows()).hasSize(1);
        ComparisonReport.Row row = report.rows().get(0);
        assertThat(row.own().repetitions()).hasSize(2).allMatch(seconds -> seconds > 0);
        assertThat(row.parameters()).isEqualTo(Map.of("d", 17025L, "g", 17154L));
        ComparisonReport.Other good = row.peers().get(0);
        assertThat(good.variant().orElseThrow()).startsWith("2 threads");
        assertThat(good.seconds().orElseThrow().repetitions()).containsExactly(0.25, 0.25);
        assertThat(good.ratio()).contains(0.25 / row.own().median());
        assertThat(row.peers().subList(1, peers.size())).allSatisfy(other -> {
            assertThat(other.ratio()).isEmpty();
            assertThat(other.seconds()).isEmpty();
        });
        assertThat(row.peers().stream()
                        .skip(1)
                        .limit(4)
                        .map(other -> other.absence().orElseThrow()))
                .containsExactly(
                        "it learns {d=1, g=17154} numbers, not {d=17025, g=17154}",
                        "no module named torch",
                        "ended with exit code 3",
                        "it printed something else than a measurement");
        assertThat(row.peers().get(5).absence().orElseThrow()).contains("no-such-program");
        assertThat(progress).contains("case b: how to run good", "repetition 2 of 2, case b");
        assertThat(report.facts()).containsKeys("good").doesNotContainKeys("silent");
        assertThat(Json.read(Json.line(report), "a report", ComparisonReport.class))
                .isEqualTo(report);
        assertThat(ComparisonTable.markdown(report))
                .contains("| case | GAN4J |", "| absent | - |", "not installed is absent: no module named torch;")
                .contains("good with 2 threads", "- good, version: 1");
    }

    @Test
    void settingsWithNothingToDoAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison.Settings(List.of(), 5, 1, 1, 1))
                .withMessageStartingWith("a comparison needs a case");
        assertThat(Comparison.Settings.thorough(List.of(BenchCase.A)).repetitions())
                .isEqualTo(5);
    }

    /** Whatever is tried for one player's threads is tried with every way of waiting, and images with both layouts. */
    @Test
    void everyWayOfRunningAPeerIsTried() {
        List<Peer> peers = KnownPeers.of(directory, "python3", directory.resolve("images.npz"));
        assertThat(peers).extracting(Peer::name).containsExactly("PyTorch", "DJL");
        assertThat(Variant.threads(1)).extracting(Variant::name).containsExactly("1 thread");
        assertThat(Variant.threads(2))
                .extracting(Variant::name)
                .containsExactly("1 thread", "2 threads", "2 threads, active waiting", "2 threads, passive waiting");
        int ways = Variant.threads(Runtime.getRuntime().availableProcessors()).size();
        assertThat(peers.get(0).variants(BenchCase.A)).hasSize(ways);
        assertThat(peers.get(0).variants(BenchCase.D)).hasSize(2 * ways);
        assertThat(peers.get(0).variants(BenchCase.E)).hasSize(ways + 1);
        assertThat(peers.get(1).variants(BenchCase.D)).hasSize(ways);
    }

    private OwnProgram program() {
        return new OwnProgram("org.gan4j.experiments.cli.Main", new DataDirectory(directory.resolve("data")));
    }

    private static String print(String parameters, String seconds) {
        return "printf '{\"name\": \"b\", \"steps\": 2, \"seconds\": %s, \"parameters\": " + parameters
                + ", \"value\": null, \"peakResidentBytes\": 1, \"facts\": {\"version\": \"1\", \"threads\": \"2\"}}\\n' "
                + seconds + "\n";
    }

    private Peer peer(String name, String script) throws IOException {
        Path file = Files.writeString(directory.resolve(name), script);
        return new PrintingPeer(name, List.of("sh", file.toString()), "", one -> Variant.threads(2));
    }
}
