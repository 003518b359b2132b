package org.gan4j.eval;

import org.gan4j.core.data.Dataset;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.LabelledSampler;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * What an evaluator may know: samples by number and stream, and the data with their splits, modes and exact density.
 *
 * @param source the samples to be judged
 * @param dataset the data they should resemble
 * @param random the stream of this evaluation
 */
public record SampleContext(Sampler source, Dataset dataset, RandomStream random) {

    /**
     * Samples, drawn from the stream of the given name.
     *
     * @param count how many
     * @param name the measure's own name: another measure's draws do not change them
     * @return [count, ...] with as many coordinates as a row of the data
     * @throws IllegalArgumentException if the samples are not of the data's size
     */
    public Tensor generate(int count, String name) {
        return checked(source.sample(count, random.split(name)).values(), count);
    }

    /**
     * Samples of given labels, drawn from the stream of the given name.
     *
     * @param labels class numbers [n]
     * @param name the measure's own name
     * @return [n, ...] with as many coordinates as a row of the data
     * @throws IllegalArgumentException if samples cannot be asked for by label, or are not of the data's size
     */
    public Tensor generate(Tensor labels, String name) {
        if (!(source instanceof LabelledSampler labelled)) {
            throw new IllegalArgumentException(
                    "this measure asks for samples by their label, which only a conditional generator"
                            + " gives: take the run of a conditional game");
        }
        return checked(
                labelled.sample(labels, random.split(name)).values(),
                labels.shape().dim(0));
    }

    private Tensor checked(Tensor samples, int count) {
        Shape shape = samples.shape();
        int coordinates = dataset.spec().shape().size();
        if (shape.rank() < 2 || shape.dim(0) != count || shape.size() != (long) count * coordinates) {
            throw new IllegalArgumentException("asked for " + count + " samples of "
                    + dataset.spec().shape() + " as in " + dataset.name() + ", got shape " + shape);
        }
        return samples;
    }
}
