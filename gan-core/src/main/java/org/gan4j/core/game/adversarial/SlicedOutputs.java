package org.gan4j.core.game.adversarial;

import org.gan4j.core.gan.network.DiscriminatorOutputs;
import org.gan4j.core.tensor.Tensor;

/** The outputs for some rows of a batch. */
record SlicedOutputs(DiscriminatorOutputs whole, int from, int to) implements DiscriminatorOutputs {
    @Override
    public Tensor features() {
        return whole.features().slice(0, from, to);
    }

    @Override
    public Tensor score() {
        return whole.score().slice(0, from, to);
    }

    @Override
    public Tensor head(String name) {
        return whole.head(name).slice(0, from, to);
    }
}
