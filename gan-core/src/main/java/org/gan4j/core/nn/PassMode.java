package org.gan4j.core.nn;

/** What a network's pass is for. */
public enum PassMode {
    /** Dropout drops, normalisation uses and updates the statistics of the batch. */
    TRAINING,
    /** The network is a fixed function: dropout is off, normalisation uses stored statistics. */
    EVALUATION
}
