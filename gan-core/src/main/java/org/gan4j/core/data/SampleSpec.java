package org.gan4j.core.data;

import java.util.Optional;
import java.util.function.Supplier;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * What a network must know of the data it imitates or judges.
 *
 * @param shape the shape of one sample, without the batch axis: [2] for points, [height, width, channels] for images
 * @param low the lower bound of every coordinate, or negative infinity
 * @param high the upper bound of every coordinate, or positive infinity
 * @param classes how many classes the labels distinguish, 0 when unlabelled
 * @param mean the mean of the training data, a tensor of {@code shape}; computed when asked for
 * @param labelled the training rows, where labels of generated samples are drawn like theirs; empty where nothing is known of
 *     them
 */
public record SampleSpec(
        Shape shape, double low, double high, int classes, Supplier<Tensor> mean, Optional<Split> labelled) {

    /**
     * Checks the range and the number of classes.
     *
     * @throws IllegalArgumentException if {@code low < high} does not hold or {@code classes} is negative
     */
    public SampleSpec {
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    "the range of the data must have low < high, got low = " + low + ", high = " + high);
        }
        if (classes < 0) {
            throw new IllegalArgumentException("the number of classes must be 0 or more, got " + classes);
        }
    }

    /** Makes a specification without rows from which labels could be drawn. */
    public SampleSpec(Shape shape, double low, double high, int classes, Supplier<Tensor> mean) {
        this(shape, low, high, classes, mean, Optional.empty());
    }

    /** Returns the same specification with rows whose labels are those of the training data. */
    public SampleSpec withLabelsOf(Split rows) {
        return new SampleSpec(shape, low, high, classes, mean, Optional.of(rows));
    }

    /** Returns the specification of unlabelled samples whose coordinates have no bounds and whose mean is zero. */
    public static SampleSpec unbounded(Shape shape) {
        return new SampleSpec(
                shape,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                0,
                () -> Tensor.of(shape, new float[shape.size()]));
    }

    /** Returns the specification of games without data, see {@link BatchSource#none()}: one unbounded number. */
    public static SampleSpec none() {
        return unbounded(Shape.SCALAR);
    }

    /** Tells whether every coordinate has both a lower and an upper bound. */
    public boolean bounded() {
        return low > Double.NEGATIVE_INFINITY && high < Double.POSITIVE_INFINITY;
    }
}
