package org.gan4j.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Checks of settings that the networks of this package have in common. */
final class ArchitectureChecks {
    private ArchitectureChecks() {}

    static List<Integer> units(String name, List<Integer> units) {
        for (int count : units) {
            if (count < 1) {
                throw new IllegalArgumentException(name + " must be sizes of at least 1, but are " + units);
            }
        }
        return Collections.unmodifiableList(new ArrayList<>(units));
    }

    /** Returns channels of the images inside a network, at least one. */
    static List<Integer> some(String name, List<Integer> channels) {
        List<Integer> checked = units(name, channels);
        if (checked.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty: there must be at least one image inside the network");
        }
        return checked;
    }

    static void probability(String name, double keep) {
        if (!(keep > 0 && keep <= 1)) {
            throw new IllegalArgumentException(name + " must be above 0 and at most 1, but is " + keep);
        }
    }
}
