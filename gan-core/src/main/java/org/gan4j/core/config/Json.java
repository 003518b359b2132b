package org.gan4j.core.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.config.tree.JsonWriter;
import org.gan4j.core.config.tree.Node;
import org.gan4j.core.config.tree.Problems;
import org.gan4j.core.config.tree.TreeReader;
import org.jspecify.annotations.Nullable;

/**
 * The one door to JSON: records, maps, lists, texts, numbers, booleans, enums and optionals to text and back.
 *
 * <p>A record is an object with its components in order; an enum is its name in lower case with hyphens; NaN and the
 * infinities, which JSON does not have, are the strings {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}; an empty
 * optional component is left out. Numbers are written with the fewest digits that read back as the same number, the same
 * on every Java version.
 */
public final class Json {
    private Json() {}

    /** Returns one line, keys in the order of the record or map. */
    public static String line(Object value) {
        StringBuilder out = new StringBuilder();
        new JsonWriter(out, false).write(Plain.of(value));
        return out.toString();
    }

    /** Returns one line with all keys sorted: equal content gives equal text. */
    public static String canonical(Object value) {
        StringBuilder out = new StringBuilder();
        new JsonWriter(out, false).write(Plain.sorted(Plain.of(value)));
        return out.toString();
    }

    /** Returns indented lines, keys in the order of the record or map, and a line end. */
    public static String pretty(Object value) {
        StringBuilder out = new StringBuilder();
        new JsonWriter(out, true).write(Plain.of(value));
        return out.append('\n').toString();
    }

    /**
     * Returns the object of a JSON text: values are String, Long (or BigInteger, if it needs one), Double, Boolean, List,
     * Map with its keys in order, or null.
     *
     * @param source what messages call the text, usually a file's name
     * @throws org.gan4j.core.config.tree.ConfigurationException with the place, when it is not one JSON object
     */
    public static Map<String, @Nullable Object> parse(String text, String source) {
        Problems problems = new Problems();
        Optional<Node> tree = TreeReader.readJson(text, source, problems);
        tree.filter(node -> !(node instanceof Node.Mapping))
                .ifPresent(
                        node -> problems.add(node.location(), "", "expected an object but found " + node.describe()));
        problems.throwIfAny();
        return mapping((Node.Mapping) tree.orElseThrow());
    }

    /**
     * Returns the record that {@link #line}, {@link #canonical} or {@link #pretty} wrote; its components are single
     * values, enums, optionals, lists, maps by String, and records of these.
     *
     * @param source what messages call the text, usually a file's name
     * @throws org.gan4j.core.config.tree.ConfigurationException with all problems, when the text is not such a record
     */
    public static <R extends Record> R read(String text, String source, Class<R> type) {
        Problems problems = new Problems();
        TreeBinder binder = new TreeBinder(new StrategyRegistry(Collections.emptyMap()), problems, true);
        Optional<Object> value = TreeReader.readJson(text, source, problems)
                .flatMap(node -> binder.bind(new TreeBinder.Spot(node, "", Optional.empty()), type));
        problems.throwIfAny();
        return type.cast(value.orElseThrow());
    }

    private static Map<String, @Nullable Object> mapping(Node.Mapping mapping) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> result.put(key, plain(entry.value())));
        return result;
    }

    static @Nullable Object plain(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return mapping(mapping);
        }
        if (node instanceof Node.Sequence sequence) {
            List<@Nullable Object> result = new ArrayList<>();
            sequence.items().forEach(item -> result.add(plain(item)));
            return result;
        }
        return ((Node.Scalar) node).plain();
    }
}
