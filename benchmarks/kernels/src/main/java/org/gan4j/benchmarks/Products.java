package org.gan4j.benchmarks;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Matrix products: of the layers of the 2014 MNIST networks, of the toy networks, and large ones. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Products {
    /** Rows of the left, inner size, columns of the right. */
    @Param({"100x784x1200", "100x1200x1200", "256x128x128", "2048x2048x2048"})
    public String shape = "";

    private @Nullable Operands operands;

    /** What is multiplied, plain and transposed. */
    private record Operands(Tensor left, Tensor right, Tensor leftTransposed, Tensor rightTransposed) {}

    /** Makes the operands on the chosen kernels. */
    @Setup(Level.Trial)
    public void make(KernelChoice choice) {
        int[] s = Sizes.of(shape);
        operands = new Operands(
                Sizes.normal("left", s[0], s[1]),
                Sizes.normal("right", s[1], s[2]),
                Sizes.normal("left transposed", s[1], s[0]),
                Sizes.normal("right transposed", s[2], s[1]));
    }

    /** left right, the output of a layer. */
    @Benchmark
    public float plain() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return operands().left().matmul(operands().right()).size();
        }
    }

    /** left right^T, the gradient of a layer's input. */
    @Benchmark
    public float rightTransposed() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return operands()
                    .left()
                    .matmul(operands().rightTransposed(), false, true)
                    .size();
        }
    }

    /** left^T right, the gradient of a layer's weights. */
    @Benchmark
    public float leftTransposed() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return operands()
                    .leftTransposed()
                    .matmul(operands().right(), true, false)
                    .size();
        }
    }

    private Operands operands() {
        return Objects.requireNonNull(operands);
    }
}
