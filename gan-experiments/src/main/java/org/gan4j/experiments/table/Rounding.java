package org.gan4j.experiments.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.gan4j.eval.Uncertainty;

/**
 * Rounds a number to the digits its uncertainty leaves meaningful.
 *
 * <p>The rule of the Particle Data Group: an uncertainty whose three leading digits lie in 100 to 354 keeps two digits,
 * in 355 to 949 one digit, and 950 to 999 is rounded up to 1000 and keeps two; the value is rounded to the same place.
 * Without an uncertainty, or with one of 0, integers stay whole and everything else keeps four significant digits.
 *
 * @see <a href="https://pdg.lbl.gov/2024/reviews/rpp2024-rev-rpp-intro.pdf">Review of Particle Physics, Introduction,
 *     section 5.3</a>
 */
final class Rounding {

    private static final int DIGITS_WITHOUT_UNCERTAINTY = 4;

    private Rounding() {}

    /** The number and, after a plus-minus sign, its uncertainty. */
    static String text(double value, Optional<Uncertainty> uncertainty) {
        if (uncertainty.isEmpty()) {
            return alone(value);
        }
        if (uncertainty.get().value() == 0) {
            return alone(value) + " ± 0";
        }
        BigDecimal spread = rounded(BigDecimal.valueOf(uncertainty.get().value()));
        BigDecimal number = BigDecimal.valueOf(value).setScale(spread.scale(), RoundingMode.HALF_EVEN);
        return plain(number) + " ± " + plain(spread);
    }

    private static BigDecimal rounded(BigDecimal spread) {
        String digits = digits(spread, 3).unscaledValue() + "00";
        int leading = Integer.parseInt(digits.substring(0, 3));
        if (leading < 355) {
            BigDecimal two = digits(spread, 2);
            return two.precision() < 2 ? two.setScale(two.scale() + 1) : two;
        }
        BigDecimal one = digits(spread, 1);
        return leading < 950 ? one : one.setScale(one.scale() + 1);
    }

    private static String alone(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        if (Math.abs(value) >= 1e7 || Math.abs(value) < 1e-4) {
            return digits(exact, DIGITS_WITHOUT_UNCERTAINTY)
                    .stripTrailingZeros()
                    .toString();
        }
        return plain(digits(exact, DIGITS_WITHOUT_UNCERTAINTY));
    }

    private static BigDecimal digits(BigDecimal number, int count) {
        return number.round(new MathContext(count, RoundingMode.HALF_EVEN));
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
