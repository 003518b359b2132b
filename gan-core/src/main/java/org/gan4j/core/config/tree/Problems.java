package org.gan4j.core.config.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, to report it all at once in the order of the text. */
public final class Problems {
    private final List<Located> found = new ArrayList<>();

    private record Located(Location location, Problem problem) {
        private int lineOrLast() {
            return location.line() == 0 ? Integer.MAX_VALUE : location.line();
        }

        private int columnOrNone() {
            return location.line() == 0 ? 0 : location.column();
        }
    }

    public void add(Location location, String path, String what) {
        found.add(new Located(location, new Problem(location.toString(), path, what)));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Problem> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(Located::lineOrLast).thenComparingInt(Located::columnOrNone))
                .map(Located::problem)
                .toList();
    }

    /** Throws all that was found, if anything was. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigurationException(inOrder());
        }
    }
}
