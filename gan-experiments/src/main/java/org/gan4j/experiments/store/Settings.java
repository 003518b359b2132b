package org.gan4j.experiments.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.tree.Node;
import org.gan4j.core.config.tree.Paths;
import org.gan4j.core.config.tree.Problems;
import org.gan4j.core.config.tree.TreeReader;

/** Settings of a resolved configuration by their path: {@code batchSize}, {@code game.loss}, {@code evaluators.0}. */
public final class Settings {
    private static final String TYPE = "type";

    private Settings() {}

    /**
     * Returns the settings of a text: of a single value its text, of a strategy the name of its type, and all that is in
     * it under paths of their own.
     *
     * @param source what messages call the text
     * @throws org.gan4j.core.config.tree.ConfigurationException if it is no YAML
     */
    public static SortedMap<String, String> of(String yaml, String source) {
        Problems problems = new Problems();
        SortedMap<String, String> settings = new TreeMap<>();
        TreeReader.read(yaml, source, problems).ifPresent(root -> add("", root, settings));
        problems.throwIfAny();
        return Collections.unmodifiableSortedMap(settings);
    }

    /** Returns the type that a file's configuration names at its root, if it can be read and names one. */
    public static Optional<String> typeOf(Path file) {
        try {
            Optional<Node> root = TreeReader.read(Files.readString(file), file.toString(), new Problems());
            if (root.isPresent() && root.get() instanceof Node.Mapping mapping) {
                Node.Entry type = mapping.entries().get(TYPE);
                return type != null && type.value() instanceof Node.Scalar scalar
                        ? Optional.of(scalar.text())
                        : Optional.empty();
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty(); // whoever reads it next says why
        }
    }

    private static void add(String path, Node node, SortedMap<String, String> settings) {
        if (node instanceof Node.Mapping mapping) {
            for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
                Node value = entry.getValue().value();
                boolean type = entry.getKey().equals(TYPE) && !path.isEmpty();
                add(type ? path : Paths.join(path, entry.getKey()), value, settings);
            }
        } else if (node instanceof Node.Sequence sequence) {
            List<Node> items = sequence.items();
            for (int i = 0; i < items.size(); i++) {
                add(Paths.join(path, String.valueOf(i)), items.get(i), settings);
            }
        } else if (node instanceof Node.Scalar scalar) {
            settings.put(path, scalar.text());
        }
    }
}
