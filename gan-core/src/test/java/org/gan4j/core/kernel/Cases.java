package org.gan4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;

/** Blocks of seeded numbers and their comparison in units of the last place, for the tests of the kernels. */
public final class Cases {
    private Cases() {}

    /** The names of the kernel sets that the tests of the kernels run for: those that the build names, else all. */
    public static List<String> kernelSets() {
        String named = System.getProperty("gan4j.tested.kernels", String.join(",", KernelSets.names()));
        return List.of(named.split(",", -1));
    }

    public static Block of(DType dtype, double... values) {
        Block block = Memory.allocate(dtype, values.length);
        block.write(0, values, 0, values.length);
        return block;
    }

    /** Normal numbers of several scales, from 1e-6 to 30. */
    public static double[] mixed(Random random, int n) {
        double[] scales = {1e-6, 0.1, 1, 4, 30};
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (random.nextGaussian() * scales[random.nextInt(scales.length)]);
        }
        return values;
    }

    public static double[] normal(Random random, int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    public static double[] read(Block block, int n) {
        double[] values = new double[n];
        block.read(0, values, 0, n);
        return values;
    }

    /** Asserts that each element is within so many units in the last place of its own type of the oracle's. */
    public static void assertUlps(String name, Block actual, Block expected, int n, double ulps) {
        assertUlps(name, actual, expected, n, ulps, 0);
    }

    /** The same, but elements that differ by no more than {@code flushed} count as equal. */
    public static void assertUlps(String name, Block actual, Block expected, int n, double ulps, double flushed) {
        double[] a = read(actual, n);
        double[] e = read(expected, n);
        for (int i = 0; i < n; i++) {
            if (Double.compare(a[i], e[i]) == 0 || Math.abs(a[i] - e[i]) <= flushed || a[i] == e[i]) {
                continue;
            }
            double unit = actual.dtype() == DType.FLOAT32 ? Math.ulp((float) e[i]) : Math.ulp(e[i]);
            assertThat(Math.abs(a[i] - e[i]) / unit)
                    .as("%s at %d: %s instead of %s", name, i, a[i], e[i])
                    .isLessThanOrEqualTo(ulps);
        }
    }

    /** Asserts that each element is within {@code tolerance} times {@code scale} of the oracle's. */
    public static void assertClose(String name, Block actual, Block expected, int n, double tolerance, double scale) {
        double[] a = read(actual, n);
        double[] e = read(expected, n);
        for (int i = 0; i < n; i++) {
            if (Double.compare(a[i], e[i]) == 0 || a[i] == e[i]) {
                continue;
            }
            assertThat(Math.abs(a[i] - e[i]))
                    .as("%s at %d: %s instead of %s", name, i, a[i], e[i])
                    .isLessThanOrEqualTo(tolerance * scale);
        }
    }

    public static int size(int... dims) {
        int size = 1;
        for (int dim : dims) {
            size *= dim;
        }
        return size;
    }

    /** Between one and four axes, a quarter of them of size 1. */
    public static int[] shape(Random random, int longest) {
        int[] dims = new int[1 + random.nextInt(4)];
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = random.nextInt(4) == 0 ? 1 : 1 + random.nextInt(longest);
        }
        return dims;
    }
}
