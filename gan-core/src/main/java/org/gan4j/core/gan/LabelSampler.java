package org.gan4j.core.gan;

import org.gan4j.core.config.Family;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/** Labels with which samples of a conditional generator are requested. */
@Family("labels")
public interface LabelSampler {
    /**
     * Returns the labels of as many samples as there are data.
     *
     * @param data the labels of a batch of data, class numbers [N]
     * @param random the stream that decides
     * @return class numbers [N]
     */
    Tensor labels(Tensor data, RandomStream random);

    /**
     * Checks the choice against the data when a game is started; by default every choice fits.
     *
     * @throws org.gan4j.core.io.UserError if such labels are not those of the data
     */
    default void requireFit(SampleSpec spec) {}
}
