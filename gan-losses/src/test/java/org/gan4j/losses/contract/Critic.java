package org.gan4j.losses.contract;

import java.util.List;
import org.gan4j.core.gan.ScoreFunction;
import org.gan4j.core.memory.DType;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** A score of samples of any shape with two numbers or more, as a function of parameters. */
@FunctionalInterface
interface Critic {
    /** Returns scores [N, 1] of rows [N, d]. */
    Tensor score(List<Tensor> parameters, Tensor rows);

    /** s(x) = w . x; w is [d, 1]. */
    Critic LINEAR = (p, rows) -> rows.matmul(p.get(0));

    /** s(x) = sum of a x^2 / 2 + b x over the numbers of x, with gradient a x + b; a and b are [d]. */
    Critic QUADRATIC = (p, rows) ->
            rows.square().times(p.get(0)).times(0.5).plus(rows.times(p.get(1))).sumKeeping(1);

    /** s(x) = tanh(x W) v; W is [d, h], v is [h, 1]. */
    Critic SMOOTH = (p, rows) -> rows.matmul(p.get(0)).tanh().matmul(p.get(1));

    /** Returns the score with these parameters. */
    default ScoreFunction with(Tensor... parameters) {
        return with(List.of(parameters));
    }

    /** Returns the score with these parameters. */
    default ScoreFunction with(List<Tensor> parameters) {
        return x -> score(parameters, x.reshape(x.shape().dim(0), -1));
    }

    /** Returns float64 normal numbers, the same for the same seed. */
    static Tensor numbers(long seed, int... dims) {
        return RandomStream.of(seed).split("numbers").normal(DType.FLOAT64, Shape.of(dims), 0, 1);
    }
}
