package org.gan4j.core.gan;

import org.gan4j.core.config.About;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/**
 * Labels of the data: fake sample i is requested with the label of real sample i.
 *
 * <p>Labels so have the distribution of the data's, and those of a batch that of the batch: the classes cannot be what tells
 * fake from real. Losses and penalties that pair real sample i with fake sample i pair samples of one class.
 */
@About(
        value = "Fake sample i is requested with the label of real sample i: labels are distributed as in the data.",
        formula = "y_fake,i = y_real,i")
public record DataLabels() implements LabelSampler {
    @Override
    public Tensor labels(Tensor data, RandomStream random) {
        return data;
    }
}
