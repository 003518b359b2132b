package org.gan4j.eval;

import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Map from samples to feature vectors, in whose space samples and data are compared: the pixels themselves, a network's layer. */
public interface FeatureExtractor {
    /**
     * Returns the canonical text: of two extractors with one text, both give the same features. It names everything that the
     * features depend on, such as a digest of weights.
     */
    String text();

    /** Returns how many features a sample has. */
    int dimension(Shape sample);

    /**
     * Returns the features of some samples; those of a sample do not depend on the samples beside it.
     *
     * @param samples [n, ...], n at most {@value SampleContext#BLOCK}
     * @return [n, dimension]; belongs to the scope of the caller
     */
    Tensor features(Tensor samples);
}
