package org.gan4j.experiments.bench.peer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.ConfigurationException;
import org.gan4j.experiments.bench.BenchCase;
import org.gan4j.experiments.bench.Child;
import org.gan4j.experiments.bench.Spread;

/** A framework in one case: how it is run, and what it took until now. */
final class Contender {
    private final Peer peer;
    private final BenchCase one;
    private final List<Measurement> measurements = new ArrayList<>();
    private Variant variant = Variant.DEFAULT;
    private Optional<String> absence = Optional.empty();

    Contender(Peer peer, BenchCase one) {
        this.peer = peer;
        this.one = one;
    }

    /** Chooses the way of running that is fastest in one short measurement each. */
    void calibrate(Effort effort) {
        List<Variant> variants = peer.variants(one);
        variant = variants.get(0);
        if (variants.size() == 1) {
            return;
        }
        double best = Double.POSITIVE_INFINITY;
        Optional<String> complaint = Optional.empty();
        for (Variant candidate : variants) {
            Attempt attempt = attempt(candidate, effort);
            if (attempt.measurement().isPresent() && attempt.measurement().get().each() < best) {
                best = attempt.measurement().get().each();
                variant = candidate;
            } else if (attempt.measurement().isEmpty()) {
                complaint = attempt.complaint();
                if (best == Double.POSITIVE_INFINITY) {
                    break; // what is missing for the first way is missing for all
                }
            }
        }
        absence = best == Double.POSITIVE_INFINITY ? complaint : Optional.empty();
    }

    /** Measures once more, unless the peer is absent. */
    void repeat(Effort effort) {
        if (absence.isPresent()) {
            return;
        }
        Attempt attempt = attempt(variant, effort);
        attempt.measurement().ifPresent(measurements::add);
        absence = attempt.complaint();
    }

    /** Either a measurement or what prevented it. */
    private record Attempt(Optional<Measurement> measurement, Optional<String> complaint) {}

    private Attempt attempt(Variant way, Effort effort) {
        try {
            Child.Outcome outcome = peer.measuring(one, way, effort).start().await();
            if (!outcome.succeeded()) {
                return missing(outcome.complaint());
            }
            return new Attempt(Optional.of(peer.read(outcome)), Optional.empty());
        } catch (IOException noProgram) {
            return missing(String.valueOf(noProgram.getMessage()));
        } catch (ConfigurationException unreadable) {
            return missing("it printed something else than a measurement");
        }
    }

    private static Attempt missing(String complaint) {
        return new Attempt(Optional.empty(), Optional.of(complaint.replaceFirst("^absent: ", "")));
    }

    Peer peer() {
        return peer;
    }

    BenchCase one() {
        return one;
    }

    Variant variant() {
        return variant;
    }

    Optional<String> absence() {
        return absence;
    }

    List<Measurement> measurements() {
        return measurements;
    }

    Spread seconds() {
        return Spread.of(measurements.stream().map(Measurement::each).toList());
    }

    /** Returns what makes a comparison void: other networks, or another result. */
    Optional<String> difference(Contender own) {
        for (Measurement ours : own.measurements) {
            for (Measurement theirs : measurements) {
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
