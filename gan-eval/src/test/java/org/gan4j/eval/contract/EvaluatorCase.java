package org.gan4j.eval.contract;

import java.util.Optional;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.LabelledSampler;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.StopRequest;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.SampleContext;

/**
 * An evaluator with small settings, data that it can be used on, and a sampler that is perfect for them.
 *
 * @param name what reports call it
 * @param evaluator with settings that take little time
 * @param data whatever it needs: labels, modes, a density
 * @param perfect draws from the distribution of the data, afresh for every stream; by label too, if the evaluator asks so
 * @param tolerance how far the mean score of perfect samplers may be from the mean null floor, as a share of it, beyond what
 *     chance explains
 */
public record EvaluatorCase(String name, Evaluator evaluator, Dataset data, Sampler perfect, double tolerance) {
    private static final int PERIOD = 7;

    /** Returns a context of perfect samples. */
    SampleContext context(long seed) {
        return new SampleContext(perfect, data, RandomStream.of(seed));
    }

    /** Returns a context in which a stop has been asked for. */
    SampleContext stopped() {
        StopRequest stop = new StopRequest();
        stop.request();
        return new SampleContext(perfect, data, RandomStream.of(1), stop, Optional.empty());
    }

    /** Returns a context in which one in seven samples is not a number. */
    SampleContext notFinite() {
        return new SampleContext(new Damaged(perfect), data, RandomStream.of(1));
    }

    /** A sampler every seventh of whose samples is not a number. */
    private record Damaged(Sampler whole) implements LabelledSampler {
        @Override
        public Samples sample(int count, RandomStream random) {
            return damaged(whole.sample(count, random));
        }

        @Override
        public Samples sample(Tensor labels, RandomStream random) {
            return damaged(((LabelledSampler) whole).sample(labels, random));
        }

        @Override
        public int classes() {
            return ((LabelledSampler) whole).classes();
        }

        private static Samples damaged(Samples samples) {
            float[] values = samples.values().toFloats();
            int size = values.length / samples.size();
            for (int i = 0; i < values.length; i += size * PERIOD) {
                values[i] = Float.NaN;
            }
            return new Samples(Tensor.of(samples.values().shape(), values), samples.labels());
        }
    }
}
