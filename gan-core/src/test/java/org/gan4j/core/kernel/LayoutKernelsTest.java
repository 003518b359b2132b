package org.gan4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
class LayoutKernelsTest {
    private final LayoutKernels kernels;
    private final LayoutKernels plain = new PlainKernels();

    LayoutKernelsTest(String set) {
        kernels = KernelSets.named(set).layout();
    }

    @Test
    void permutationsOfAllAxes() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            int[] dims = round < 195 ? Cases.shape(random, 19) : new int[] {97, 31 + round};
            List<Integer> order = new ArrayList<>();
            for (int axis = 0; axis < dims.length; axis++) {
                order.add(axis);
            }
            Collections.shuffle(order, random);
            int[] permutation = order.stream().mapToInt(Integer::intValue).toArray();
            compare(
                    random,
                    Cases.size(dims),
                    Cases.size(dims),
                    "permute " + Arrays.toString(dims) + order,
                    (set, x, z) -> set.permute(x, dims, permutation, z));
        }
    }

    @Test
    void broadcastsOfEveryKindOfAxis() {
        Random random = new Random(2);
        for (int round = 0; round < 200; round++) {
            int[] zDims = Cases.shape(random, 19);
            int[] xDims = Arrays.copyOfRange(zDims, random.nextInt(zDims.length), zDims.length);
            for (int axis = 0; axis < xDims.length; axis++) {
                xDims[axis] = random.nextBoolean() ? 1 : xDims[axis];
            }
            compare(
                    random,
                    Cases.size(xDims),
                    Cases.size(zDims),
                    "broadcast " + Arrays.toString(xDims),
                    (set, x, z) -> set.broadcast(x, xDims, z, zDims));
        }
    }

    @Test
    void boxesAreCutOutAndPutBack() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            int[] dims = Cases.shape(random, 23);
            int[] begin = new int[dims.length];
            int[] sizes = new int[dims.length];
            for (int axis = 0; axis < dims.length; axis++) {
                begin[axis] = random.nextInt(dims[axis]);
                sizes[axis] = 1 + random.nextInt(dims[axis] - begin[axis]);
            }
            String name = Arrays.toString(dims) + Arrays.toString(begin) + Arrays.toString(sizes);
            compare(
                    random,
                    Cases.size(dims),
                    Cases.size(sizes),
                    "slice " + name,
                    (set, x, z) -> set.slice(x, dims, begin, sizes, z));
            compare(
                    random,
                    Cases.size(sizes),
                    Cases.size(dims),
                    "place " + name,
                    (set, x, z) -> set.place(x, sizes, z, dims, begin));
        }
    }

    @Test
    void rowsAreGatheredAndAdded() {
        Random random = new Random(4);
        for (int width : new int[] {1, 2, 7, 300, 2500}) {
            int[] indices = random.ints(40, 0, 9).toArray();
            compare(random, 9 * width, 40 * width, "gather", (set, x, z) -> set.gatherRows(x, width, indices, z));
            compare(random, 40 * width, 9 * width, "scatter", (set, x, z) -> set.scatterAddRows(x, width, indices, z));
            compare(random, 9 * width, 9 * width, "copy", (set, x, z) -> set.copy(x, z, 9 * width));
        }
    }

    @Test
    void aShapeThatDoesNotBroadcastIsRefused() {
        Block x = Memory.allocate(DType.FLOAT32, 6);
        Block z = Memory.allocate(DType.FLOAT32, 12);
        assertThatThrownBy(() -> kernels.broadcast(x, new int[] {2, 3}, z, new int[] {2, 6}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[2, 3] does not broadcast to [2, 6]");
    }

    private interface Move {
        void run(LayoutKernels set, Block x, Block z);
    }

    /** Both sets start from the same contents of z, so that what must stay untouched is compared too. */
    private void compare(Random random, int xSize, int zSize, String name, Move move) {
        for (DType dtype : DType.values()) {
            Block x = Cases.of(dtype, Cases.normal(random, xSize));
            double[] before = Cases.normal(random, zSize);
            Block actual = Cases.of(dtype, before);
            Block expected = Cases.of(dtype, before);
            move.run(kernels, x, actual);
            move.run(plain, x, expected);
            assertThat(Cases.read(actual, zSize)).as(name).isEqualTo(Cases.read(expected, zSize));
        }
    }
}
