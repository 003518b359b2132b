package org.gan4j.core.data;

import java.util.Optional;
import org.gan4j.core.tensor.Tensor;

/**
 * A batch of samples, or of latents, with their labels when there are any.
 *
 * @param values the samples, [N, ...]
 * @param labels class numbers 0, 1, ... as whole numbers in a float tensor [N]; empty when unlabelled
 */
public record Samples(Tensor values, Optional<Tensor> labels) {

    /**
     * Checks that there is one label per sample.
     *
     * @throws IllegalArgumentException if the values have no batch axis or the labels are not of shape [N]
     */
    public Samples {
        if (values.shape().rank() < 1) {
            throw new IllegalArgumentException(
                    "samples need a batch axis: expected shape [N, ...], got " + values.shape());
        }
        if (labels.isPresent()
                && (labels.get().shape().rank() != 1
                        || labels.get().shape().dim(0) != values.shape().dim(0))) {
            throw new IllegalArgumentException("expected one label per sample, shape ["
                    + values.shape().dim(0) + "], got labels of shape "
                    + labels.get().shape());
        }
    }

    /** Returns samples without labels. */
    public static Samples of(Tensor values) {
        return new Samples(values, Optional.empty());
    }

    /** Returns samples [N, ...] with their class numbers [N]. */
    public static Samples of(Tensor values, Tensor labels) {
        return new Samples(values, Optional.of(labels));
    }

    /** Returns N, the number of samples. */
    public int size() {
        return values.shape().dim(0);
    }
}
