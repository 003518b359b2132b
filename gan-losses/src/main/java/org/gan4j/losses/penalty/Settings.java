package org.gan4j.losses.penalty;

import java.util.Locale;

/** Checks of settings; the messages begin with the setting's name. */
final class Settings {
    private Settings() {}

    static void atLeast(String name, double value, double least) {
        if (!(value >= least && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be finite and at least %.0f, but is %s", name, least, value));
        }
    }

    static void above(String name, double value, double bound) {
        if (!(value > bound && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be finite and above %.0f, but is %s", name, bound, value));
        }
    }
}
