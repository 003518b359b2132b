package org.gan4j.experiments.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Build of the framework: which commit its sources are from, and whether they had been changed since.
 *
 * <p>Whoever builds says so: the launcher, which builds a copy of a checkout, passes it on to Maven as {@code
 * gan4j.commit} and {@code gan4j.dirty}, and the jar holds it. The directory in which a command is given has no part in it.
 *
 * @param commit the commit's digest, or {@code unknown} if the build was not told
 * @param dirty {@code true} or {@code false}, or {@code unknown}
 */
record FrameworkBuild(String commit, String dirty) {
    private static final String FILE = "build.properties";
    private static final String UNKNOWN = "unknown";

    /** Returns what the jar of this process says. */
    static FrameworkBuild ofThisProcess() {
        try (InputStream in = FrameworkBuild.class.getResourceAsStream(FILE)) {
            return of(in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE + " of the program", e);
        }
    }

    /** Returns what lines of the form name=value say; those that Maven was not told are unknown. */
    static FrameworkBuild of(String lines) {
        return new FrameworkBuild(value(lines, "commit"), value(lines, "dirty"));
    }

    /** Returns the facts by name: {@code framework.commit} and {@code framework.dirty}. */
    SortedMap<String, String> facts() {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("framework.commit", commit);
        facts.put("framework.dirty", dirty);
        return Collections.unmodifiableSortedMap(facts);
    }

    private static String value(String lines, String name) {
        String start = name + "=";
        String value = lines.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElse("");
        return value.isEmpty() || value.startsWith("${") ? UNKNOWN : value;
    }
}
