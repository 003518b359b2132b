package org.gan4j.core.kernel;

import java.util.Random;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.gan4j.core.kernel.Cases#kernelSets")
class UpdateKernelsTest {
    private static final int[] SIZES = {1, 5, 2049, 140_001};

    private final UpdateKernels kernels;
    private final UpdateKernels plain = new PlainUpdates();

    UpdateKernelsTest(String set) {
        kernels = KernelSets.named(set).update();
    }

    private interface Update {
        void run(UpdateKernels set, Block p, Block g, Block s, Block t, Block w, int n);
    }

    @Test
    void descentAndMomentum() {
        compare("descent", (set, p, g, s, t, w, n) -> set.descent(p, g, 0.1, n));
        for (boolean nesterov : new boolean[] {false, true}) {
            compare("momentum", (set, p, g, s, t, w, n) -> set.momentum(p, g, s, 0.1, 0.9, nesterov, n));
        }
    }

    @Test
    void rmspropWithEpsilonInEitherPlace() {
        for (boolean inside : new boolean[] {false, true}) {
            compare("rmsprop", (set, p, g, s, t, w, n) -> set.rmsprop(p, g, s, s, 0.01, 0.9, 1e-3, inside, false, n));
            compare("centred", (set, p, g, s, t, w, n) -> set.rmsprop(p, g, s, t, 0.01, 0.9, 1e-3, inside, true, n));
        }
    }

    @Test
    void adamAndItsRunningMaximum() {
        compare("adam", (set, p, g, s, t, w, n) -> set.adam(p, g, t, s, s, 0.5, 0.99, 0.01, 1.3, 1e-4, 1e-3, false, n));
        compare("amsgrad", (set, p, g, s, t, w, n) -> set.adam(p, g, t, s, w, 0.5, 0.99, 0.01, 1.3, 0, 1e-3, true, n));
    }

    /** Three updates in a row; s and w begin as squares, as running second moments do. */
    private void compare(String name, Update update) {
        for (int n : SIZES) {
            for (DType dtype : DType.values()) {
                Block[] actual = start(dtype, n);
                Block[] expected = start(dtype, n);
                for (int step = 0; step < 3; step++) {
                    update.run(kernels, actual[0], actual[1], actual[2], actual[3], actual[4], n);
                    update.run(plain, expected[0], expected[1], expected[2], expected[3], expected[4], n);
                }
                for (int i = 0; i < actual.length; i++) {
                    double tolerance = dtype == DType.FLOAT32 ? 2e-6 : 1e-14;
                    Cases.assertClose(name + " operand " + i, actual[i], expected[i], n, tolerance, 4);
                }
            }
        }
    }

    private static Block[] start(DType dtype, int n) {
        Random random = new Random(n);
        double[] p = Cases.normal(random, n);
        double[] g = Cases.normal(random, n);
        double[] m = Cases.normal(random, n);
        double[] squares = Cases.normal(random, n);
        double[] larger = Cases.normal(random, n);
        for (int i = 0; i < n; i++) {
            squares[i] = (float) (squares[i] * squares[i] + 1.2);
            larger[i] = (float) (squares[i] + 0.1 * larger[i]);
            m[i] *= 0.1;
        }
        return new Block[] {
            Cases.of(dtype, p),
            Cases.of(dtype, g),
            Cases.of(dtype, squares),
            Cases.of(dtype, m),
            Cases.of(dtype, larger)
        };
    }
}
