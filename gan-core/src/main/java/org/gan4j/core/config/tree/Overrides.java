package org.gan4j.core.config.tree;

import java.util.List;
import java.util.Optional;

/**
 * Changes of a configuration given as {@code key.sub=value}: the value is YAML, an element of a list is its index.
 *
 * <p>{@code optimizer.rate=0.1} after {@code optimizer: adam} means {@code optimizer: {type: adam, rate: 0.1}}. Of a map
 * that the text leaves out, {@code optimizers.g=adam} changes one entry, {@code optimizers={g: adam}} replaces all.
 */
public final class Overrides {
    private static final Location PLACE = Location.COMMAND_LINE;

    /** The place of a value that was given as a whole; keys that were given one by one are at {@link #PLACE}. */
    private static final Location VALUE = new Location(PLACE.source(), 0, 1);

    private final Problems problems;

    public Overrides(Problems problems) {
        this.problems = problems;
    }

    /** Applies overrides in their order to a tree, which they change; returns the tree. */
    public Node apply(Node root, List<String> overrides) {
        Node changed = root;
        for (String override : overrides) {
            int equals = override.indexOf('=');
            String path = override.substring(0, Math.max(0, equals)).strip();
            if (path.isEmpty() || List.of(path.split("\\.", -1)).contains("")) {
                problems.add(
                        PLACE,
                        "",
                        JsonWriter.quoted(override) + " is not an override; write key=value or key.sub=value");
                continue;
            }
            String text = override.substring(equals + 1);
            Optional<Node> value = text.isBlank()
                    ? Optional.of(new Node.Scalar(PLACE, "", Node.Kind.NULL))
                    : TreeReader.readAt(VALUE, text, problems);
            if (value.isPresent()) {
                changed = put(changed, "", List.of(path.split("\\.", -1)), value.get());
            }
        }
        return changed;
    }

    private Node put(Node node, String above, List<String> keys, Node value) {
        if (keys.isEmpty()) {
            return value;
        }
        String key = keys.get(0);
        String path = Paths.join(above, key);
        List<String> rest = keys.subList(1, keys.size());
        if (node instanceof Node.Sequence sequence) {
            Optional<Integer> index = index(key, sequence.items().size());
            if (index.isEmpty()) {
                problems.add(PLACE, path, noSuchElement(sequence.items().size()));
                return node;
            }
            sequence.items().set(index.get(), put(sequence.items().get(index.get()), path, rest, value));
            return node;
        }
        if (node instanceof Node.Scalar scalar && scalar.kind() != Node.Kind.TEXT && scalar.kind() != Node.Kind.NULL) {
            problems.add(PLACE, path, "there are no keys in " + scalar.describe());
            return node;
        }
        Node.Mapping mapping = node instanceof Node.Mapping existing ? existing : opened((Node.Scalar) node);
        Node.Entry old = mapping.entries().get(key);
        Node below = old == null ? new Node.Scalar(PLACE, "", Node.Kind.NULL) : old.value();
        Location place = old == null ? PLACE : old.keyLocation();
        mapping.entries().put(key, new Node.Entry(place, put(below, path, rest, value)));
        return mapping;
    }

    /** A bare name becomes the keys it stands for. */
    private static Node.Mapping opened(Node.Scalar scalar) {
        Node.Mapping mapping = new Node.Mapping(scalar.location());
        if (scalar.kind() == Node.Kind.TEXT) {
            mapping.entries().put("type", new Node.Entry(scalar.location(), scalar));
        }
        return mapping;
    }

    /** Returns a key as the index of a list, if it is one. */
    public static Optional<Integer> index(String key, int size) {
        if (!key.matches("0|[1-9][0-9]{0,8}")) {
            return Optional.empty();
        }
        int index = Integer.parseInt(key);
        return index < size ? Optional.of(index) : Optional.empty();
    }

    public static String noSuchElement(int size) {
        return size == 0 ? "the list is empty" : "no such element; the list has 0 to " + (size - 1);
    }
}
