package org.gan4j.eval.density;

import org.gan4j.core.data.Dataset;

/**
 * The widths among which the Parzen estimate chooses: sigma_i = unit * 10^(low + i (high - low) / (count - 1)).
 *
 * @param low exponent of the narrowest width
 * @param high exponent of the widest
 * @param count how many, equally far apart in logarithm; 1 means low alone
 * @param unit what the widths are multiples of
 */
public record SigmaGrid(double low, double high, int count, Unit unit) {

    /** What widths are multiples of. */
    public enum Unit {
        /** 1, in the unit of the data. */
        ONE,
        /** The square root of the variance of the training data, averaged over coordinates. */
        DATA_DEVIATION
    }

    /** logspace(-1, 0, 10), the grid of the paper's code, for images in [0, 1]. */
    public static final SigmaGrid UNIT_IMAGES = new SigmaGrid(-1, 0, 10, Unit.ONE);

    /** logspace(-3, 0, 16) in units of the data's pooled standard deviation, for everything else. */
    public static final SigmaGrid RELATIVE = new SigmaGrid(-3, 0, 16, Unit.DATA_DEVIATION);

    public SigmaGrid {
        if (count < 1 || !(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("a grid of widths needs finite low <= high and a count of at least 1, "
                    + "but has low = " + low + ", high = " + high + ", count = " + count);
        }
        if (count > 1 && low == high) {
            throw new IllegalArgumentException("a grid from " + low + " to " + high + " has one width, not " + count);
        }
    }

    /** The grid used for a data set where none is given: that of images in [0, 1], or the relative one. */
    public static SigmaGrid forData(Dataset dataset) {
        boolean image = dataset.spec().shape().rank() == 3;
        return image && dataset.spec().low() == 0 && dataset.spec().high() == 1 ? UNIT_IMAGES : RELATIVE;
    }

    /**
     * The widths, from the narrowest.
     *
     * @param unitValue the value of the unit: 1, or the data's deviation
     */
    public double[] widths(double unitValue) {
        if (!(unitValue > 0) || Double.isInfinite(unitValue)) {
            throw new IllegalArgumentException("the unit of a grid of widths is positive and finite, but is "
                    + unitValue + (unit == Unit.DATA_DEVIATION ? " (are all rows of the data equal?)" : ""));
        }
        double[] widths = new double[count];
        for (int i = 0; i < count; i++) {
            double exponent = count == 1 ? low : low + i * (high - low) / (count - 1);
            widths[i] = unitValue * Math.pow(10, exponent);
        }
        return widths;
    }

    @Override
    public String toString() {
        return "logspace(" + plain(low) + ", " + plain(high) + ", " + count + ")"
                + (unit == Unit.ONE ? "" : " x deviation of the data");
    }

    private static String plain(double exponent) {
        return exponent == Math.rint(exponent) ? Long.toString((long) exponent) : Double.toString(exponent);
    }
}
