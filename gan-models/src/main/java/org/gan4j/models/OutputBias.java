package org.gan4j.models;

/** Where the biases of a generator's output layer start. */
public enum OutputBias {
    /** At 0. */
    ZERO,
    /** At log(m / (1 - m)) of the data's mean m, so that a sigmoid output starts at the mean of the data. */
    DATA_MEAN
}
