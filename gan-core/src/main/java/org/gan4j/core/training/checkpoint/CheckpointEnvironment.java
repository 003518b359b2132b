package org.gan4j.core.training.checkpoint;

import java.util.Objects;

/**
 * Environment that a run was in. Configuration and kernels must be the same again for a run to go on as if it had never
 * stopped; the number of threads changes no number and is recorded only.
 *
 * @param configuration the hash of the resolved configuration
 * @param threads the number of threads of the numerical kernels, at least 1
 * @param kernels the kernels and the BLAS in use, as {@link org.gan4j.core.kernel.select.KernelSets#identity()} tells
 */
public record CheckpointEnvironment(String configuration, int threads, String kernels) {
    public CheckpointEnvironment {
        Objects.requireNonNull(configuration, "configuration is null");
        Objects.requireNonNull(kernels, "kernels is null");
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but is " + threads);
        }
    }
}
