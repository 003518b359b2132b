package org.gan4j.core.gan;

import org.gan4j.core.config.Family;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.nn.Pass;

/**
 * Transform of samples, real and fake alike, before the discriminator and its penalties see them: packing ([N, ...] to
 * [N/m, m * ...]), instance noise, augmentation.
 */
@Family("transforms")
public interface SampleTransform {
    /** Transforms a batch; differentiable in its values. */
    Samples apply(Samples samples, Pass pass);

    /** Returns what the discriminator must know of transformed samples. */
    default SampleSpec transformed(SampleSpec spec) {
        return spec;
    }

    /** Tells whether every transformed sample has the label that the sample had; a conditional game asks for it. */
    default boolean keepsLabels() {
        return true;
    }

    /**
     * Returns how many samples become of so many.
     *
     * @throws IllegalArgumentException if so many cannot be transformed, with the reason
     */
    default int transformedSize(int size) {
        return size;
    }
}
