package org.gan4j.core.config.tree;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plain values (see {@link org.gan4j.core.config.Plain}) as JSON. */
public final class JsonWriter {
    private final StringBuilder out;
    private final boolean indented;
    private int depth;

    public JsonWriter(StringBuilder out, boolean indented) {
        this.out = out;
        this.indented = indented;
    }

    public void write(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
            group('{', '}', entries, entry -> {
                out.append(quoted(String.valueOf(entry.getKey()))).append(indented ? ": " : ":");
                write(entry.getValue());
            });
        } else if (value instanceof List<?> list) {
            group('[', ']', list.iterator(), this::write);
        } else {
            out.append(scalar(value));
        }
    }

    private interface Part<T> {
        void write(T part);
    }

    private <T> void group(char open, char close, Iterator<? extends T> parts, Part<T> part) {
        out.append(open);
        if (parts.hasNext()) {
            depth++;
            while (parts.hasNext()) {
                newLine();
                part.write(parts.next());
                out.append(parts.hasNext() ? "," : "");
            }
            depth--;
            newLine();
        }
        out.append(close);
    }

    private void newLine() {
        if (indented) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    /** Returns a single plain value as JSON. */
    static String scalar(@Nullable Object value) {
        if (value instanceof Float number) {
            return Float.isFinite(number) ? Numbers.text(number.floatValue()) : quoted(number.toString());
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? Numbers.text(number.doubleValue()) : quoted(number.toString());
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    /** Returns a text in double quotes, escaped: valid in JSON and in YAML. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c == '\t') {
                quoted.append("\\t");
            } else if (c < 0x20
                    || (c >= 0x7f && c <= 0xa0)
                    || c == 0x2028
                    || c == 0x2029
                    || c == 0xfeff
                    || Character.isSurrogate(c)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
