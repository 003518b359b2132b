package org.gan4j.core.sampling;

import java.util.Objects;
import java.util.Optional;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.Split;
import org.gan4j.core.gan.LabelSampler;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * A conditional generator with the weights it has after some step. Samples without a word on their labels have labels drawn as
 * in training: those that the game chooses beside random training rows.
 *
 * @param generator the network with its weights
 * @param labels how labels are chosen beside data
 * @param spec what is known of the data, with the rows whose labels are drawn
 */
public record ConditionalSampler(GeneratorSampler generator, LabelSampler labels, SampleSpec spec)
        implements LabelledSampler, Decoder {
    public ConditionalSampler {
        Objects.requireNonNull(generator, "generator is null");
        Objects.requireNonNull(labels, "labels is null");
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the specification has no rows from which labels could be drawn
     */
    @Override
    public Samples sample(int count, RandomStream random) {
        return sample(drawn(count, random.split("asked")), random, count);
    }

    @Override
    public Samples sample(Tensor asked, RandomStream random) {
        return sample(asked.toFloats(), random, asked.shape().dim(0));
    }

    private Samples sample(float[] asked, RandomStream random, int count) {
        Tensor values = generator.blocks().make(count, random, Optional.of(asked));
        return Samples.of(values, Tensor.of(Shape.of(count), asked));
    }

    private float[] drawn(int count, RandomStream random) {
        Split rows = spec.labelled()
                .orElseThrow(
                        () -> new IllegalStateException("no labels can be drawn, because the game was opened without"
                                + " rows that have any: open it with a data set, or ask for samples by label"));
        float[] drawn = new float[count];
        for (int from = 0; from < count; from += SampleBlocks.BLOCK) {
            int size = Math.min(SampleBlocks.BLOCK, count - from);
            RandomStream own = random.split(from / SampleBlocks.BLOCK);
            try (Scope scope = Scope.open()) {
                Tensor data = rows.rows(own.split("rows").integers(size, rows.size()))
                        .labels()
                        .orElseThrow();
                float[] part = labels.labels(data, own.split("labels")).toFloats();
                System.arraycopy(part, 0, drawn, from, size);
            }
        }
        return drawn;
    }

    @Override
    public int classes() {
        return spec.classes();
    }

    @Override
    public Latent latent() {
        return generator.latent();
    }

    @Override
    public Pass pass(RandomStream random) {
        return generator.pass(random);
    }

    @Override
    public Tensor decode(Samples latents, Pass pass) {
        return generator.decode(latents, pass);
    }
}
