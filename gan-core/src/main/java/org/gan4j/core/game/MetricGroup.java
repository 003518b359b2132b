package org.gan4j.core.game;

/**
 * Title of the metrics whose names have one first word: they are drawn in one chart.
 *
 * @param name the first word: {@code score} for {@code score/real/mean} and {@code score/fake/mean}
 * @param title above their chart
 * @param unit of their values; empty where they have none, or are in that of the loss
 */
public record MetricGroup(String name, String title, String unit) {
    /** Checks that there are a name and a title. */
    public MetricGroup {
        if (name.isBlank() || name.contains("/") || title.isBlank()) {
            throw new IllegalArgumentException(
                    "a group of metrics needs one first word as its name and a title, but has \"" + name + "\" and \""
                            + title + "\"");
        }
    }

    /** Returns a group of metrics without a unit. */
    public static MetricGroup of(String name, String title) {
        return new MetricGroup(name, title, "");
    }

    /** Returns the title with the unit. */
    public String heading() {
        return unit.isEmpty() ? title : title + " [" + unit + "]";
    }
}
