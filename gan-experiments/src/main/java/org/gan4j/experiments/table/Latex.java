package org.gan4j.experiments.table;

import java.util.regex.Pattern;

/** Text and numbers for LaTeX. */
final class Latex {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+(E[-+]?[0-9]+)?( ± [0-9.]+)?");

    private Latex() {}

    /** Text with everything LaTeX would read as a command made harmless, an option of the line break before it too. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.startsWith("[") || text.startsWith("*") ? "{}" : "");
        text.codePoints().forEach(point -> escaped.append(escape(point)));
        return escaped.toString();
    }

    /** A cell: numbers in mathematics, in bold where it is the best. */
    static String number(String text, boolean best) {
        if (!NUMBER.matcher(text).matches()) {
            return best ? "\\textbf{" + escape(text) + "}" : escape(text);
        }
        String formula = text.replace(" ± ", " \\pm ").replaceAll("E([-+]?[0-9]+)", " \\\\times 10^{$1}");
        return best ? "$\\mathbf{" + formula + "}$" : "$" + formula + "$";
    }

    private static String escape(int point) {
        return switch (point) {
            case '\\' -> "\\textbackslash{}";
            case '{' -> "\\{";
            case '}' -> "\\}";
            case '$' -> "\\$";
            case '&' -> "\\&";
            case '%' -> "\\%";
            case '#' -> "\\#";
            case '_' -> "\\_";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '<' -> "\\textless{}";
            case '>' -> "\\textgreater{}";
            case '|' -> "\\textbar{}";
            case '±' -> "$\\pm$";
            case '\n', '\r' -> " ";
            default -> Character.toString(point);
        };
    }
}
