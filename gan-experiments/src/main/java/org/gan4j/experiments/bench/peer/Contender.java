package org.gan4j.experiments.bench.peer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.experiments.bench.BenchCase;
import org.gan4j.experiments.bench.Child;
import org.gan4j.experiments.bench.Spread;

/** A framework in one case: the ways of running it that may be the fastest, and what they took until now. */
final class Contender {
    private static final int FINALISTS = 2;

    private final Peer peer;
    private final BenchCase one;
    private List<Way> ways = new ArrayList<>();
    private Optional<String> absence = Optional.empty();

    /** A way of running and what it took. */
    private record Way(Variant variant, List<Measurement> measurements) {
        Spread seconds() {
            return Spread.of(measurements.stream().map(Measurement::each).toList());
        }
    }

    Contender(Peer peer, BenchCase one) {
        this.peer = peer;
        this.one = one;
    }

    /** Keeps the two ways of running that are fastest in one short measurement each. */
    void calibrate(Effort effort) {
        List<Variant> variants = peer.variants(one);
        if (variants.size() == 1) {
            ways.add(new Way(variants.get(0), new ArrayList<>()));
            return;
        }
        List<Way> tried = new ArrayList<>();
        for (Variant variant : variants) {
            Way way = new Way(variant, new ArrayList<>());
            Optional<String> complaint = attempt(way, effort);
            if (complaint.isEmpty()) {
                tried.add(way);
            } else if (tried.isEmpty()) {
                absence = complaint; // what the first way lacks, all lack
                return;
            }
        }
        ways = new ArrayList<>(tried.stream()
                .sorted(Comparator.comparing(way -> way.seconds().median()))
                .limit(FINALISTS)
                .toList());
        ways.forEach(way -> way.measurements().clear());
    }

    /** Measures each way that was kept once more, unless the peer is absent. */
    void repeat(Effort effort) {
        for (Way way : ways) {
            if (absence.isEmpty()) {
                absence = attempt(way, effort);
            }
        }
    }

    /** Measures and keeps what was measured, or returns what prevented it. */
    private Optional<String> attempt(Way way, Effort effort) {
        try {
            Child.Outcome outcome =
                    peer.measuring(one, way.variant(), effort).start().await();
            if (!outcome.succeeded()) {
                return Optional.of(outcome.complaint().replaceFirst("^absent: ", ""));
            }
            way.measurements().add(peer.read(outcome));
            return Optional.empty();
        } catch (IOException noProgram) {
            return Optional.of(String.valueOf(noProgram.getMessage()));
        } catch (ConfigurationException unreadable) {
            return Optional.of("it printed something else than a measurement");
        }
    }

    Peer peer() {
        return peer;
    }

    BenchCase one() {
        return one;
    }

    Optional<String> absence() {
        return absence;
    }

    Variant variant() {
        return best().variant();
    }

    /** Returns the measurements of the way with the least median. */
    List<Measurement> measurements() {
        return best().measurements();
    }

    Spread seconds() {
        return best().seconds();
    }

    private Way best() {
        return ways.stream()
                .min(Comparator.comparing(way -> way.seconds().median()))
                .orElseThrow();
    }

    /** Returns what makes a comparison void: other networks, or another result. */
    Optional<String> difference(Contender own) {
        for (Measurement ours : own.measurements()) {
            for (Measurement theirs : measurements()) {
                if (!ours.parameters().equals(theirs.parameters())) {
                    return Optional.of("it learns " + theirs.parameters() + " numbers, not " + ours.parameters());
                }
                if (ours.value().isPresent() && theirs.value().isPresent()) {
                    double value = ours.value().get();
                    if (!(Math.abs(theirs.value().get() - value) <= 1e-3 * Math.abs(value))) {
                        return Optional.of("it computes " + theirs.value().get() + ", not " + value);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
