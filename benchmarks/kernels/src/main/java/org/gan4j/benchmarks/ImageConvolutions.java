package org.gan4j.benchmarks;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.gan4j.core.tensor.Convolutions;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Sliding;
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

/** Convolutions of 64 images and their derivatives. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ImageConvolutions {
    /** Height and width, channels in, channels out, window; the stride is 2 and images are halved. */
    @Param({"28x1x64x5", "14x64x128x5", "32x64x128x4", "16x128x256x4"})
    public String shape = "";

    private @Nullable Operands operands;

    /** Images, weights, and images as the convolution makes them. */
    private record Operands(Tensor images, Tensor weights, Tensor halved, Sliding sliding, int extra) {}

    /** Makes the operands on the chosen kernels. */
    @Setup(Level.Trial)
    public void make(KernelChoice choice) {
        int[] s = Sizes.of(shape);
        Sliding sliding = Sliding.by(2).padded((s[3] - 1) / 2);
        Tensor images = Sizes.normal("images", 64, s[0], s[0], s[1]);
        Tensor weights = Sizes.normal("weights", s[3], s[3], s[1], s[2]);
        Tensor halved = Sizes.normal("halved", 64, s[0] / 2, s[0] / 2, s[2]);
        operands = new Operands(images, weights, halved, sliding, s[3] % 2);
    }

    /** The convolution. */
    @Benchmark
    public float forward() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return Convolutions.convolve(
                            operands().images(),
                            operands().weights(),
                            operands().sliding())
                    .size();
        }
    }

    /** The transposed convolution, which is the gradient of the images. */
    @Benchmark
    public float transposed() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return Convolutions.transposed(
                            operands().halved(),
                            operands().weights(),
                            operands().sliding(),
                            operands().extra(),
                            operands().extra())
                    .size();
        }
    }

    /** Convolution and the gradient of the weights. */
    @Benchmark
    public float forwardAndWeightGradient() {
        try (var scope = org.gan4j.core.tensor.Scope.open()) {
            return weightGradient().size();
        }
    }

    private Tensor weightGradient() {
        Tensor weights = operands().weights().tracked();
        Tensor output =
                Convolutions.convolve(operands().images(), weights, operands().sliding());
        return Gradients.of(output.times(operands().halved()).sum(), List.of(weights))
                .get(0);
    }

    private Operands operands() {
        return Objects.requireNonNull(operands);
    }
}
