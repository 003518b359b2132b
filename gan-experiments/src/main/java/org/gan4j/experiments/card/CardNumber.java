package org.gan4j.experiments.card;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as cards show them: six digits, without zeros that say nothing. */
public final class CardNumber {
    private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final double NOTHING = 5e-13;

    private CardNumber() {}

    /** Returns a number as text; what is below rounding is 0. */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "undefined";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinity" : "-infinity";
        }
        if (Math.abs(value) < NOTHING) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(SIX).stripTrailingZeros();
        boolean plain = Math.abs(value) >= 1e-4 && Math.abs(value) < 1e7;
        return plain
                ? rounded.toPlainString()
                : rounded.toString().replace("E", "e").replace("+", "");
    }
}
