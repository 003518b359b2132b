package org.gan4j.experiments.bench.peer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One way of running a peer that may be the fastest: threads, waiting, layout.
 *
 * @param name in words
 * @param environment variables for its process
 * @param arguments for its program
 */
record Variant(String name, SortedMap<String, String> environment, List<String> arguments) {
    /** The only way of running a program that chooses by itself. */
    static final Variant DEFAULT = new Variant("as installed", new TreeMap<>(), List.of());

    private static final String WAITING = "OMP_WAIT_POLICY";

    Variant {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /** Returns one thread, and as many as there are processors with each way in which idle threads of OpenMP wait. */
    static List<Variant> threads(int processors) {
        List<Variant> variants = new ArrayList<>();
        variants.add(threads(1, ""));
        if (processors > 1) {
            for (String waiting : List.of("", "ACTIVE", "PASSIVE")) {
                variants.add(threads(processors, waiting));
            }
        }
        return variants;
    }

    private static Variant threads(int count, String waiting) {
        SortedMap<String, String> environment = new TreeMap<>();
        environment.put("OMP_NUM_THREADS", Integer.toString(count));
        String name = count == 1 ? "1 thread" : count + " threads";
        if (!waiting.isEmpty()) {
            environment.put(WAITING, waiting);
            name += waiting.equals("ACTIVE") ? ", active waiting" : ", passive waiting";
        }
        return new Variant(name, environment, List.of("--threads", Integer.toString(count)));
    }

    /** Returns the same with more arguments. */
    Variant with(String what, String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return new Variant(name + ", " + what, environment, all);
    }
}
