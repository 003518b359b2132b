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

/** Functions of single numbers, in a tensor [100, n / 100]. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ElementwiseFunctions {
    /** How many numbers. */
    @Param({"1000", "120000"})
    public int count = 1000;

    private @Nullable Operands operands;

    /** Two matrices and a row. */
    private record Operands(Tensor x, Tensor y, Tensor row) {}

    /** Makes the operands on the chosen kernels. */
    @Setup(Level.Trial)
    public void make(KernelChoice choice) {
        operands = new Operands(
                Sizes.normal("x", 100, count / 100),
                Sizes.normal("y", 100, count / 100),
                Sizes.normal("row", count / 100));
    }

    /** x + y. */
    @Benchmark
    public float add() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return operands().x().plus(operands().y()).size();
        }
    }

    /** x + row, as a layer adds its biases. */
    @Benchmark
    public float addRow() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return operands().x().plus(operands().row()).size();
        }
    }

    /** max(0, x). */
    @Benchmark
    public float relu() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return operands().x().relu().size();
        }
    }

    /** x or 0.2 x. */
    @Benchmark
    public float leakyRelu() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return operands().x().leakyRelu(0.2).size();
        }
    }

    /** The hyperbolic tangent. */
    @Benchmark
    public float tanh() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return operands().x().tanh().size();
        }
    }

    /** 1 / (1 + e^-x). */
    @Benchmark
    public float sigmoid() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return operands().x().sigmoid().size();
        }
    }

    /** log(1 + e^x). */
    @Benchmark
    public float softplus() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return operands().x().softplus().size();
        }
    }

    private Operands operands() {
        return Objects.requireNonNull(operands);
    }
}
