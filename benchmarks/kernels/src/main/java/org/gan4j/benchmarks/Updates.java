package org.gan4j.benchmarks;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.gan4j.core.tensor.ParameterUpdate;
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

/** The updates of optimizers, in place. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Updates {
    /** How many parameters. */
    @Param({"16384", "1440000"})
    public int count = 16_384;

    private @Nullable Operands operands;

    /** Parameters, gradients and what optimizers remember. */
    private record Operands(Tensor p, Tensor g, Tensor first, Tensor second) {}

    /** Makes the operands on the chosen kernels. */
    @Setup(Level.Trial)
    public void make(KernelChoice choice) {
        operands =
                new Operands(Sizes.normal("p", count), Sizes.normal("g", count), Sizes.normal("m", count), squares());
    }

    /** Plain descent. */
    @Benchmark
    public Tensor descent() {
        ParameterUpdate.descent(operands().p(), operands().g(), 1e-9);
        return operands().p();
    }

    /** Heavy-ball momentum. */
    @Benchmark
    public Tensor momentum() {
        ParameterUpdate.momentum(
                operands().p(), operands().g(), operands().first(), new ParameterUpdate.Momentum(1e-9, 0.5, false));
        return operands().p();
    }

    /** Adam. */
    @Benchmark
    public Tensor adam() {
        ParameterUpdate.adam(
                operands().p(),
                operands().g(),
                List.of(operands().first(), operands().second()),
                new ParameterUpdate.Adam(0.5, 0.999, 1e-9, 1, 0, 1e-8));
        return operands().p();
    }

    private Tensor squares() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return Sizes.normal("v", count).square().persistent();
        }
    }

    private Operands operands() {
        return Objects.requireNonNull(operands);
    }
}
