package org.gan4j.core.config.tree;

import java.util.Locale;

/**
 * A place in a configuration: a line and column of a text, both from 1; or, with line 0, the whole of something like the
 * command line.
 *
 * @param source the file's name as the user gave it
 */
public record Location(String source, int line, int column) {
    public static final Location COMMAND_LINE = whole("command line");

    public static Location whole(String source) {
        return new Location(source, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? source : String.format(Locale.ROOT, "%s:%d:%d", source, line, column);
    }
}
