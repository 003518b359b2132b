package org.gan4j.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelsTest {
    @Test
    void describesTheSetTheBlasAndTheThreadsInOneLine() {
        assertThat(Kernels.describe())
                .startsWith(Kernels.chosen() + ", ")
                .containsPattern("\\d+ threads")
                .doesNotContain("\n");
    }
}
