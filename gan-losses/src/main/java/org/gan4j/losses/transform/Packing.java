package org.gan4j.losses.transform;

import java.util.Collections;
import org.gan4j.core.config.About;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Packing: gives the discriminator several samples at once, all real or all fake, so that it sees when fake ones are
 * too alike.
 *
 * <p>Samples i size, ..., i size + size - 1 of the batch become pack i, joined along the last axis: [N, d] becomes
 * [N / size, size d], and images [N, H, W, C] become [N / size, H, W, size C]. The discriminator has one score per pack, the
 * losses are means over packs, and penalties see packs: the norm of a gradient is that of a whole pack.
 *
 * <p>Packs are unlabelled, since samples of several classes have no common one: a conditional game refuses them. Against mode collapse; costs a first layer of size times the weights, and 1 / size of the scores.
 * Deviations from the paper: none.
 *
 * @param size how many samples make a pack, at least 1; the paper uses 2, 3 and 4. The size of a batch must be a multiple.
 * @see <a href="https://arxiv.org/abs/1712.04086">Lin, Khetan, Fanti and Oh, PacGAN, 2018, section 2.1</a>
 */
@About(
        value = "Gives the discriminator several samples at once, all real or all fake.",
        formula = "[N, ..., C] becomes [N / size, ..., size C]",
        paper = "Lin, Khetan, Fanti and Oh, PacGAN, 2018, https://arxiv.org/abs/1712.04086")
public record Packing(int size) implements SampleTransform {
    /** Packs of 2. */
    public static final Packing DEFAULTS = new Packing(2);

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if the size is below 1
     */
    public Packing {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1, but is " + size);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.gan4j.core.io.UserError if the number of samples is not a multiple of the size: samples would be left over
     */
    @Override
    public Samples apply(Samples samples, Pass pass) {
        if (samples.size() % size != 0) {
            throw new UserError(
                    ExitCode.CONFIGURATION,
                    "a batch of " + samples.size() + " samples cannot be packed by " + size,
                    "packing",
                    "Choose a batch size that is a multiple of " + size + ".");
        }
        return Samples.of(packed(samples.values()));
    }

    private Tensor packed(Tensor values) {
        int[] dims = values.shape().dims();
        if (dims.length == 1) {
            throw new IllegalArgumentException("samples to be packed need an axis of their own: [N, ...], not [N]");
        }
        int packs = dims[0] / size;
        int channels = dims[dims.length - 1];
        Tensor members = values.reshape(packs, size, -1, channels);
        dims[0] = packs;
        dims[dims.length - 1] = size * channels;
        return members.transpose(0, 2, 1, 3).reshape(Shape.of(dims));
    }

    @Override
    public SampleSpec transformed(SampleSpec spec) {
        int[] dims = spec.shape().dims();
        dims[dims.length - 1] *= size;
        return new SampleSpec(
                Shape.of(dims),
                spec.low(),
                spec.high(),
                0,
                () -> Tensor.concatenate(
                        dims.length - 1, Collections.nCopies(size, spec.mean().get())));
    }

    @Override
    public boolean keepsLabels() {
        return false;
    }

    @Override
    public int transformedSize(int count) {
        if (count % size != 0) {
            throw new IllegalArgumentException("batchSize does not fit the packing: " + count
                    + " samples cannot be packed by " + size + "; choose a multiple");
        }
        return count / size;
    }
}
