package org.gan4j.benchmarks;

import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Random matrices and images that last as long as a benchmark. */
final class Sizes {
    private Sizes() {}

    /** Returns the numbers of a parameter such as "100x784x1200". */
    static int[] of(String text) {
        String[] parts = text.split("x", -1);
        int[] sizes = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            sizes[i] = Integer.parseInt(parts[i]);
        }
        return sizes;
    }

    /** Returns normal numbers in memory that no scope frees. */
    static Tensor normal(String name, int... sizes) {
        try (org.gan4j.core.tensor.Scope scope = org.gan4j.core.tensor.Scope.open()) {
            return RandomStream.of(1).split(name).normal(Shape.of(sizes)).persistent();
        }
    }
}
