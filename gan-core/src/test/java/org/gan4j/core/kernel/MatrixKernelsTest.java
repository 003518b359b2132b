package org.gan4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.gan4j.core.kernel.Cases#kernelSets")
class MatrixKernelsTest {
    private final MatrixKernels kernels;
    private final MatrixKernels plain = new PlainKernels();

    MatrixKernelsTest(String set) {
        kernels = KernelSets.named(set).matrix();
    }

    @Test
    void productsOfEveryTranspositionAgreeWithThePlainLoop() {
        Random random = new Random(1);
        for (int round = 0; round < 80; round++) {
            int m = 1 + random.nextInt(round < 40 ? 9 : 70);
            int k = 1 + random.nextInt(round < 40 ? 9 : 70);
            int n = round % 7 == 0 ? 1 : 1 + random.nextInt(round < 40 ? 9 : 70);
            for (int flags = 0; flags < 8; flags++) {
                check(random, m, k, n, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0);
            }
        }
        check(random, 100, 130, 257, false, true, false);
    }

    private void check(Random random, int m, int k, int n, boolean transposeA, boolean transposeB, boolean accumulate) {
        double[] before = Cases.normal(random, m * n);
        for (DType dtype : DType.values()) {
            Block a = Cases.of(dtype, Cases.normal(random, m * k));
            Block b = Cases.of(dtype, Cases.normal(random, k * n));
            Block actual = Cases.of(dtype, before);
            Block expected = Cases.of(dtype, before);
            kernels.multiply(a, transposeA, b, transposeB, actual, m, k, n, accumulate);
            plain.multiply(a, transposeA, b, transposeB, expected, m, k, n, accumulate);
            double tolerance = dtype == DType.FLOAT32 ? 1e-6 : 1e-15;
            Cases.assertClose(m + "x" + k + "x" + n, actual, expected, m * n, tolerance, 4 + k);
        }
    }

    @Test
    void whatStoodInTheResultDoesNotReachIt() {
        Block a = Cases.of(DType.FLOAT32, 1, 2);
        Block b = Cases.of(DType.FLOAT32, 3, 4);
        Block c = Cases.of(DType.FLOAT32, Double.NaN);
        kernels.multiply(a, false, b, false, c, 1, 2, 1, false);
        assertThat(c.get(0)).isEqualTo(11);
    }

    @Test
    void aLargeProductIsTheSameEachTime() {
        Random random = new Random(2);
        Block a = Cases.of(DType.FLOAT32, Cases.normal(random, 100 * 784));
        Block b = Cases.of(DType.FLOAT32, Cases.normal(random, 784 * 601));
        Block c = Memory.allocate(DType.FLOAT32, 100 * 601);
        kernels.multiply(a, false, b, false, c, 100, 784, 601, false);
        double[] first = Cases.read(c, 100 * 601);
        for (int round = 0; round < 20; round++) {
            kernels.multiply(a, false, b, false, c, 100, 784, 601, false);
            assertThat(Arrays.equals(Cases.read(c, 100 * 601), first)).isTrue();
        }
    }

    @Test
    void matricesBeyondTheirBlocksAndMixedTypesAreRefused() {
        Block small = Memory.allocate(DType.FLOAT32, 4);
        Block other = Memory.allocate(DType.FLOAT64, 4);
        assertThatThrownBy(() -> kernels.multiply(small, false, small, false, small, 100, 2, 2, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Matrix a of 100 x 2 elements in a block of ");
        assertThatThrownBy(() -> kernels.multiply(small, false, other, false, small, 2, 2, 2, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FLOAT32 and FLOAT64");
    }
}
