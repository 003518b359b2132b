package org.gan4j.eval;

import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Identity as a feature extractor: the coordinates of a sample, in a row. */
public record Pixels() implements FeatureExtractor {
    @Override
    public String text() {
        return "pixels";
    }

    @Override
    public int dimension(Shape sample) {
        return sample.size();
    }

    @Override
    public Tensor features(Tensor samples) {
        int count = samples.shape().dim(0);
        return samples.reshape(Shape.of(count, samples.size() / count));
    }
}
