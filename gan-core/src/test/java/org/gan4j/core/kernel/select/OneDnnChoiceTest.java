package org.gan4j.core.kernel.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Map;
import java.util.TreeMap;
import org.gan4j.core.kernel.Cases;
import org.gan4j.core.kernel.KernelLimits;
import org.gan4j.core.kernel.MatrixKernels;
import org.gan4j.core.kernel.onednn.OneDnn;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is chosen by size between oneDNN's products and the portable ones. */
class OneDnnChoiceTest {
    private final MatrixKernels kernels = KernelSets.named("onednn").matrix();

    @BeforeEach
    void onlyWhereTheLibraryIs() {
        assumeThat(OneDnn.missing()).isEmpty();
    }

    @Test
    void productsPlusABiasAreChosenBySizeAsProductsAre() {
        KernelLimits limits = new KernelLimits(new TreeMap<>(Map.of(KernelLimits.WIDE, 2L * 32 * 32 * 32)));
        MatrixKernels chosen = new ChosenMatrix(KernelSets.named("portable").matrix(), kernels, limits);
        Block zeros = Cases.of(DType.FLOAT32, new double[1024]);
        Block result = Cases.of(DType.FLOAT32, new double[1024]);
        assertThat(chosen.affine(zeros, zeros, zeros, result, 32, 32, 32)).isTrue();
        assertThat(chosen.affine(zeros, zeros, zeros, result, 32, 32, 31)).isFalse();
    }
}
