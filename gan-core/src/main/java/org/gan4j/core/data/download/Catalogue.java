package org.gan4j.core.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.Names;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;

/**
 * What can be fetched: the built-in catalogue, and a user's own beside it.
 *
 * <p>A file {@value #FILE} in the data directory, in the form of the built-in one, adds data sets and replaces those of
 * the same name: a mirror nearer by, or files of one's own with their checksums.
 *
 * @param datasets the data sets, each name once
 */
public record Catalogue(List<CataloguedDataset> datasets) {
    /** The name of the file, in YAML. */
    public static final String FILE = "catalogue.yaml";

    /**
     * Checks that names are unique.
     *
     * @throws IllegalArgumentException if two data sets have one name
     */
    public Catalogue {
        datasets = Collections.unmodifiableList(new ArrayList<>(datasets));
        List<String> names = datasets.stream().map(CataloguedDataset::name).toList();
        for (String name : names) {
            if (Collections.frequency(names, name) > 1) {
                throw new IllegalArgumentException("datasets must have different names, '" + name + "' occurs twice");
            }
        }
    }

    /** Returns the catalogue that comes with the program. */
    public static Catalogue builtIn() {
        try (InputStream in = Catalogue.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + FILE + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return reader().parse(text, FILE, List.of(), Catalogue.class).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the built-in catalogue with what the data directory's own adds and replaces.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CONFIGURATION} if the own catalogue is not valid, with all its problems
     */
    public static Catalogue of(DataDirectory directory) {
        Path own = directory.root().resolve(FILE);
        return Files.exists(own) ? builtIn().with(read(own)) : builtIn();
    }

    /**
     * Reads a catalogue from a file.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CONFIGURATION} if it is not valid, with all its problems
     */
    public static Catalogue read(Path file) {
        return reader().read(file, List.of(), Catalogue.class).value();
    }

    /** Returns this catalogue with another's data sets in place of its own of the same name; sorted by name. */
    public Catalogue with(Catalogue other) {
        SortedMap<String, CataloguedDataset> merged = new TreeMap<>();
        datasets.forEach(dataset -> merged.put(dataset.name(), dataset));
        other.datasets.forEach(dataset -> merged.put(dataset.name(), dataset));
        return new Catalogue(new ArrayList<>(merged.values()));
    }

    /**
     * Returns a data set.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#USAGE} if there is none of that name, naming those there are
     */
    public CataloguedDataset dataset(String name) {
        List<String> names = datasets.stream().map(CataloguedDataset::name).toList();
        String guess = Names.closest(name, names)
                .map(near -> "Did you mean \"" + near + "\"? ")
                .orElse("");
        return datasets.stream()
                .filter(dataset -> dataset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        "no data set of this name can be fetched",
                        name,
                        guess + "There are: " + String.join(", ", names) + "; a file " + FILE
                                + " in the data directory can add others."));
    }

    private static ConfigurationReader reader() {
        return new ConfigurationReader(new StrategyRegistry(new TreeMap<>()));
    }
}
