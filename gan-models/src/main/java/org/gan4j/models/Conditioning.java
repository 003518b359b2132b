package org.gan4j.models;

import org.gan4j.core.data.SampleSpec;

/** How a network is shown the labels of its samples. */
public enum Conditioning {
    /** Not at all. */
    NONE,
    /** Appended to the numbers of the first layer's input, see {@link org.gan4j.core.nn.dense.LabelConcatenation}. */
    INPUT,
    /** Appended to the input of every layer with weights, as the DCGAN code does. */
    EVERY_LAYER,
    /**
     * By the inner product of the last features with a vector for each label, see {@link
     * org.gan4j.core.nn.dense.LabelProjection}; in discriminators only.
     */
    PROJECTION;

    /** Tells whether the network needs labels. */
    boolean conditional() {
        return this != NONE;
    }

    /** Refuses the one that generators have not. */
    void requireGenerator() {
        if (this == PROJECTION) {
            throw new IllegalArgumentException("labels must be none, input or every-layer in a generator, but is"
                    + " projection, which scores features and belongs to discriminators");
        }
    }

    /**
     * Returns how many classes a network for these data knows; 0 if it is not conditional.
     *
     * @throws IllegalArgumentException if the network needs labels that the data have not
     */
    int classes(SampleSpec spec) {
        if (!conditional()) {
            return 0;
        }
        if (spec.classes() < 1) {
            throw new IllegalArgumentException(
                    "networks with labels need data whose samples belong to classes, but these"
                            + " data have none; take data with labels, or set labels: none");
        }
        return spec.classes();
    }
}
