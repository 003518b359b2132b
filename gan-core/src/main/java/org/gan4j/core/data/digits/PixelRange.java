package org.gan4j.core.data.digits;

/** The values that black and white have. */
public enum PixelRange {
    /** 0 and 1, for generators that end in a sigmoid. */
    UNIT(0),
    /** -1 and 1, for generators that end in tanh. */
    SYMMETRIC(-1);

    private final int low;

    PixelRange(int low) {
        this.low = low;
    }

    /** Returns the value of black; that of white is 1. */
    public double low() {
        return low;
    }

    /** Returns the value of a grey g in [0, 1]: low + (1 - low) g. */
    float of(float grey) {
        return low + (1 - low) * grey;
    }
}
