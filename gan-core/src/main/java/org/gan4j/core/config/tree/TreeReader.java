package org.gan4j.core.config.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML or JSON text into a tree in which each piece knows its place.
 *
 * <p>The meaning of a plain YAML word is decided here (see {@link PlainScalar}), because Jackson takes {@code 1e-3} for
 * a text. Anchors, aliases and tags are refused: a configuration says each thing once, in full.
 */
public final class TreeReader {
    private static final int DEEPEST = 64;
    private static final JsonFactory JSON = new JsonFactory();
    private static final YAMLFactory YAML = new YAMLFactory();

    private final String text;
    private final String source;
    private final Optional<Location> fixed;
    private final Problems problems;
    private final int[] codePoints;

    private TreeReader(String text, String source, Optional<Location> fixed, Problems problems) {
        this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
        this.source = source;
        this.fixed = fixed;
        this.problems = problems;
        this.codePoints = this.text.codePoints().toArray();
    }

    /** Reads a text: JSON if the name of its source ends so, else YAML. */
    public static Optional<Node> read(String text, String source, Problems problems) {
        boolean json = source.toLowerCase(Locale.ROOT).endsWith(".json");
        return new TreeReader(text, source, Optional.empty(), problems).document(json ? JSON : YAML);
    }

    /** Reads a JSON text, whatever its source is called. */
    public static Optional<Node> readJson(String text, String source, Problems problems) {
        return new TreeReader(text, source, Optional.empty(), problems).document(JSON);
    }

    /** Reads the value of an override; all of it is at one place. */
    public static Optional<Node> readAt(Location location, String text, Problems problems) {
        return new TreeReader(text, location.source(), Optional.of(location), problems).document(YAML);
    }

    private Optional<Node> document(JsonFactory factory) {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                problems.add(fixed.orElse(new Location(source, 1, 1)), "", "the text is empty");
                return Optional.empty();
            }
            Node root = node(parser, "", 0);
            if (parser.nextToken() != null) {
                problems.add(place(parser), "", "there is more after the end; one file holds one configuration");
            }
            return Optional.of(root);
        } catch (TooDeep e) {
            problems.add(e.location, "", "values are nested more than " + DEEPEST + " deep");
        } catch (JsonProcessingException e) {
            problems.add(place(e.getLocation()), "", "the syntax is wrong: " + firstLine(e.getOriginalMessage()));
        } catch (IOException | RuntimeException e) {
            // snakeyaml reports some malformed texts by unchecked exceptions of its own
            problems.add(place((JsonLocation) null), "", "the syntax is wrong: " + firstLine(e.getMessage()));
        }
        return Optional.empty();
    }

    private static final class TooDeep extends IOException {
        private static final long serialVersionUID = 1;
        private final transient Location location;

        TooDeep(Location location) {
            super("too deep");
            this.location = location;
        }
    }

    private Node node(JsonParser parser, String path, int depth) throws IOException {
        Location location = place(parser);
        if (depth > DEEPEST) {
            throw new TooDeep(location);
        }
        refuseReferences(parser, path, location);
        JsonToken token = parser.currentToken();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            return new Node.Scalar(location, "*" + parser.getText(), Node.Kind.UNUSABLE);
        }
        if (token == JsonToken.START_OBJECT) {
            return mapping(parser, path, depth, location);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser, Paths.join(path, String.valueOf(items.size())), depth + 1));
            }
            return new Node.Sequence(location, items);
        }
        return scalar(parser, token, location);
    }

    private Node mapping(JsonParser parser, String path, int depth, Location location) throws IOException {
        Node.Mapping mapping = new Node.Mapping(location);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Location place = place(parser);
            parser.nextToken();
            String below = Paths.join(path, key);
            Node.Entry entry = new Node.Entry(place, node(parser, below, depth + 1));
            Node.Entry earlier = mapping.entries().putIfAbsent(key, entry);
            if (earlier != null) {
                problems.add(place, below, "duplicate key; it is already at " + shortPlace(earlier.keyLocation()));
            }
        }
        return mapping;
    }

    private static String shortPlace(Location location) {
        return location.line() == 0 ? location.source() : "line " + location.line();
    }

    private Node scalar(JsonParser parser, JsonToken token, Location location) throws IOException {
        String value = parser.getText();
        if (parser instanceof YAMLParser) {
            boolean quoted = isQuoted(parser.currentTokenLocation());
            return new Node.Scalar(location, value, quoted ? Node.Kind.TEXT : PlainScalar.kind(value));
        }
        return new Node.Scalar(
                location,
                value,
                switch (token) {
                    case VALUE_NUMBER_INT -> Node.Kind.INTEGER;
                    case VALUE_NUMBER_FLOAT -> Node.Kind.REAL;
                    case VALUE_TRUE, VALUE_FALSE -> Node.Kind.BOOLEAN;
                    case VALUE_NULL -> Node.Kind.NULL;
                    default -> Node.Kind.TEXT;
                });
    }

    /** Jackson does not tell whether a value had quotes, or was a block; the text at its place does. */
    private boolean isQuoted(JsonLocation location) {
        return "\"'|>".indexOf(firstAt(location)) >= 0;
    }

    private int firstAt(JsonLocation location) {
        int index = (int) location.getCharOffset();
        return index < 0 || index >= codePoints.length ? ' ' : codePoints[index];
    }

    private void refuseReferences(JsonParser parser, String path, Location location) throws IOException {
        if (parser instanceof YAMLParser yaml) {
            if (yaml.isCurrentAlias()) {
                problems.add(location, path, "aliases (*name) are not supported; write the value out");
            } else if (yaml.getObjectId() != null || firstAt(yaml.currentTokenLocation()) == '&') {
                problems.add(location, path, "anchors (&name) are not supported; write the value where it is used");
            } else if (yaml.getTypeId() != null) {
                problems.add(location, path, "tags (!name) are not supported; put a text in quotes instead");
            }
        }
    }

    private Location place(JsonParser parser) {
        return place(parser.currentTokenLocation());
    }

    private Location place(@Nullable JsonLocation location) {
        if (fixed.isPresent()) {
            return fixed.get();
        }
        if (location == null) {
            return new Location(source, 1, 1);
        }
        return new Location(source, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static String firstLine(@Nullable String message) {
        String line = String.valueOf(message).lines().findFirst().orElse("");
        return line.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
