package org.gan4j.experiments.bench.peer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gan4j.core.io.FileStore;
import org.gan4j.experiments.bench.BenchCase;
import org.gan4j.experiments.bench.ExportedDigits;
import org.gan4j.experiments.bench.OwnProgram;
import org.gan4j.experiments.bench.Spread;

/**
 * Measures this framework and others in turn: a repetition is one process per framework and case, and the frameworks follow
 * each other case by case, so that whatever disturbs the machine for a while falls on all of them.
 *
 * <p>Each process does one case, warms up first, and is alone: nobody's idle threads take another's processor. Before the
 * repetitions every way of running a peer is tried once; the two fastest are measured in every repetition, and the better
 * median counts. A peer that cannot be measured is absent, and says why.
 */
public final class Comparison {
    private final OwnProgram program;
    private final List<Peer> peers;
    private final Settings settings;

    /**
     * How to measure.
     *
     * @param cases what, each once
     * @param repetitions how often, at least 1
     * @param seconds of each measurement
     * @param warmUp seconds before it; this framework, whose code is compiled while it runs, has fifteen times as many
     * @param calibration seconds of each measurement that chooses how to run a peer
     */
    public record Settings(List<BenchCase> cases, int repetitions, double seconds, double warmUp, double calibration) {
        public Settings {
            cases = Collections.unmodifiableList(new ArrayList<>(cases));
            if (cases.isEmpty() || repetitions < 1 || !(seconds > 0) || !(warmUp >= 0) || !(calibration > 0)) {
                throw new IllegalArgumentException(
                        "a comparison needs a case, at least 1 repetition, and times above 0,"
                                + " but has " + cases + ", " + repetitions + ", " + seconds + ", " + warmUp + " and "
                                + calibration);
            }
        }

        /** Returns five repetitions of a second. */
        public static Settings thorough(List<BenchCase> cases) {
            return new Settings(cases, 5, 1, 1, 0.5);
        }

        /** Returns two short repetitions. */
        public static Settings quick(List<BenchCase> cases) {
            return new Settings(cases, 2, 0.7, 0.5, 0.3);
        }
    }

    Comparison(OwnProgram program, List<? extends Peer> peers, Settings settings) {
        this.program = program;
        this.peers = new ArrayList<>(peers);
        this.settings = settings;
    }

    /**
     * Compares with PyTorch and DJL.
     *
     * @param directory {@code benchmarks/peers} of the sources
     * @param python the interpreter that has torch
     * @param progress told what is being done
     */
    public static ComparisonReport withKnownPeers(
            OwnProgram program, Path directory, String python, Settings settings, Consumer<String> progress) {
        FileStore files = new FileStore();
        Path images = files.createTemporaryFile("gan4j-bench", ".npz");
        try {
            if (settings.cases().contains(BenchCase.E)) {
                ExportedDigits.write(program.data(), images);
            }
            return new Comparison(program, KnownPeers.of(directory, python, images), settings).run(progress);
        } finally {
            files.delete(images);
        }
    }

    ComparisonReport run(Consumer<String> progress) {
        List<List<Contender>> all = new ArrayList<>();
        for (BenchCase one : settings.cases()) {
            List<Contender> contenders = new ArrayList<>();
            contenders.add(new Contender(new OwnFramework(program), one));
            peers.forEach(peer -> contenders.add(new Contender(peer, one)));
            all.add(contenders);
        }
        Effort brief = new Effort(settings.calibration(), settings.calibration());
        for (List<Contender> contenders : all) {
            for (Contender contender : contenders) {
                progress.accept("case " + contender.one().letter() + ": how to run "
                        + contender.peer().name());
                contender.calibrate(brief);
            }
        }
        Effort full = new Effort(settings.seconds(), settings.warmUp());
        for (int i = 1; i <= settings.repetitions(); i++) {
            for (List<Contender> contenders : all) {
                progress.accept("repetition " + i + " of " + settings.repetitions() + ", case "
                        + contenders.get(0).one().letter());
                contenders.forEach(contender -> contender.repeat(full));
            }
        }
        return report(all);
    }

    private ComparisonReport report(List<List<Contender>> all) {
        List<ComparisonReport.Row> rows = new ArrayList<>();
        SortedMap<String, SortedMap<String, String>> facts = new TreeMap<>();
        SortedMap<String, String> environment = new TreeMap<>();
        for (List<Contender> contenders : all) {
            Contender own = contenders.get(0);
            if (own.absence().isPresent()) {
                throw new IllegalStateException("case " + own.one().letter() + " of this framework cannot be measured: "
                        + own.absence().get());
            }
            environment.putAll(own.measurements().get(0).facts());
            List<Contender> others = contenders.subList(1, contenders.size());
            for (Contender other : others) {
                if (other.absence().isEmpty()) {
                    SortedMap<String, String> versions =
                            new TreeMap<>(other.measurements().get(0).facts());
                    versions.keySet().removeAll(List.of("threads", "OMP_WAIT_POLICY"));
                    facts.put(other.peer().name(), versions);
                }
            }
            rows.add(row(own, others));
        }
        return new ComparisonReport(environment, settings, rows, facts);
    }

    private static ComparisonReport.Row row(Contender own, List<Contender> others) {
        Spread seconds = own.seconds();
        List<Double> products = new ArrayList<>();
        own.measurements().forEach(one -> one.productSeconds().ifPresent(products::add));
        Optional<Spread> bare = products.isEmpty() ? Optional.empty() : Optional.of(Spread.of(products));
        return new ComparisonReport.Row(
                own.one().letter(),
                own.one().title(),
                own.one().unit(),
                seconds,
                bare,
                bare.map(spread -> seconds.median() / spread.median()),
                own.measurements().get(0).parameters(),
                others.stream().map(other -> other(own, other)).toList());
    }

    private static ComparisonReport.Other other(Contender own, Contender other) {
        Optional<String> absence = other.absence().or(() -> other.difference(own));
        String name = other.peer().name();
        if (absence.isPresent()) {
            return new ComparisonReport.Other(name, Optional.empty(), Optional.empty(), Optional.empty(), absence);
        }
        Spread seconds = other.seconds();
        return new ComparisonReport.Other(
                name,
                Optional.of(seconds),
                Optional.of(seconds.median() / own.seconds().median()),
                Optional.of(other.variant().name()),
                Optional.empty());
    }
}
