package org.gan4j.experiments.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML that is well-formed XML too, written piece by piece. Every text and every attribute is escaped here, so that
 * nothing from a configuration can become markup.
 */
public final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values in turn. */
    public Markup open(String element, String... attributes) {
        start(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** Closes the element opened last. */
    public Markup close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** Adds an element that holds a text. */
    public Markup element(String element, String text, String... attributes) {
        start(element, attributes);
        out.append('>').append(escape(text)).append("</").append(element).append(">\n");
        return this;
    }

    /** Adds an element without content. */
    public Markup empty(String element, String... attributes) {
        start(element, attributes);
        out.append("/>\n");
        return this;
    }

    /** Adds text. */
    public Markup text(String text) {
        out.append(escape(text));
        return this;
    }

    /** Adds finished markup. */
    public Markup add(Markup other) {
        out.append(other);
        return this;
    }

    /**
     * Returns the markup.
     *
     * @throws IllegalStateException if an element is open
     */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("elements are still open: " + open);
        }
        return out.toString();
    }

    private void start(String element, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("attributes are names and values in turn, but there are "
                    + attributes.length + " of both together in <" + element + ">");
        }
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(attributes[i + 1]))
                    .append('"');
        }
    }

    /** Returns text in which nothing is markup; characters that XML does not allow become U+FFFD. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(character) ? character : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int character) {
        boolean control = character < 0x20 || (character >= 0x7F && character < 0xA0);
        boolean surrogate = character >= 0xD800 && character < 0xE000;
        boolean layout = character == '\n' || character == '\t';
        return layout || !(control || surrogate || character == 0xFFFE || character == 0xFFFF);
    }
}
