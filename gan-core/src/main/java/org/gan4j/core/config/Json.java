package org.gan4j.core.config;

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
}
