package org.gan4j.core.gan;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The raw scores of real or of fake samples and the way to average over them: over a batch, or exactly over a world of
 * finitely many points with known probabilities. A loss written with {@link #mean} works on both.
 *
 * <p>Scores of a batch are computed when first read and kept.
 */
public final class Scores {
    private final Supplier<Tensor> source;
    private final @Nullable Tensor weights;
    private @Nullable Tensor values;

    private Scores(Supplier<Tensor> source, @Nullable Tensor weights) {
        this.source = source;
        this.weights = weights;
    }

    /**
     * Returns the scores of a batch, computed at the first read.
     *
     * @param values gives shape [N, 1], N at least 1
     */
    public static Scores of(Supplier<Tensor> values) {
        return new Scores(Objects.requireNonNull(values, "values is null"), null);
    }

    /** Returns the scores of a batch that is there already, shape [N, 1]. */
    public static Scores of(Tensor values) {
        Objects.requireNonNull(values, "values is null");
        return new Scores(() -> values, null);
    }

    /**
     * Returns the scores of all points of a finite world.
     *
     * @param values shape [N, 1]
     * @param weights the probability of each point, shape [N, 1], summing to 1
     */
    public static Scores weighted(Tensor values, Tensor weights) {
        if (!values.shape().equals(weights.shape())) {
            throw new IllegalArgumentException(
                    "each score needs its weight: scores " + values.shape() + ", weights " + weights.shape());
        }
        return new Scores(() -> values, weights);
    }

    /** Returns the scores, shape [N, 1]. */
    public Tensor values() {
        Tensor known = values;
        if (known == null) {
            known = source.get();
            if (known.shape().rank() != 2 || known.shape().dim(1) != 1) {
                throw new IllegalArgumentException(
                        "scores must have the shape [N, 1], one number per sample, but have " + known.shape());
            }
            values = known;
        }
        return known;
    }

    /** Returns the scores if they have been read before. */
    public Optional<Tensor> known() {
        return Optional.ofNullable(values);
    }

    /**
     * Returns mean(of(score)): over the batch, or sum of weight * of(score) over a finite world.
     *
     * @param of works element by element
     * @return a scalar
     */
    public Tensor mean(UnaryOperator<Tensor> of) {
        Tensor mapped = requireShape(of.apply(values()), values().shape());
        return weights == null ? mapped.mean() : mapped.times(weights).sum();
    }

    /**
     * Returns the mean of a function of two scores: index by index over two batches of one size, over all pairs with the
     * product of their weights on a finite world.
     *
     * @param of works element by element on two tensors of one shape
     * @return a scalar
     * @throws IllegalArgumentException if the batches differ in size, or one is a batch and the other a finite world
     */
    public static Tensor meanOfPairs(Scores a, Scores b, BinaryOperator<Tensor> of) {
        if (a.weights != null && b.weights != null) {
            return meanOfProduct(a, b, of);
        }
        if (a.weights != null || b.weights != null) {
            throw new IllegalArgumentException("pairs need two batches or two finite worlds, not one of each");
        }
        if (!a.values().shape().equals(b.values().shape())) {
            throw new IllegalArgumentException("pairs need as many real as fake scores, but there are "
                    + a.values().shape().dim(0) + " and " + b.values().shape().dim(0));
        }
        Tensor mapped = of.apply(a.values(), b.values());
        return requireShape(mapped, a.values().shape()).mean();
    }

    private static Tensor meanOfProduct(Scores a, Scores b, BinaryOperator<Tensor> of) {
        int rows = a.values().shape().dim(0);
        int columns = b.values().shape().dim(0);
        Shape pairs = Shape.of(rows, columns);
        Tensor left = a.values().broadcastTo(pairs);
        Tensor right = b.values().reshape(1, columns).broadcastTo(pairs);
        Tensor weight = Objects.requireNonNull(a.weights)
                .matmul(Objects.requireNonNull(b.weights).reshape(1, columns));
        return requireShape(of.apply(left, right), pairs).times(weight).sum();
    }

    private static Tensor requireShape(Tensor mapped, Shape shape) {
        if (!mapped.shape().equals(shape)) {
            throw new IllegalArgumentException("a function of scores must keep their shape " + shape
                    + " (the mean is taken afterwards), but gave " + mapped.shape());
        }
        return mapped;
    }
}
