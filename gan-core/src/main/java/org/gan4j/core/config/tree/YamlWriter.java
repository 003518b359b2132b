package org.gan4j.core.config.tree;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes plain values (see {@link org.gan4j.core.config.Plain}) as YAML: blocks, two spaces deep, and lists of single values in one line. */
public final class YamlWriter {
    private static final List<String> WORDS_WITH_MEANING =
            List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    public static String text(@Nullable Object plain) {
        YamlWriter writer = new YamlWriter();
        if (isBlock(plain)) {
            writer.block(plain, 0, false);
        } else {
            writer.out.append(inline(plain)).append('\n');
        }
        return writer.out.toString();
    }

    private static boolean isBlock(@Nullable Object value) {
        return (value instanceof Map<?, ?> map && !map.isEmpty()) || (value instanceof List<?> list && !isFlat(list));
    }

    private static boolean isFlat(List<?> list) {
        return list.stream().noneMatch(part -> part instanceof Map || part instanceof List);
    }

    /** Writes lines; the first one goes on where the cursor is. */
    private void block(@Nullable Object value, int depth, boolean cursorIsPlaced) {
        boolean placed = cursorIsPlaced;
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                indent(depth, placed);
                placed = false;
                out.append(word(String.valueOf(entry.getKey()))).append(':');
                if (isBlock(entry.getValue())) {
                    out.append('\n');
                    block(entry.getValue(), depth + 1, false);
                } else {
                    out.append(' ').append(inline(entry.getValue())).append('\n');
                }
            }
        } else if (value instanceof List<?> list) {
            for (Object part : list) {
                indent(depth, placed);
                placed = false;
                out.append("- ");
                if (isBlock(part)) {
                    block(part, depth + 1, true);
                } else {
                    out.append(inline(part)).append('\n');
                }
            }
        }
    }

    private void indent(int depth, boolean placed) {
        out.append(placed ? "" : "  ".repeat(depth));
    }

    private static String inline(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(YamlWriter::inline).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map) {
            return "{}";
        }
        return value instanceof String text ? word(text) : JsonWriter.scalar(value);
    }

    private static String word(String text) {
        boolean plain =
                text.matches("[A-Za-z][A-Za-z0-9_./-]*") && !WORDS_WITH_MEANING.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : JsonWriter.quoted(text);
    }
}
