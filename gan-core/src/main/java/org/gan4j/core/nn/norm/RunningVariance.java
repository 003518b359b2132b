package org.gan4j.core.nn.norm;

/** Which variance of a batch of n numbers per channel moves the running one of a {@link BatchNorm}. */
public enum RunningVariance {
    /** Sum (x - m)^2 / (n - 1), as in algorithm 2 of the paper. */
    UNBIASED,
    /** Sum (x - m)^2 / n, which the batch itself is normalised by, as some frameworks have it. */
    BIASED;

    /** Returns what the biased variance of n numbers is multiplied by. */
    double correction(int n) {
        return this == UNBIASED ? n / (n - 1.0) : 1;
    }
}
