package org.gan4j.eval;

/** Direction in which a measure is better. */
public enum Direction {
    /** More is better. */
    HIGHER("↑", "higher is better"),
    /** Less is better. */
    LOWER("↓", "lower is better"),
    /** The nearer to what a perfect sampler scores, the {@link NullFloor}, the better: both more and less are worse. */
    TOWARDS_FLOOR("→", "nearer to a perfect sampler is better"),
    /** Neither: it says something of the data or of the judge, not of the generator. */
    NEITHER("", "neither is better");

    private final String arrow;
    private final String words;

    Direction(String arrow, String words) {
        this.arrow = arrow;
        this.words = words;
    }

    /** Returns one sign for the direction; empty where there is none. */
    public String arrow() {
        return arrow;
    }

    /** Returns the direction in words. */
    public String words() {
        return words;
    }
}
