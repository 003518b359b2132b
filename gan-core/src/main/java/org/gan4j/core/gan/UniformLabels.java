package org.gan4j.core.gan;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.nn.dense.Labels;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/**
 * Labels drawn uniformly, whatever the data's.
 *
 * <p>Where the data have more of one class than of another, the best discriminator knows it: s(x, y) then holds log p(y) -
 * log(1 / classes) besides the ratio of the samples' densities. For data with classes of one size, or to give rare classes as
 * many generated samples as frequent ones.
 *
 * @param classes how many classes the data have, at least 1
 */
@About(
        value = "Fake samples are requested with labels drawn uniformly, whatever the data's.",
        formula = "y_fake ~ U{0, ..., classes - 1}")
public record UniformLabels(@Default("10") int classes) implements LabelSampler {
    /** Checks the number of classes. */
    public UniformLabels {
        Require.that(classes >= 1, "classes", classes, "at least 1");
    }

    @Override
    public Tensor labels(Tensor data, RandomStream random) {
        return Labels.of(random.integers(data.shape().dim(0), classes));
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.gan4j.core.io.UserError if the data have another number of classes
     */
    @Override
    public void requireFit(SampleSpec spec) {
        if (spec.classes() != classes) {
            throw new UserError(
                    ExitCode.CONFIGURATION,
                    "labels of " + classes + " classes are asked for, but the data have " + spec.classes(),
                    "game.labels",
                    "Write labels: {type: uniform, classes: " + spec.classes() + "}, or labels: data.");
        }
    }
}
