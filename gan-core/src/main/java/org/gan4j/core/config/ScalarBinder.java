package org.gan4j.core.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.tree.JsonWriter;
import org.gan4j.core.config.tree.Node;
import org.gan4j.core.config.tree.PlainScalar;
import org.gan4j.core.config.tree.Problems;

/** Turns single values into numbers, booleans, texts and enum constants. */
final class ScalarBinder {
    private final Problems problems;
    private final boolean notANumberAllowed;

    ScalarBinder(Problems problems, boolean notANumberAllowed) {
        this.problems = problems;
        this.notANumberAllowed = notANumberAllowed;
    }

    static boolean handles(Class<?> type) {
        return type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class
                || isReal(type)
                || type == boolean.class
                || type == Boolean.class
                || type == String.class
                || type.isEnum();
    }

    private static boolean isReal(Class<?> type) {
        return type == double.class || type == Double.class;
    }

    /** Returns what a type is called in messages. */
    static String name(Class<?> type) {
        if (isReal(type)) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        return type.isEnum() ? "one of " + String.join(", ", constants(type)) : "a whole number";
    }

    /** Returns the value, or nothing after a problem was reported. */
    Optional<Object> bind(Node node, Class<?> type, String path) {
        if (!(node instanceof Node.Scalar scalar) || scalar.kind() == Node.Kind.NULL) {
            return wrongType(node, type, path, "");
        }
        if (isReal(type)) {
            return real(scalar, type, path);
        }
        if (type == boolean.class || type == Boolean.class) {
            return scalar.kind() == Node.Kind.BOOLEAN
                    ? Optional.of(scalar.text().equalsIgnoreCase("true"))
                    : wrongType(node, type, path, "");
        }
        if (type == String.class) {
            return scalar.kind() == Node.Kind.TEXT
                    ? Optional.of(scalar.text())
                    : wrongType(node, type, path, "; write " + JsonWriter.quoted(scalar.text()));
        }
        return type.isEnum() ? constant(scalar, type, path) : whole(scalar, type, path);
    }

    private Optional<Object> real(Node.Scalar scalar, Class<?> type, String path) {
        Optional<Double> special = special(scalar);
        if (special.isPresent()) {
            if (Double.isNaN(special.get()) && !notANumberAllowed) {
                problems.add(scalar.location(), path, "expected a number but found NaN");
                return Optional.empty();
            }
            return Optional.of(special.get());
        }
        if (!isNumber(scalar)) {
            return wrongType(scalar, type, path, quotedNumber(scalar));
        }
        double value = Double.parseDouble(digits(scalar));
        if (Double.isInfinite(value)) {
            problems.add(scalar.location(), path, scalar.describe() + " is beyond the largest number, 1.8e308");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private static Optional<Double> special(Node.Scalar scalar) {
        boolean negative = scalar.text().startsWith("-");
        String name = scalar.text().replaceFirst("^[-+]", "");
        if (name.equals("Infinity") || (scalar.kind() == Node.Kind.REAL && name.equalsIgnoreCase(".inf"))) {
            return Optional.of(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        boolean nan = name.equals("NaN") || (scalar.kind() == Node.Kind.REAL && name.equalsIgnoreCase(".nan"));
        return nan ? Optional.of(Double.NaN) : Optional.empty();
    }

    private Optional<Object> whole(Node.Scalar scalar, Class<?> type, String path) {
        if (!isNumber(scalar)) {
            return wrongType(scalar, type, path, quotedNumber(scalar));
        }
        boolean small = type == int.class || type == Integer.class;
        if (scalar.kind() == Node.Kind.REAL && !isWholePower(scalar.text())) {
            return wrongType(scalar, type, path, "");
        }
        try {
            long value = new BigDecimal(digits(scalar)).longValueExact();
            return Optional.of(small ? (Object) Math.toIntExact(value) : (Object) value);
        } catch (ArithmeticException e) {
            String range = small ? "-2147483648 to 2147483647" : "-9223372036854775808 to 9223372036854775807";
            problems.add(scalar.location(), path, scalar.describe() + " is outside of " + range);
            return Optional.empty();
        }
    }

    /** {@code 1e5} and {@code 2.5e3} are whole numbers; {@code 2.0} and {@code 1e-3} are not. */
    private static boolean isWholePower(String text) {
        if (!text.matches("[-+]?[0-9.]+[eE][+]?[0-9]{1,2}")) {
            return false;
        }
        return new BigDecimal(text).stripTrailingZeros().scale() <= 0;
    }

    private Optional<Object> constant(Node.Scalar scalar, Class<?> type, String path) {
        List<String> names = constants(type);
        int index = names.indexOf(scalar.text());
        if (index >= 0) {
            return Optional.of(type.getEnumConstants()[index]);
        }
        problems.add(scalar.location(), path, "unknown value " + scalar.describe() + Names.hint(scalar.text(), names));
        return Optional.empty();
    }

    private static List<String> constants(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            names.add(Names.kebab((Enum<?>) constant));
        }
        return names;
    }

    private static boolean isNumber(Node.Scalar scalar) {
        boolean special = scalar.text().replaceFirst("^[-+]", "").matches("\\.[A-Za-z]+");
        return (scalar.kind() == Node.Kind.INTEGER || scalar.kind() == Node.Kind.REAL) && !special;
    }

    private static String digits(Node.Scalar scalar) {
        return scalar.text().replace("_", "");
    }

    private static String quotedNumber(Node.Scalar scalar) {
        Node.Kind kind = PlainScalar.kind(scalar.text());
        boolean number = kind == Node.Kind.INTEGER || kind == Node.Kind.REAL;
        return scalar.kind() == Node.Kind.TEXT && number ? "; leave out the quotes" : "";
    }

    private Optional<Object> wrongType(Node node, Class<?> type, String path, String hint) {
        problems.add(node.location(), path, "expected " + name(type) + " but found " + node.describe() + hint);
        return Optional.empty();
    }
}
