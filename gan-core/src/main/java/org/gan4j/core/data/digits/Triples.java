package org.gan4j.core.data.digits;

/** Which triples of digits are stacked to train on. */
public enum Triples {
    /** So many triples drawn once, reshuffled each epoch: what the papers on packed GANs and on maximum entropy do. */
    FIXED,
    /** New triples for every batch, drawn from all digits: what the papers' smallest networks are trained on. */
    FRESH
}
