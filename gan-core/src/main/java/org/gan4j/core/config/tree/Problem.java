package org.gan4j.core.config.tree;

/**
 * Something wrong in a configuration.
 *
 * @param location {@code file:line:column}, or {@code command line}
 * @param path the key with those above it, like {@code optimizer.rate}; empty for the whole
 * @param what what is wrong, and what is known
 */
public record Problem(String location, String path, String what) {
    @Override
    public String toString() {
        return location + "  " + (path.isEmpty() ? "" : path + " - ") + what;
    }
}
