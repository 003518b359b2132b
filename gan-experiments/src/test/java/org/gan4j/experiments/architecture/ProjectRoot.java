package org.gan4j.experiments.architecture;

import java.nio.file.Files;
import java.nio.file.Path;

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
}
