package org.gan4j.core.config.tree;

import java.util.regex.Pattern;

/** What a YAML word without quotes means: the core schema of YAML 1.2, and underscores between digits. */
public final class PlainScalar {
    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]*(_[0-9]+)*)");
    private static final Pattern REAL = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9]+");

    private PlainScalar() {}

    /** {@code 010}, which some readers take for eight, is a text: no number is expected to look like that. */
    public static Node.Kind kind(String word) {
        if (NULL.matcher(word).matches()) {
            return Node.Kind.NULL;
        }
        if (BOOLEAN.matcher(word).matches()) {
            return Node.Kind.BOOLEAN;
        }
        if (INTEGER.matcher(word).matches()) {
            return Node.Kind.INTEGER;
        }
        return REAL.matcher(word).matches() && !LEADING_ZERO.matcher(word).matches() ? Node.Kind.REAL : Node.Kind.TEXT;
    }
}
