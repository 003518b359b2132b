package org.gan4j.core.config.tree;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a configuration's text, with its place. Overrides change the lists and maps in it. */
public sealed interface Node {
    /** Returns where the piece begins. */
    Location location();

    /** Returns the piece as a phrase in a message. */
    String describe();

    /** What a single value was written as. */
    enum Kind {
        TEXT,
        INTEGER,
        REAL,
        BOOLEAN,
        NULL,
        /** Something that was reported already. */
        UNUSABLE
    }

    /** A single value; for a text, without its quotes. */
    public record Scalar(Location location, String text, Kind kind) implements Node {
        @Override
        public String describe() {
            return switch (kind) {
                case NULL -> "nothing";
                case TEXT -> JsonWriter.quoted(shortened());
                default -> shortened();
            };
        }

        /** Returns the value itself: a Long, Double, Boolean, String or null; a BigInteger if it needs one. */
        @Nullable
        public Object plain() {
            return switch (kind) {
                case NULL -> null;
                case BOOLEAN -> Boolean.valueOf(text);
                case REAL -> Double.valueOf(text);
                case INTEGER -> {
                    BigInteger value = new BigInteger(text);
                    yield value.bitLength() < Long.SIZE ? (Object) value.longValue() : (Object) value;
                }
                default -> text;
            };
        }

        private String shortened() {
            return text.length() <= 60 ? text : text.substring(0, 60) + "...";
        }
    }

    /** A list. */
    public record Sequence(Location location, List<Node> items) implements Node {
        @Override
        public String describe() {
            return "a list";
        }
    }

    /** Keys and values in the order of the text. */
    public record Mapping(Location location, LinkedHashMap<String, Entry> entries) implements Node {
        public Mapping(Location location) {
            this(location, new LinkedHashMap<>());
        }

        @Override
        public String describe() {
            return entries.isEmpty() ? "an empty mapping" : "keys (" + String.join(", ", entries.keySet()) + ")";
        }
    }

    /** A value and the place of its key. */
    record Entry(Location keyLocation, Node value) {}
}
