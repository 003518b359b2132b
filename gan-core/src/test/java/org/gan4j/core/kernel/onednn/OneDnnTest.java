package org.gan4j.core.kernel.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneDnnTest {
    @Test
    void theClassOfAProcessorIsThatOfItsInstructions() {
        assertThat(OneDnn.classOf("avx512_core_bf16")).isEqualTo("avx512");
        assertThat(OneDnn.classOf("avx10_1_512")).isEqualTo("avx512");
        assertThat(OneDnn.classOf("avx2_vnni")).isEqualTo("avx2");
        assertThat(OneDnn.classOf("sse41")).isEqualTo("sse41");
    }
}
