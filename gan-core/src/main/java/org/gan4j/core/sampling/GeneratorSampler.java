package org.gan4j.core.sampling;

import java.util.Objects;
import java.util.Optional;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.network.GeneratorNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * A generator with the weights it has after some step, in evaluation mode.
 *
 * <p>Samples are made in blocks of 1 000, each from its own part of the stream, so that memory is bounded.
 *
 * @param network the network
 * @param latent the distribution of its input
 * @param parameters its parameters, of which the element type of samples is taken
 * @param buffers its buffers
 * @param sample the shape of one sample
 * @param step after how many steps
 */
public record GeneratorSampler(
        GeneratorNetwork network, Latent latent, Parameters parameters, Buffers buffers, Shape sample, long step)
        implements Sampler, Decoder {
    public GeneratorSampler {
        Objects.requireNonNull(network, "network is null");
        Objects.requireNonNull(latent, "latent is null");
    }

    @Override
    public Samples sample(int count, RandomStream random) {
        return Samples.of(blocks().make(count, random, Optional.empty()));
    }

    @Override
    public Pass pass(RandomStream random) {
        return ForwardPass.evaluation(step, random, buffers);
    }

    @Override
    public Tensor decode(Samples latents, Pass pass) {
        Tensor made = network.generate(parameters, typed(latents), pass);
        int count = made.shape().dim(0);
        Shape shape = Sizes.batch(count, sample);
        if (made.shape().equals(shape)) {
            return made;
        }
        if (made.size() != shape.size()) {
            throw new IllegalArgumentException(
                    "the generator gave " + made.shape() + " where the data have the shape " + shape);
        }
        return made.reshape(shape);
    }

    SampleBlocks blocks() {
        return new SampleBlocks(this, sample, dtype());
    }

    private DType dtype() {
        return parameters.size() == 0 ? DType.FLOAT32 : parameters.list().get(0).dtype();
    }

    /** Returns latent vectors in the element type of the parameters, if there are any. */
    private Samples typed(Samples latents) {
        return parameters.size() == 0 ? latents : new Samples(latents.values().to(dtype()), latents.labels());
    }
}
