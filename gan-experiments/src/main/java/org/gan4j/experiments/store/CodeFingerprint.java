package org.gan4j.experiments.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What code made a result: a digest of every class file of the framework and of a researcher's modules.
 *
 * <p>A finished run is skipped only if neither its configuration nor this code has changed. Classes that cannot change
 * a number - the command line, tables, plots and pages - are left out.
 *
 * @param classes the first 16 hexadecimal digits of each class file's SHA-256, by class name
 */
public record CodeFingerprint(SortedMap<String, String> classes) {
    private static final List<String> WITHOUT_INFLUENCE = List.of(
            "org.gan4j.experiments.cli.",
            "org.gan4j.experiments.table.",
            "org.gan4j.experiments.page.",
            "org.gan4j.experiments.plot.",
            "org.gan4j.experiments.report.");

    /** Keeps the classes in the order of their names. */
    public CodeFingerprint {
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    }

    /**
     * Returns the fingerprint of all classes that stand in the same jars or directories as these.
     *
     * @param anchors at least one class of each jar or directory that matters
     * @throws UncheckedIOException if a class file cannot be read
     */
    public static CodeFingerprint of(Collection<Class<?>> anchors) {
        TreeSet<Path> places = new TreeSet<>();
        for (Class<?> anchor : anchors) {
            CodeSource source = anchor.getProtectionDomain().getCodeSource();
            if (source != null && source.getLocation() != null) {
                try {
                    places.add(Path.of(source.getLocation().toURI()));
                } catch (URISyntaxException e) {
                    throw new IllegalArgumentException("cannot locate the class files of " + anchor.getName(), e);
                }
            }
        }
        SortedMap<String, String> classes = new TreeMap<>();
        for (Path place : places) {
            addAll(place, classes);
        }
        return new CodeFingerprint(classes);
    }

    /** Returns this with classes that stand in no jar or directory. */
    public CodeFingerprint with(SortedMap<String, String> others) {
        SortedMap<String, String> all = new TreeMap<>(classes);
        all.putAll(others);
        return new CodeFingerprint(all);
    }

    /** Returns the names of classes that were changed, added or removed since {@code earlier}, in order. */
    public List<String> changedSince(CodeFingerprint earlier) {
        TreeSet<String> names = new TreeSet<>(classes.keySet());
        names.addAll(earlier.classes.keySet());
        List<String> changed = new ArrayList<>();
        for (String name : names) {
            String now = classes.getOrDefault(name, "");
            if (!now.equals(earlier.classes.getOrDefault(name, ""))) {
                changed.add(name);
            }
        }
        return changed;
    }

    private static void addAll(Path place, SortedMap<String, String> classes) {
        try {
            if (Files.isDirectory(place)) {
                addTree(place, classes);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    addTree(jar.getPath("/"), classes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the class files in " + place, e);
        }
    }

    private static void addTree(Path root, SortedMap<String, String> classes) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String relative = root.relativize(file).toString();
                if (!relative.endsWith(".class")) {
                    continue;
                }
                String name = relative.substring(0, relative.length() - ".class".length())
                        .replace('/', '.')
                        .replace('\\', '.');
                if (WITHOUT_INFLUENCE.stream().noneMatch(name::startsWith)) {
                    classes.put(name, digest(file));
                }
            }
        }
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(in.readAllBytes()), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
