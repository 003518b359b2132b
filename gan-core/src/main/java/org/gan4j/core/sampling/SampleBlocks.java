package org.gan4j.core.sampling;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.gan4j.core.data.Samples;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Samples made in blocks of {@value #BLOCK}, each from its own part of the stream, so that memory is bounded.
 *
 * @param decoder makes the samples of a block
 * @param sample the shape of one sample
 * @param dtype of the samples
 */
record SampleBlocks(Decoder decoder, Shape sample, DType dtype) {
    static final int BLOCK = 1000;

    Tensor make(int count, RandomStream random, Optional<float[]> labels) {
        Shape shape = Sizes.batch(count, sample);
        int size = Math.multiplyExact(count, sample.size());
        if (dtype == DType.FLOAT64) {
            double[] values = new double[size];
            each(count, random, labels, (made, at) -> {
                double[] part = made.toDoubles();
                System.arraycopy(part, 0, values, at, part.length);
            });
            return Tensor.of(dtype, shape, values);
        }
        float[] values = new float[size];
        each(count, random, labels, (made, at) -> {
            float[] part = made.toFloats();
            System.arraycopy(part, 0, values, at, part.length);
        });
        return Tensor.of(shape, values);
    }

    private void each(int count, RandomStream random, Optional<float[]> labels, ObjIntConsumer<Tensor> made) {
        for (int from = 0; from < count; from += BLOCK) {
            int first = from;
            int size = Math.min(BLOCK, count - from);
            try (Scope block = Scope.open()) {
                RandomStream own = random.split(from / BLOCK);
                Samples latents = decoder.latent().sample(size, own.split("latent"));
                Optional<Tensor> part =
                        labels.map(all -> Tensor.of(Shape.of(size), Arrays.copyOfRange(all, first, first + size)));
                Samples input = new Samples(latents.values(), part.or(latents::labels));
                made.accept(decoder.decode(input, decoder.pass(own.split("pass"))), from * sample.size());
            }
        }
    }
}
