package org.gan4j.eval;

/** Unit that a measure is in. */
public enum Unit {
    /** None: a ratio or a plain number. */
    NONE(""),
    /** Natural units of information. */
    NATS("nats"),
    /** Bits of information. */
    BITS("bits"),
    /** Parts of a hundred. */
    PERCENT("%"),
    /** How many of something, a whole number for one run. */
    COUNT(""),
    /** The unit of the data's coordinates. */
    DATA("units of the data"),
    /** The square of the unit of the data's coordinates. */
    SQUARED_DATA("squared units of the data");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** Returns the unit as a heading shows it; empty where there is nothing to show. */
    public String symbol() {
        return symbol;
    }
}
