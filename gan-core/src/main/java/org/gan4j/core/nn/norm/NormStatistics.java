package org.gan4j.core.nn.norm;

/** Which means and variances a {@link BatchNorm} normalises with. */
public enum NormStatistics {
    /** Those of the batch in training, which move the running ones; the running ones in evaluation. */
    RUNNING,
    /** Those of the batch always, in evaluation too; the running ones move all the same. */
    BATCH,
    /** The stored ones always, which nothing moves: no sample's result depends on another's. */
    FROZEN
}
