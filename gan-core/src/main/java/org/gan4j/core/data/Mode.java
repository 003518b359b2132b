package org.gan4j.core.data;

/** One well separated peak of a distribution, against which coverage is counted. */
public interface Mode {

    /** Returns the coordinates of the centre; a copy. */
    double[] centre();

    /**
     * Returns the standard deviation along a coordinate; where it differs by direction, the geometric mean over the
     * principal directions, |covariance|^(1 / 2d).
     */
    double standardDeviation();

    /** Returns the Mahalanobis distance of a point from the centre: its distance in standard deviations. */
    double distance(double... point);
}
