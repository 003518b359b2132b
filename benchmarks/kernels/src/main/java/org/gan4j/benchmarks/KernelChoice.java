package org.gan4j.benchmarks;

import org.gan4j.core.kernel.select.KernelSets;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The kernel set of a benchmark. JMH runs every combination of parameters in a process of its own, and the set is named
 * before that process makes its first tensor; without forks ({@code -f 0}) only the first set would ever be measured, which is
 * refused.
 */
@State(Scope.Benchmark)
public class KernelChoice {
    /** The name of the set, as in {@code -Dgan4j.kernels}. */
    @Param({"portable", "nd4j", "onednn"})
    public String kernels = "portable";

    /** Names the set before the first tensor. */
    @Setup(Level.Trial)
    public void choose() {
        System.setProperty(KernelSets.PROPERTY, kernels);
        if (!KernelSets.describe().startsWith(kernels)) {
            throw new IllegalStateException(
                    "asked for " + kernels + ", but this process runs " + KernelSets.describe() + ": run with forks");
        }
    }
}
