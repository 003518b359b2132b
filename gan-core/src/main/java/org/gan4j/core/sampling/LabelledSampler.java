package org.gan4j.core.sampling;

import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/** A sampler that can be asked for samples by their label, such as a conditional generator. */
public interface LabelledSampler extends Sampler {
    /**
     * Returns one sample of each label, in their order, with these labels. They belong to the scope of the caller.
     *
     * @param labels class numbers [n]
     * @param random the stream that all of them are drawn from
     */
    Samples sample(Tensor labels, RandomStream random);

    /** Returns how many classes the labels distinguish. */
    int classes();
}
