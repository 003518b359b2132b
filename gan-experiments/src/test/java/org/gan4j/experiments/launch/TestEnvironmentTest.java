package org.gan4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Results depend on BLAS kernels and thread counts in their last digits, so the build fixes what tests see. */
class TestEnvironmentTest {
    @Test
    void theShellsChoiceOfBlasKernelsDoesNotReachTests() {
        assertThat(System.getenv()).doesNotContainKey("OPENBLAS_CORETYPE");
    }

    @Test
    void threadCountsAreFixed() {
        assertThat(System.getenv()).containsEntry("OMP_NUM_THREADS", "2").containsEntry("OPENBLAS_NUM_THREADS", "2");
    }
}
