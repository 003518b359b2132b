package org.gan4j.core.kernel;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import org.gan4j.core.memory.Block;

/** Every kernel as a plain loop in double precision, as close to its definition as can be. */
public final class PlainKernels
        implements KernelSet, ElementwiseKernels, ReductionKernels, MatrixKernels, LayoutKernels {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    public String libraries() {
        return "none";
    }

    @Override
    public SortedMap<String, String> plan() {
        return Collections.emptySortedMap();
    }

    @Override
    public ElementwiseKernels elementwise() {
        return this;
    }

    @Override
    public ReductionKernels reduction() {
        return this;
    }

    @Override
    public MatrixKernels matrix() {
        return this;
    }

    @Override
    public LayoutKernels layout() {
        return this;
    }

    @Override
    public ConvolutionKernels convolution() {
        return new PlainConvolution();
    }

    @Override
    public NormalisationKernels normalisation() {
        throw new UnsupportedOperationException("NormalisationTest has the definitions");
    }

    @Override
    public UpdateKernels update() {
        return new PlainUpdates();
    }

    @Override
    public void unary(UnaryOperation operation, double parameter, Block x, Block z, int n) {
        for (int i = 0; i < n; i++) {
            z.set(i, value(operation, parameter, x.get(i)));
        }
    }

    private static double value(UnaryOperation operation, double a, double x) {
        return switch (operation) {
            case NEGATE -> -x;
            case EXP -> Math.exp(x);
            case LOG -> Math.log(x);
            case LOG1P -> Math.log1p(x);
            case EXPM1 -> Math.expm1(x);
            case SQRT -> Math.sqrt(x);
            case SQUARE -> x * x;
            case ABS -> Math.abs(x);
            case SIGN -> Math.signum(x);
            case RECIPROCAL -> 1 / x;
            case POWER -> Math.pow(x, a);
            case SIGMOID -> x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
            case TANH -> Math.tanh(x);
            case SOFTPLUS -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            case RELU -> Math.max(x, 0);
            case LEAKY_RELU -> x > 0 ? x : a * x;
            case ELU -> x > 0 ? x : a * Math.expm1(x);
        };
    }

    private static double value(BinaryOperation operation, double x, double y) {
        return switch (operation) {
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
            case MAXIMUM -> Math.max(x, y);
            case MINIMUM -> Math.min(x, y);
            case GREATER -> x > y ? 1 : 0;
            case GREATER_EQUAL -> x >= y ? 1 : 0;
            case LESS -> x < y ? 1 : 0;
            case LESS_EQUAL -> x <= y ? 1 : 0;
            case EQUAL -> x == y ? 1 : 0;
            case TANH_GRADIENT -> x * (1 - y * y);
            case SIGMOID_GRADIENT -> x * y * (1 - y);
            case RELU_GRADIENT -> y > 0 ? x : 0;
        };
    }

    @Override
    public void binary(BinaryOperation operation, Block x, int[] xDims, Block y, int[] yDims, Block z, int[] zDims) {
        int n = size(zDims);
        int[] index = new int[zDims.length];
        for (int i = 0; i < n; i++) {
            z.set(i, value(operation, x.get(repeated(index, xDims)), y.get(repeated(index, yDims))));
            advance(index, zDims);
        }
    }

    @Override
    public void binary(BinaryOperation operation, Block x, double value, Block z, int n) {
        for (int i = 0; i < n; i++) {
            z.set(i, value(operation, x.get(i), value));
        }
    }

    @Override
    public void binary(BinaryOperation operation, double value, Block x, Block z, int n) {
        for (int i = 0; i < n; i++) {
            z.set(i, value(operation, value, x.get(i)));
        }
    }

    @Override
    public void leakyReluGradient(Block g, Block x, double slope, Block z, int n) {
        for (int i = 0; i < n; i++) {
            z.set(i, x.get(i) > 0 ? g.get(i) : slope * g.get(i));
        }
    }

    @Override
    public void clip(Block x, double low, double high, Block z, int n) {
        for (int i = 0; i < n; i++) {
            z.set(i, Math.min(Math.max(x.get(i), low), high));
        }
    }

    @Override
    public void where(Block condition, Block x, Block y, Block z, int n) {
        for (int i = 0; i < n; i++) {
            z.set(i, condition.get(i) != 0 ? x.get(i) : y.get(i));
        }
    }

    @Override
    public void fill(Block z, int n, double value) {
        for (int i = 0; i < n; i++) {
            z.set(i, value);
        }
    }

    @Override
    public void reduce(Reduction reduction, Block x, int[] dims, boolean[] reduced, Block z) {
        int[] kept = dims.clone();
        for (int i = 0; i < dims.length; i++) {
            kept[i] = reduced[i] ? 1 : dims[i];
        }
        double[] shift = new double[size(kept)];
        double[] total = new double[size(kept)];
        Arrays.fill(shift, reduction == Reduction.MIN ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
        int n = size(dims);
        for (int pass = 0; pass < 2; pass++) {
            int[] index = new int[dims.length];
            for (int i = 0; i < n; i++) {
                int to = repeated(index, kept);
                if (pass == 0) {
                    shift[to] =
                            reduction == Reduction.MIN ? Math.min(shift[to], x.get(i)) : Math.max(shift[to], x.get(i));
                } else {
                    total[to] += reduction == Reduction.LOG_SUM_EXP ? Math.exp(x.get(i) - shift[to]) : x.get(i);
                }
                advance(index, dims);
            }
        }
        for (int i = 0; i < total.length; i++) {
            z.set(
                    i,
                    switch (reduction) {
                        case SUM -> total[i];
                        case MAX, MIN -> shift[i];
                        case LOG_SUM_EXP -> shift[i] + Math.log(total[i]);
                    });
        }
    }

    @Override
    public void softmax(Block x, int outer, int axis, int inner, Block z) {
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < inner; i++) {
                double shift = Double.NEGATIVE_INFINITY;
                double total = 0;
                for (int a = 0; a < axis; a++) {
                    shift = Math.max(shift, x.get((o * axis + a) * inner + i));
                }
                for (int a = 0; a < axis; a++) {
                    total += Math.exp(x.get((o * axis + a) * inner + i) - shift);
                }
                for (int a = 0; a < axis; a++) {
                    int at = (o * axis + a) * inner + i;
                    z.set(at, Math.exp(x.get(at) - shift) / total);
                }
            }
        }
    }

    @Override
    public void maxWithIndex(Block x, int rows, int pieces, Block value, Block index) {
        for (int r = 0; r < rows; r++) {
            int best = 0;
            for (int p = 1; p < pieces; p++) {
                double candidate = x.get(r * pieces + p);
                double leader = x.get(r * pieces + best);
                if (candidate > leader || (Double.isNaN(candidate) && !Double.isNaN(leader))) {
                    best = p;
                }
            }
            value.set(r, x.get(r * pieces + best));
            index.set(r, best);
        }
    }

    @Override
    public void scatterToIndex(Block g, Block index, int rows, int pieces, Block z) {
        fill(z, rows * pieces, 0);
        for (int r = 0; r < rows; r++) {
            z.set(r * pieces + (int) index.get(r), g.get(r));
        }
    }

    @Override
    public void gatherAtIndex(Block x, Block index, int rows, int pieces, Block z) {
        for (int r = 0; r < rows; r++) {
            z.set(r, x.get(r * pieces + (int) index.get(r)));
        }
    }

    @Override
    public void multiply(
            Block a,
            boolean transposeA,
            Block b,
            boolean transposeB,
            Block c,
            int m,
            int k,
            int n,
            boolean accumulate) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double total = accumulate ? c.get(i * n + j) : 0;
                for (int l = 0; l < k; l++) {
                    total += a.get(transposeA ? l * m + i : i * k + l) * b.get(transposeB ? j * k + l : l * n + j);
                }
                c.set(i * n + j, total);
            }
        }
    }

    @Override
    public void copy(Block x, Block z, int n) {
        for (int i = 0; i < n; i++) {
            z.set(i, x.get(i));
        }
    }

    @Override
    public void permute(Block x, int[] dims, int[] permutation, Block z) {
        int[] zDims = new int[dims.length];
        for (int i = 0; i < dims.length; i++) {
            zDims[i] = dims[permutation[i]];
        }
        int[] index = new int[dims.length];
        int[] from = new int[dims.length];
        int n = size(dims);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < dims.length; j++) {
                from[permutation[j]] = index[j];
            }
            z.set(i, x.get(position(from, dims)));
            advance(index, zDims);
        }
    }

    @Override
    public void broadcast(Block x, int[] xDims, Block z, int[] zDims) {
        int[] index = new int[zDims.length];
        int n = size(zDims);
        for (int i = 0; i < n; i++) {
            z.set(i, x.get(repeated(index, xDims)));
            advance(index, zDims);
        }
    }

    @Override
    public void slice(Block x, int[] dims, int[] begin, int[] sizes, Block z) {
        int[] index = new int[dims.length];
        int[] from = new int[dims.length];
        int n = size(sizes);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < dims.length; j++) {
                from[j] = begin[j] + index[j];
            }
            z.set(i, x.get(position(from, dims)));
            advance(index, sizes);
        }
    }

    @Override
    public void place(Block x, int[] dims, Block z, int[] zDims, int[] begin) {
        int[] index = new int[dims.length];
        int[] to = new int[dims.length];
        int n = size(dims);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < dims.length; j++) {
                to[j] = begin[j] + index[j];
            }
            z.set(position(to, zDims), x.get(i));
            advance(index, dims);
        }
    }

    @Override
    public void gatherRows(Block x, int width, int[] indices, Block z) {
        for (int i = 0; i < indices.length; i++) {
            for (int j = 0; j < width; j++) {
                z.set(i * width + j, x.get(indices[i] * width + j));
            }
        }
    }

    @Override
    public void scatterAddRows(Block x, int width, int[] indices, Block z) {
        for (int i = 0; i < indices.length; i++) {
            for (int j = 0; j < width; j++) {
                int to = indices[i] * width + j;
                z.set(to, z.get(to) + x.get(i * width + j));
            }
        }
    }

    private static int size(int[] dims) {
        int size = 1;
        for (int dim : dims) {
            size *= dim;
        }
        return size;
    }

    private static int position(int[] index, int[] dims) {
        int position = 0;
        for (int i = 0; i < dims.length; i++) {
            position = position * dims[i] + index[i];
        }
        return position;
    }

    /** The position in an operand that repeats along its axes of size 1, and those it lacks in front. */
    private static int repeated(int[] index, int[] dims) {
        int position = 0;
        for (int i = 0; i < dims.length; i++) {
            position = position * dims[i] + (dims[i] == 1 ? 0 : index[index.length - dims.length + i]);
        }
        return position;
    }

    private static void advance(int[] index, int[] dims) {
        for (int i = dims.length - 1; i >= 0; i--) {
            if (++index[i] < dims[i]) {
                return;
            }
            index[i] = 0;
        }
    }
}
