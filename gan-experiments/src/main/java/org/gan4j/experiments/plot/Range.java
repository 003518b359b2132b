package org.gan4j.experiments.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * An interval of an axis.
 *
 * @param low its lower end, finite
 * @param high its upper end, above the lower
 */
public record Range(double low, double high) {

    public Range {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("a range needs finite ends, low < high, but got " + low + " to " + high);
        }
    }

    /** The range of the finite values, widened by a twentieth at both ends; 0 to 1 where there are none. */
    public static Range of(DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).toArray();
        if (finite.length == 0) {
            return new Range(0, 1);
        }
        double least = DoubleStream.of(finite).min().orElseThrow();
        double most = DoubleStream.of(finite).max().orElseThrow();
        double margin = most > least ? (most - least) / 20 : Math.max(Math.abs(most), 1) / 20;
        return new Range(least - margin, most + margin);
    }

    double width() {
        return high - low;
    }

    /** Round numbers within the range: multiples of 1, 2 or 5 times a power of ten, at most {@code most} of them. */
    public List<BigDecimal> ticks(int most) {
        BigDecimal step = step(most);
        List<BigDecimal> ticks = new ArrayList<>();
        long first = (long) Math.ceil(low / step.doubleValue() - 1e-9);
        long last = (long) Math.floor(high / step.doubleValue() + 1e-9);
        for (long i = first; i <= last; i++) {
            ticks.add(step.multiply(BigDecimal.valueOf(i)));
        }
        return ticks;
    }

    /** A tick as text: plain for usual sizes, with thousands as k, otherwise with an exponent. */
    public static String label(BigDecimal tick) {
        double size = Math.abs(tick.doubleValue());
        if (tick.signum() == 0) {
            return "0";
        }
        BigDecimal plain = tick.stripTrailingZeros();
        if (size >= 1e4 && size < 1e6 && plain.scale() <= -2) {
            return plain.movePointLeft(3).toPlainString() + "k";
        }
        if (size >= 1e6 || size < 1e-4) {
            return plain.round(new MathContext(6)).toEngineeringString().replace("+", "");
        }
        return tick.scale() < 0 ? plain.toPlainString() : tick.toPlainString();
    }

    private BigDecimal step(int most) {
        double rough = width() / Math.max(1, most);
        int exponent = (int) Math.floor(Math.log10(rough));
        for (int power = exponent; ; power++) {
            for (int factor : new int[] {1, 2, 5}) {
                BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(power);
                if (step.doubleValue() >= rough * (1 - 1e-9)) {
                    return step;
                }
            }
        }
    }
}
