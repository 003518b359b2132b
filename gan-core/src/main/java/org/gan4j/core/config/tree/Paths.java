package org.gan4j.core.config.tree;

/** Keys joined by dots. */
public final class Paths {
    private Paths() {}

    public static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
