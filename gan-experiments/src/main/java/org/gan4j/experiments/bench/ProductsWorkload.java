package org.gan4j.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.ParameterUpdate;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Matrix products and nothing else, on the kernels that tensors use.
 *
 * <p>Before each pass all matrices are written anew, off the clock, as a training step would: whatever kernels keep of a
 * matrix that has not changed is made again.
 */
final class ProductsWorkload implements Workload {
    private final List<MatrixProduct> products;
    private final SortedMap<String, Tensor> operands = new TreeMap<>();

    ProductsWorkload(List<MatrixProduct> products) {
        this.products = new ArrayList<>(products);
        RandomStream random = RandomStream.of(1).split("products");
        for (MatrixProduct product : products) {
            for (MatrixProduct.Operand operand : List.of(product.left(), product.right())) {
                if (!operands.containsKey(operand.name())) {
                    operands.put(operand.name(), matrix(operand, random.split(operand.name())));
                }
            }
        }
    }

    private static Tensor matrix(MatrixProduct.Operand operand, RandomStream random) {
        try (Scope scope = Scope.open()) {
            return random.normal(Shape.of(operand.rows(), operand.columns())).persistent();
        }
    }

    @Override
    public Timing work(double seconds) {
        long passes = 0;
        long nanoseconds = 0;
        while (passes == 0 || nanoseconds < 1e9 * seconds) {
            operands.values().forEach(matrix -> ParameterUpdate.assign(matrix, matrix));
            long start = System.nanoTime();
            try (Scope scope = Scope.open()) {
                products.forEach(this::multiply);
            }
            nanoseconds += System.nanoTime() - start;
            passes++;
        }
        return new Timing(passes, 1e-9 * nanoseconds);
    }

    private void multiply(MatrixProduct product) {
        Tensor left = Objects.requireNonNull(operands.get(product.left().name()));
        Tensor right = Objects.requireNonNull(operands.get(product.right().name()));
        Objects.requireNonNull(left.matmul(right, product.transposeLeft(), product.transposeRight()));
    }
}
