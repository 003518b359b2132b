package org.gan4j.benchmarks;

import java.util.concurrent.TimeUnit;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
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

/** Random numbers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RandomFills {
    /** How many numbers. */
    @Param({"10000", "120000"})
    public int count = 10_000;

    private long number;

    /** Makes the operands on the chosen kernels. */
    @Setup(Level.Trial)
    public void make(KernelChoice choice) {
        number = choice.kernels.length();
    }

    /** Uniform on [-1, 1). */
    @Benchmark
    public float uniform() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return next().uniform(Shape.of(count), -1, 1).size();
        }
    }

    /** Normal. */
    @Benchmark
    public float normal() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return next().normal(Shape.of(count)).size();
        }
    }

    /** 0 or 1, as the masks of dropout. */
    @Benchmark
    public float bernoulli() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return next().bernoulli(Shape.of(count), 0.5).size();
        }
    }

    private RandomStream next() {
        number++;
        return RandomStream.of(number);
    }
}
