package org.gan4j.core.nn.init;

import org.gan4j.core.nn.Sizes;

/**
 * How many inputs one output of a layer has, and how many outputs one input.
 *
 * @param in the inputs of an output
 * @param out the outputs of an input
 */
public record Fan(int in, int out) {
    /** Checks the sizes. */
    public Fan {
        Sizes.atLeastOne("in", in);
        Sizes.atLeastOne("out", out);
    }
}
