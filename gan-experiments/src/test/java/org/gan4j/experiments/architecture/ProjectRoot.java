package org.gan4j.experiments.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The directory of the sources: the nearest one above the working directory that holds {@code gan} and the modules. */
public final class ProjectRoot {
    private ProjectRoot() {}

    public static Path path() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("gan-core")) || !Files.exists(directory.resolve("pom.xml"))) {
            Path parent = directory.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "no directory with gan-core above " + Path.of("").toAbsolutePath());
            }
            directory = parent;
        }
        return directory;
    }

    /** Returns the roots of the modules' main sources. */
    static List<Path> mainSources() {
        return Stream.of("gan-core", "gan-losses", "gan-models", "gan-eval", "gan-experiments")
                .map(module -> path().resolve(module).resolve("src/main/java"))
                .toList();
    }

    /** Returns the Java sources below a directory, in order. */
    static List<Path> javaFiles(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
