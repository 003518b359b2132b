package org.gan4j.experiments.bench.peer;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.config.Json;
import org.gan4j.experiments.bench.BenchCase;
import org.gan4j.experiments.bench.Child;

/**
 * A framework behind a program that takes {@code --case}, {@code --seconds}, {@code --warm-up} and {@code --data}.
 *
 * @param name in tables
 * @param program the command without these options
 * @param data the file with the images of case e
 * @param variants of each case
 */
record PrintingPeer(String name, List<String> program, String data, Variants variants) implements Peer {
    /** Which ways of running a case there are. */
    @FunctionalInterface
    interface Variants {
        List<Variant> of(BenchCase one);
    }

    @Override
    public List<Variant> variants(BenchCase one) {
        return variants.of(one);
    }

    @Override
    public Child measuring(BenchCase one, Variant variant, Effort effort) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(
                "--case", one.letter(),
                "--seconds", Double.toString(effort.seconds()),
                "--warm-up", Double.toString(effort.warmUp())));
        if (one == BenchCase.E) {
            command.addAll(List.of("--data", data));
        }
        command.addAll(variant.arguments());
        Child child = Child.of(command);
        for (var variable : variant.environment().entrySet()) {
            child = child.with(variable.getKey(), variable.getValue());
        }
        return child;
    }

    @Override
    public Measurement read(Child.Outcome outcome) {
        return Json.read(outcome.output(), "what " + name + " printed", Measurement.class);
    }
}
