package org.gan4j.core.config;

/** Keys joined by dots. */
final class Paths {
    private Paths() {}

    static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
