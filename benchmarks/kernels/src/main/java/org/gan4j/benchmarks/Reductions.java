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

/** Sums and largest numbers of matrices. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Reductions {
    /** Rows and columns. */
    @Param({"100x1200", "12544x64"})
    public String shape = "";

    private @Nullable Tensor x;

    /** Makes the operands on the chosen kernels. */
    @Setup(Level.Trial)
    public void make(KernelChoice choice) {
        int[] s = Sizes.of(shape);
        x = Sizes.normal("x", s[0], s[1]);
    }

    /** The sum of all. */
    @Benchmark
    public float sum() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return x().sum().size();
        }
    }

    /** One sum per column, as the gradient of biases. */
    @Benchmark
    public float sumOfRows() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return x().sum(0).size();
        }
    }

    /** One sum per row. */
    @Benchmark
    public float sumOfColumns() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return x().sum(1).size();
        }
    }

    /** The largest of each row. */
    @Benchmark
    public float maxOfColumns() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return x().max(1).size();
        }
    }

    private Tensor x() {
        return Objects.requireNonNull(x);
    }
}
