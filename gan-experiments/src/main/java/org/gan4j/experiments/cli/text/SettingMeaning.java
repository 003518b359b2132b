package org.gan4j.experiments.cli.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.core.config.About;

/**
 * What a setting means: the {@link org.gan4j.core.config.About} of the record's component, else its {@code @param} line, which is read from the
 * record's source file, a resource below {@code META-INF/sources}.
 */
public final class SettingMeaning {
    private SettingMeaning() {}

    /** Returns one sentence, or nothing if neither is there, as it may be in a researcher's own jar. */
    public static String of(RecordComponent component) {
        About about = component.getAnnotation(About.class);
        return about != null
                ? about.value()
                : parameter(
                        source(component.getDeclaringRecord()), component.getDeclaringRecord(), component.getName());
    }

    private static String source(Class<?> type) {
        Class<?> file = type;
        for (Class<?> outer = type.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            file = outer;
        }
        String resource = "/META-INF/sources/" + file.getName().replace('.', '/') + ".java";
        try (InputStream in = type.getResourceAsStream(resource)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource + " from the class path", e);
        }
    }

    /** Finds the comment before the record, and the {@code @param} line in it. */
    static String parameter(String source, Class<?> type, String name) {
        Matcher declaration =
                Pattern.compile("\\brecord " + type.getSimpleName() + "\\b").matcher(source);
        while (declaration.find()) {
            int from = source.lastIndexOf("/**", declaration.start());
            int to = source.indexOf("*/", Math.max(from, 0));
            if (from >= 0 && to >= 0 && to < declaration.start()) {
                String comment = source.substring(from, to).replaceAll("\\R\\s*\\*", "\n");
                Matcher parameter = Pattern.compile("@param " + name + "\\s+(.*?)\\s*(?=\\n\\s*@|\\z)", Pattern.DOTALL)
                        .matcher(comment);
                return parameter.find() ? plain(parameter.group(1)) : "";
            }
        }
        return "";
    }

    /** Takes the marks of Javadoc out of a text. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("\\{@(?:code|literal) ([^}]*)}", "$1")
                .replaceAll("\\{@link #?(?:[^} ]* )?([^}]*)}", "$1")
                .replace('#', '.')
                .replaceAll("</?[a-z]+>", "");
    }
}
