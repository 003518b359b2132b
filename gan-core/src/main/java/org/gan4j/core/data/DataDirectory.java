package org.gan4j.core.data;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The directory that holds the files of data sets, one folder per data set in it ({@code mnist/}).
 *
 * @param root the directory; it need not exist
 */
public record DataDirectory(Path root) {
    /** The environment variable that names the data directory. */
    public static final String VARIABLE = "GAN4J_DATA";

    /**
     * Returns the data directory of this process: the option, else {@code $GAN4J_DATA}, else the user's cache
     * directory ({@code $XDG_CACHE_HOME} or {@code ~/.cache}) with {@code gan4j} in it.
     *
     * @param option the directory named on the command line, when there is one
     */
    public static DataDirectory choose(Optional<Path> option) {
        return choose(option, System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /** Chooses as {@link #choose(Optional)} does, with the given environment and home directory. */
    static DataDirectory choose(Optional<Path> option, Map<String, String> environment, Path home) {
        return new DataDirectory(option.orElseGet(() -> variable(environment, VARIABLE)
                .map(Path::of)
                .orElseGet(() -> cache(environment, home).resolve("gan4j"))));
    }

    private static Path cache(Map<String, String> environment, Path home) {
        // the XDG specification: a relative path is invalid and is to be ignored
        return variable(environment, "XDG_CACHE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> home.resolve(".cache"));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Returns the folder of one data set. */
    public Path folder(String dataset) {
        return root.resolve(dataset);
    }

    /** Returns the folder of what was computed of data and is kept. */
    public Path cache() {
        return root.resolve("cache");
    }

    /** Returns a sentence that says how to choose another directory, for error messages. */
    public String hint() {
        return "the data directory is " + root + " (choose another with --data-dir or $" + VARIABLE + ")";
    }
}
