package org.gan4j.core.kernel.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.gan4j.core.kernel.BinaryOperation;
import org.gan4j.core.kernel.ConvolutionSizes;
import org.gan4j.core.kernel.ConvolutionSizes.Image;
import org.gan4j.core.kernel.ConvolutionSizes.Window;
import org.gan4j.core.kernel.KernelLimits;
import org.gan4j.core.kernel.ReductionKernels.Reduction;
import org.gan4j.core.kernel.UnaryOperation;
import org.gan4j.core.kernel.onednn.OneDnnFunctions;
import org.gan4j.core.memory.Block;

/** The operations and sizes by which kernel sets are compared: those of the table, and a few that show a machine. */
final class KernelTrials {
    private static final int[] SIZES = {1024, 8192, 120_000, 1 << 20};
    private static final int[][] MATRICES = {{8, 128}, {64, 128}, {100, 1200}, {12_544, 64}};
    private static final int[][] ROWS = {{64, 16}, {64, 128}, {600, 200}, {12_544, 64}};
    private static final int[][] NARROW = {{64, 64, 1}, {256, 128, 1}, {256, 2, 128}, {256, 128, 8}, {4096, 512, 12}};
    private static final int[][] WIDE = {
        {16, 32, 32}, {64, 128, 128}, {256, 128, 128}, {128, 256, 512}, {100, 784, 1200}, {64, 6272, 1024}
    };

    private final List<KernelTrial> trials = new ArrayList<>();

    private KernelTrials() {}

    /** Returns the trials of the table, those of one operation together and by growing size. */
    static List<KernelTrial> ofTable() {
        KernelTrials all = new KernelTrials();
        for (UnaryOperation operation : UnaryOperation.values()) {
            if (OneDnnFunctions.of(operation, 0.2) != OneDnnFunctions.NONE) {
                all.unary(operation, SIZES);
            }
        }
        for (BinaryOperation operation : BinaryOperation.values()) {
            all.binaries(operation);
        }
        all.leakyReluGradient(SIZES);
        for (int[] size : ROWS) {
            all.sum(KernelLimits.ROW_SUM, size[0], size[1], false);
        }
        for (int[] size : NARROW) {
            all.layer(KernelLimits.NARROW, size[0], size[1], size[2]);
        }
        for (int[] size : WIDE) {
            all.layer(KernelLimits.WIDE, size[0], size[1], size[2]);
        }
        all.convolutions(KernelLimits.THIN, sizes(2, 4, 1, 8), sizes(4, 14, 1, 64), sizes(64, 14, 1, 64));
        all.convolutions(
                KernelLimits.DEEP,
                sizes(2, 2, 8, 16),
                sizes(2, 7, 64, 128),
                sizes(16, 7, 64, 128),
                sizes(64, 7, 64, 128));
        return all.list();
    }

    /** Returns few trials that show what a machine does. */
    static List<KernelTrial> ofMachine() {
        KernelTrials some = new KernelTrials();
        some.product(KernelLimits.WIDE, 1024, 1024, 1024);
        some.product(KernelLimits.WIDE, 100, 1200, 1200);
        some.convolutions(KernelLimits.DEEP, sizes(64, 7, 64, 128));
        some.unary(UnaryOperation.TANH, 120_000);
        some.same(BinaryOperation.ADD, 1 << 20);
        some.leakyReluGradient(1 << 20);
        some.sum("column-sum", 12_544, 64, true);
        some.sum(KernelLimits.ROW_SUM, 3136, 128, false);
        some.update(1_440_000);
        return some.list();
    }

    private List<KernelTrial> list() {
        return Collections.unmodifiableList(trials);
    }

    private void add(String operation, String shape, long size, KernelTrial.Work work) {
        trials.add(new KernelTrial(operation, shape, size, work));
    }

    private void unary(UnaryOperation operation, int... sizes) {
        for (int n : sizes) {
            add(KernelLimits.UNARY + operation, "[" + n + "]", n, operands -> {
                Block x = operands.of(n);
                Block z = operands.of(n);
                return set -> set.elementwise().unary(operation, 0.2, x, z, n);
            });
        }
    }

    private void binaries(BinaryOperation operation) {
        boolean direct = OneDnnFunctions.of(operation) != OneDnnFunctions.NONE;
        if (direct
                || OneDnnFunctions.swapped(operation) != OneDnnFunctions.NONE
                || OneDnnFunctions.gradient(operation) != OneDnnFunctions.NONE) {
            same(operation, SIZES);
        }
        if (!direct) {
            return;
        }
        for (int[] dims : MATRICES) {
            int n = dims[0] * dims[1];
            int[] row = {dims[1]};
            add(KernelLimits.REPEATED + operation, shape(dims), n, operands -> {
                Block x = operands.of(n);
                Block y = operands.of(row[0]);
                Block z = operands.of(n);
                return set -> set.elementwise().binary(operation, x, dims, y, row, z, dims);
            });
        }
        for (int n : SIZES) {
            add(KernelLimits.CONSTANT + operation, "[" + n + "]", n, operands -> {
                Block x = operands.of(n);
                Block z = operands.of(n);
                return set -> set.elementwise().binary(operation, x, 0.75, z, n);
            });
        }
    }

    private void same(BinaryOperation operation, int... sizes) {
        for (int n : sizes) {
            int[] dims = {n};
            add(KernelLimits.SAME + operation, shape(dims), n, operands -> {
                Block x = operands.of(n);
                Block y = operands.of(n);
                Block z = operands.of(n);
                return set -> set.elementwise().binary(operation, x, dims, y, dims, z, dims);
            });
        }
    }

    private void leakyReluGradient(int... sizes) {
        for (int n : sizes) {
            add(KernelLimits.LEAKY_RELU_GRADIENT, "[" + n + "]", n, operands -> {
                Block g = operands.of(n);
                Block x = operands.of(n);
                Block z = operands.of(n);
                return set -> set.elementwise().leakyReluGradient(g, x, 0.2, z, n);
            });
        }
    }

    private void sum(String operation, int rows, int columns, boolean ofColumns) {
        int[] dims = {rows, columns};
        boolean[] reduced = {ofColumns, !ofColumns};
        add(operation, shape(dims), (long) rows * columns, operands -> {
            Block x = operands.of(rows * columns);
            Block z = operands.of(ofColumns ? columns : rows);
            return set -> set.reduction().reduce(Reduction.SUM, x, dims, reduced, z);
        });
    }

    private void product(String operation, int m, int k, int n) {
        add(operation, shape(m, k) + " x " + shape(k, n), 2L * m * k * n, operands -> {
            Block a = operands.of(m * k);
            Block b = operands.of(k * n);
            Block c = operands.of(m * n);
            return set -> set.matrix().multiply(a, false, b, false, c, m, k, n, false);
        });
    }

    /** A product and the two that its derivatives are, as in a layer that learns. */
    private void layer(String operation, int m, int k, int n) {
        add(operation, shape(m, k) + " x " + shape(k, n) + " and derivatives", 2L * m * k * n, operands -> {
            Block x = operands.of(m * k);
            Block w = operands.of(k * n);
            Block y = operands.of(m * n);
            Block dx = operands.of(m * k);
            Block dw = operands.of(k * n);
            return set -> {
                set.matrix().multiply(x, false, w, false, y, m, k, n, false);
                set.matrix().multiply(x, true, y, false, dw, k, m, n, false);
                set.matrix().multiply(y, false, w, true, dx, m, n, k, false);
            };
        });
    }

    private void convolutions(String kind, ConvolutionSizes... all) {
        for (String direction :
                new String[] {KernelLimits.FORWARD, KernelLimits.BACKWARD_DATA, KernelLimits.BACKWARD_WEIGHTS}) {
            for (ConvolutionSizes sizes : all) {
                add(direction + kind, text(sizes), sizes.operations(), operands -> {
                    Block x = operands.of(sizes.batch() * sizes.x().size());
                    Block w = operands.of(sizes.weights());
                    Block z = operands.of(sizes.batch() * sizes.z().size());
                    return switch (direction) {
                        case KernelLimits.FORWARD -> set -> set.convolution().forward(x, w, z, sizes);
                        case KernelLimits.BACKWARD_DATA ->
                            set -> set.convolution().backwardData(z, w, x, sizes);
                        default -> set -> set.convolution().backwardWeights(x, z, w, sizes);
                    };
                });
            }
        }
    }

    private void update(int n) {
        add("adam-update", "[" + n + "]", n, operands -> {
            Block p = operands.of(n);
            Block g = operands.of(n);
            Block m = operands.of(n);
            Block v = operands.of(n);
            v.write(0, new float[n], 0, n);
            return set -> set.update().adam(p, g, m, v, v, 0.5, 0.999, 1e-4, 1, 0, 1e-8, false, n);
        });
    }

    /** A convolution with 5 x 5 weights and stride 2 to images of so many pixels each way. */
    private static ConvolutionSizes sizes(int batch, int side, int from, int to) {
        return new ConvolutionSizes(
                batch, new Image(2 * side, 2 * side, from), new Image(side, side, to), new Window(5, 5, 2, 2, 2, 2));
    }

    private static String text(ConvolutionSizes sizes) {
        return String.format(
                Locale.ROOT,
                "%d images of %s to %s",
                sizes.batch(),
                shape(sizes.x().height(), sizes.x().width(), sizes.x().channels()),
                shape(sizes.z().height(), sizes.z().width(), sizes.z().channels()));
    }

    private static String shape(int... dims) {
        return Arrays.toString(dims);
    }
}
