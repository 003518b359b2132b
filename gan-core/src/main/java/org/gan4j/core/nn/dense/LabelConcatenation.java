package org.gan4j.core.nn.dense;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Appends the label of each sample to its numbers: to a vector as one coordinate per class, to every pixel of an image as
 * one channel per class.
 *
 * <p>y = [x, onehot(label)] along the last axis, with onehot(l)_k = 1 where k = l and 0 elsewhere. x is [N, size] or
 * [N, height, width, channels], y has {@code classes} more numbers on the last axis. The labels are those of the pass,
 * {@link org.gan4j.core.nn.Pass#labels}. Gradients pass to x; labels have none.
 *
 * <p>Put it before the layers that are to see the label: the 2014 paper shows it to the first layer of each network, the
 * DCGAN code to every one.
 *
 * @param classes how many classes the labels distinguish, at least 1
 * @see <a href="https://arxiv.org/abs/1411.1784">Mirza and Osindero, Conditional generative adversarial nets, 2014, section
 *     3.2</a>
 */
@About(
        value = "Appends the label of each sample to its numbers: coordinates of vectors, channels of images.",
        formula = "y = [x, onehot(label)] along the last axis",
        paper = "Mirza and Osindero, Conditional generative adversarial nets, 2014, https://arxiv.org/abs/1411.1784")
public record LabelConcatenation(int classes) implements Layer {
    /** Checks the number of classes. */
    public LabelConcatenation {
        Sizes.atLeastOne("classes", classes);
    }

    @Override
    public Shape output(Shape input) {
        Require.that(
                input.rank() == 1 || input.rank() == 3,
                "An example of LabelConcatenation",
                input,
                "a vector, [size], or an image, [height, width, channels]");
        return Sizes.withLast(input, Math.addExact(input.dim(-1), classes));
    }

    /**
     * Appends the labels of a batch.
     *
     * @throws org.gan4j.core.io.UserError if the pass has no labels
     * @throws IllegalArgumentException if a label is not the number of a class
     */
    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        Tensor rows = Labels.oneHot(pass, input, classes);
        Shape shape = input.shape();
        if (shape.rank() == 2) {
            return Tensor.concatenate(1, input, rows);
        }
        Tensor maps = rows.reshape(Shape.of(shape.dim(0), 1, 1, classes)).broadcastTo(Sizes.withLast(shape, classes));
        return Tensor.concatenate(3, input, maps);
    }

    @Override
    public boolean takesLabels() {
        return true;
    }

    @Override
    public boolean bounded() {
        return true;
    }
}
