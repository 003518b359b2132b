package org.gan4j.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are made block by block when they are first asked for and then kept, outside every scope: the first ones do not
 * depend on how many are asked for.
 */
final class KeptBlocks {
    private final IntFunction<Tensor> block;
    private final List<float[]> singles = new ArrayList<>();
    private final List<double[]> doubles = new ArrayList<>();
    private @Nullable Shape row;

    /**
     * Makes a store without rows.
     *
     * @param block makes block b, [{@value SampleContext#BLOCK}, ...], fewer rows only in the last block there is
     */
    KeptBlocks(IntFunction<Tensor> block) {
        this.block = block;
    }

    /** Returns the rows of one block, in the scope of the caller. */
    Tensor block(int number) {
        makeUpTo(number);
        int[] dims = Objects.requireNonNull(row).dims();
        int size = Objects.requireNonNull(row).size();
        if (!doubles.isEmpty()) {
            dims[0] = doubles.get(number).length / size;
            return Tensor.of(DType.FLOAT64, Shape.of(dims), doubles.get(number));
        }
        dims[0] = singles.get(number).length / size;
        return Tensor.of(Shape.of(dims), singles.get(number));
    }

    /** Returns the first rows, [count, ...], in the scope of the caller. */
    Tensor first(int count) {
        makeUpTo((count - 1) / SampleContext.BLOCK);
        Shape one = Objects.requireNonNull(row);
        int[] dims = one.dims();
        dims[0] = count;
        int size = Math.multiplyExact(count, one.size());
        if (!doubles.isEmpty()) {
            double[] values = new double[size];
            for (int b = 0, at = 0; at < size; at += doubles.get(b++).length) {
                System.arraycopy(doubles.get(b), 0, values, at, Math.min(doubles.get(b).length, size - at));
            }
            return Tensor.of(DType.FLOAT64, Shape.of(dims), values);
        }
        float[] values = new float[size];
        for (int b = 0, at = 0; at < size; at += singles.get(b++).length) {
            System.arraycopy(singles.get(b), 0, values, at, Math.min(singles.get(b).length, size - at));
        }
        return Tensor.of(Shape.of(dims), values);
    }

    private void makeUpTo(int number) {
        while (singles.size() + doubles.size() <= number) {
            keep(singles.size() + doubles.size());
        }
    }

    private void keep(int number) {
        try (Scope scope = Scope.open()) {
            Tensor made = block.apply(number);
            int[] dims = made.shape().dims();
            dims[0] = 1;
            row = Shape.of(dims);
            if (made.dtype() == DType.FLOAT64) {
                doubles.add(made.toDoubles());
            } else {
                singles.add(made.toFloats());
            }
        }
    }
}
