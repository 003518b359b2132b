package org.gan4j.core.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gan4j.core.kernel.ConvolutionSizes;
import org.gan4j.core.memory.DType;

/** One or more rows for every operation: where, and to which order, its derivatives are checked. */
final class OperationTable {
    /**
     * A row.
     *
     * @param operation class and name of the operation, with its number of parameters
     * @param order the highest order checked; 0 for an operation without gradient
     */
    record Row(String operation, int order, Function<List<Tensor>, Tensor> function, List<Tensor> at) {
        @Override
        public String toString() {
            return operation + " order " + order;
        }
    }

    private static final int NONE = 0;
    private static final int KINKED = 2;
    private static final int SMOOTH = 3;

    private final List<Row> rows = new ArrayList<>();
    private final Tensor x = GradientCheck.random(Shape.of(2, 3), 1);
    private final Tensor y = GradientCheck.random(Shape.of(2, 3), 2);
    private final Tensor row = GradientCheck.random(Shape.of(3), 3);
    private final Tensor column = GradientCheck.random(Shape.of(2, 1), 4);
    private final Tensor positive = x.plus(1.5);
    private final Tensor kinked = Tensor.of(Shape.of(2, 3), -1.4, -0.3, 0.2, 0.7, 1.3, -0.6);
    private final Tensor cube = GradientCheck.random(Shape.of(2, 3, 4), 5);
    private final Tensor mask = Tensor.of(Shape.of(2, 3), 1.0, 0, 0, 1, 1, 0);

    static List<Row> rows() {
        OperationTable table = new OperationTable();
        table.elementwise();
        table.functions();
        table.selection();
        table.comparisons();
        table.reductions();
        table.matrices();
        table.layouts();
        table.convolutions();
        return table.rows;
    }

    private void add(String operation, int order, Function<List<Tensor>, Tensor> function, Tensor... at) {
        rows.add(new Row(operation, order, function, List.of(at)));
    }

    private void elementwise() {
        add("Elementwise.plus/2", SMOOTH, p -> p.get(0).plus(p.get(1)), x, y);
        add("Elementwise.plus/2", SMOOTH, p -> p.get(0).plus(p.get(1)), column, row);
        add("Elementwise.plus/2", SMOOTH, p -> p.get(0).plus(0.7), x);
        add("Elementwise.minus/2", SMOOTH, p -> p.get(0).minus(p.get(1)), x, row);
        add("Elementwise.minus/2", SMOOTH, p -> p.get(0).minus(p.get(1)), column, y);
        add("Elementwise.minus/2", SMOOTH, p -> p.get(0).minus(0.7), x);
        add("Elementwise.times/2", SMOOTH, p -> p.get(0).times(p.get(1)), x, y);
        add("Elementwise.times/2", SMOOTH, p -> p.get(0).times(p.get(0)), x);
        add("Elementwise.times/2", SMOOTH, p -> p.get(0).times(p.get(1)), row, column);
        add("Elementwise.times/2", SMOOTH, p -> p.get(0).times(-0.7), x);
        add("Elementwise.dividedBy/2", SMOOTH, p -> p.get(0).dividedBy(p.get(1)), y, positive);
        add("Elementwise.dividedBy/2", SMOOTH, p -> p.get(0).dividedBy(p.get(1)), column, row.plus(2));
        add("Elementwise.dividedBy/2", SMOOTH, p -> p.get(0).dividedBy(-0.7), x);
        add("Elementwise.tanhGradient/2", SMOOTH, p -> Elementwise.tanhGradient(p.get(0), p.get(1)), x, y);
        add("Elementwise.sigmoidGradient/2", SMOOTH, p -> Elementwise.sigmoidGradient(p.get(0), p.get(1)), x, y);
        add("Elementwise.reluGradient/2", KINKED, p -> Elementwise.reluGradient(p.get(0), p.get(1)), x, kinked);
        add(
                "Elementwise.leakyReluGradient/3",
                KINKED,
                p -> Elementwise.leakyReluGradient(p.get(0), p.get(1), 0.2),
                y,
                x);
    }

    private void functions() {
        add(
                "Standardisation.values/2",
                SMOOTH,
                p -> Standardisation.values(p.get(0), 0.1),
                GradientCheck.random(Shape.of(5, 2), 8));
        add(
                "Standardisation.gradient/3",
                SMOOTH,
                p -> Standardisation.gradient(p.get(0), p.get(1), p.get(2)),
                x,
                y,
                row.plus(2));
        add("Functions.negate/1", SMOOTH, p -> p.get(0).negate(), x);
        add("Functions.exp/1", SMOOTH, p -> p.get(0).exp(), x);
        add("Functions.log/1", SMOOTH, p -> p.get(0).log(), positive);
        add("Functions.log1p/1", SMOOTH, p -> p.get(0).log1p(), positive);
        add("Functions.expm1/1", SMOOTH, p -> p.get(0).expm1(), x);
        add("Functions.sqrt/1", SMOOTH, p -> p.get(0).sqrt(), positive);
        add("Functions.square/1", SMOOTH, p -> p.get(0).square(), x);
        add("Functions.abs/1", KINKED, p -> p.get(0).abs(), kinked);
        add("Functions.sign/1", NONE, p -> p.get(0).sign(), x);
        add("Functions.reciprocal/1", SMOOTH, p -> p.get(0).reciprocal(), positive);
        add("Functions.power/2", SMOOTH, p -> p.get(0).power(1.7), positive);
        add("Functions.power/2", SMOOTH, p -> p.get(0).power(2), Tensor.of(Shape.of(3), -1.5, 0.0, 0.5));
        add("Functions.power/2", SMOOTH, p -> p.get(0).power(-1), positive);
        add("Functions.sigmoid/1", SMOOTH, p -> p.get(0).sigmoid(), x);
        add("Functions.tanh/1", SMOOTH, p -> p.get(0).tanh(), x);
        add("Functions.softplus/1", SMOOTH, p -> p.get(0).softplus(), x);
        add("Functions.relu/1", KINKED, p -> p.get(0).relu(), kinked);
        add("Functions.leakyRelu/2", KINKED, p -> p.get(0).leakyRelu(0.2), kinked);
        add("Functions.elu/2", SMOOTH, p -> p.get(0).elu(0.8), kinked);
    }

    private void selection() {
        add("Selection.maximum/2", KINKED, p -> p.get(0).maximum(p.get(1)), x, y);
        add("Selection.maximum/2", KINKED, p -> p.get(0).maximum(p.get(1)), column, row);
        add("Selection.maximum/2", KINKED, p -> p.get(0).maximum(0.1), kinked);
        add("Selection.minimum/2", KINKED, p -> p.get(0).minimum(p.get(1)), x, row);
        add("Selection.minimum/2", KINKED, p -> p.get(0).minimum(0.1), kinked);
        add("Selection.clip/3", KINKED, p -> p.get(0).clip(-0.5, 0.9), kinked);
        add("Selection.where/3", SMOOTH, p -> Tensor.where(mask, p.get(0), p.get(1)), x, y);
        add("Selection.where/3", SMOOTH, p -> Tensor.where(mask, p.get(0), p.get(1)), column, row);
    }

    private void comparisons() {
        add("Selection.greaterThan/2", NONE, p -> p.get(0).greaterThan(p.get(1)), x, y);
        add("Selection.greaterThan/2", NONE, p -> p.get(0).greaterThan(0), x);
        add("Selection.greaterOrEqual/2", NONE, p -> p.get(0).greaterOrEqual(p.get(1)), x, y);
        add("Selection.greaterOrEqual/2", NONE, p -> p.get(0).greaterOrEqual(0), x);
        add("Selection.lessThan/2", NONE, p -> p.get(0).lessThan(p.get(1)), x, y);
        add("Selection.lessThan/2", NONE, p -> p.get(0).lessThan(0), x);
        add("Selection.lessOrEqual/2", NONE, p -> p.get(0).lessOrEqual(p.get(1)), x, y);
        add("Selection.lessOrEqual/2", NONE, p -> p.get(0).lessOrEqual(0), x);
        add("Selection.equalTo/2", NONE, p -> p.get(0).equalTo(p.get(1)), x, y);
        add("Selection.equalTo/2", NONE, p -> p.get(0).equalTo(0), x);
    }

    private void reductions() {
        add("Reduction.sum/1", SMOOTH, p -> p.get(0).sum(), x);
        add("Reduction.sum/2", SMOOTH, p -> p.get(0).sum(0, 2), cube);
        add("Reduction.sum/2", SMOOTH, p -> p.get(0).sum(-2), cube);
        add("Reduction.sumKeeping/2", SMOOTH, p -> p.get(0).sumKeeping(1), cube);
        add("Reduction.mean/1", SMOOTH, p -> p.get(0).mean(), x);
        add("Reduction.mean/2", SMOOTH, p -> p.get(0).mean(2, 1), cube);
        add("Reduction.meanKeeping/2", SMOOTH, p -> p.get(0).meanKeeping(0), cube);
        add("Reduction.max/1", KINKED, p -> p.get(0).max(), x);
        add("Reduction.max/2", KINKED, p -> p.get(0).max(0, 2), cube);
        add("Reduction.maxKeeping/2", KINKED, p -> p.get(0).maxKeeping(1), cube);
        add("Reduction.logSumExp/1", SMOOTH, p -> p.get(0).logSumExp(), x);
        add("Reduction.logSumExp/2", SMOOTH, p -> p.get(0).logSumExp(1), cube);
        add("Reduction.softmax/2", SMOOTH, p -> p.get(0).softmax(-1), x);
        add("Reduction.softmax/2", SMOOTH, p -> p.get(0).softmax(1), cube);
        add("Reduction.squaredNorm/1", SMOOTH, p -> p.get(0).squaredNorm(), x);
        add("Reduction.norm/1", SMOOTH, p -> p.get(0).norm(), x);
        add("Reduction.norm/2", SMOOTH, p -> p.get(0).norm(1), x);
        add("Reduction.norm/2", SMOOTH, p -> p.get(0).norm(0, -1), cube);
    }

    private void matrices() {
        Tensor a = GradientCheck.random(Shape.of(2, 3), 6);
        Tensor b = GradientCheck.random(Shape.of(3, 4), 7);
        Tensor at = a.transpose();
        Tensor bt = b.transpose();
        add("Matrix.matmul/4", SMOOTH, p -> p.get(0).matmul(p.get(1)), a, b);
        add("Matrix.matmul/4", SMOOTH, p -> p.get(0).matmul(p.get(1), true, false), at, b);
        add("Matrix.matmul/4", SMOOTH, p -> p.get(0).matmul(p.get(1), false, true), a, bt);
        add("Matrix.matmul/4", SMOOTH, p -> p.get(0).matmul(p.get(1), true, true), at, bt);
        add("Matrix.matmul/4", SMOOTH, p -> p.get(0).matmul(p.get(0), false, true), a);
        add(
                "Matrix.affine/3",
                SMOOTH,
                p -> p.get(0).affine(p.get(1), p.get(2)),
                a,
                b,
                GradientCheck.random(Shape.of(4), 8));
    }

    private void layouts() {
        Tensor pieces = GradientCheck.random(Shape.of(2, 6), 9);
        Tensor index = Tensor.of(DType.FLOAT64, Shape.of(2, 3), 1, 0, 0, 1, 1, 0);
        int[] rowNumbers = {2, 0, 2, 1};
        Tensor table = GradientCheck.random(Shape.of(3, 2), 10);
        Tensor four = GradientCheck.random(Shape.of(4, 2), 11);
        add("Layout.reshape/2", SMOOTH, p -> p.get(0).reshape(Shape.of(3, 2)), x);
        add("Layout.reshape/2", SMOOTH, p -> p.get(0).reshape(4, -1), cube);
        add("Layout.transpose/1", SMOOTH, p -> p.get(0).transpose(), x);
        add("Layout.transpose/2", SMOOTH, p -> p.get(0).transpose(2, 0, 1), cube);
        add("Layout.withValues/2", SMOOTH, p -> p.get(0).withValues(p.get(0).detach()), x);
        add("Layout.broadcastTo/2", SMOOTH, p -> p.get(0).broadcastTo(Shape.of(4, 2, 3)), column);
        add("Layout.slice/4", SMOOTH, p -> p.get(0).slice(-1, 1, 3), cube);
        add("Layout.pad/4", SMOOTH, p -> p.get(0).pad(1, 2, 1), cube);
        add("Layout.concatenate/2", SMOOTH, p -> Tensor.concatenate(1, p.get(0), p.get(1), p.get(0)), x, column);
        add("Layout.convert/2", SMOOTH, p -> p.get(0).to(DType.FLOAT64), x);
        add("Indexing.gather/2", SMOOTH, p -> p.get(0).gather(rowNumbers), table);
        add("Indexing.scatterAdd/3", SMOOTH, p -> p.get(0).scatterAdd(rowNumbers, 5), four);
        add("Indexing.maxout/2", KINKED, p -> p.get(0).maxout(3), pieces);
        add("Indexing.scatterToIndex/3", SMOOTH, p -> Indexing.scatterToIndex(p.get(0), index, 2), x);
        add("Indexing.gatherAtIndex/3", SMOOTH, p -> Indexing.gatherAtIndex(p.get(0), index, 2), pieces);
    }

    /** x is 2 images of 5 x 4, w 3 x 2 with strides 2 x 1. */
    private void convolutions() {
        Tensor images = GradientCheck.random(Shape.of(2, 5, 4, 2), 12);
        Tensor weights = GradientCheck.random(Shape.of(3, 2, 2, 3), 13);
        Tensor results = GradientCheck.random(Shape.of(2, 3, 4, 3), 14);
        Sliding sliding = new Sliding(2, 1, 1, 2, 1, 0);
        ConvolutionSizes sizes = new ConvolutionSizes(
                2,
                new ConvolutionSizes.Image(5, 4, 2),
                new ConvolutionSizes.Image(3, 4, 3),
                new ConvolutionSizes.Window(3, 2, 2, 1, 1, 1));
        add(
                "Convolutions.convolve/3",
                SMOOTH,
                p -> Convolutions.convolve(p.get(0), p.get(1), sliding),
                images,
                weights);
        add(
                "Convolutions.convolve/3",
                SMOOTH,
                p -> Convolutions.convolve(p.get(0), p.get(0), Sliding.by(1).padded(1)),
                GradientCheck.random(Shape.of(2, 2, 2, 2), 15));
        add(
                "Convolutions.transposed/5",
                SMOOTH,
                p -> Convolutions.transposed(p.get(0), p.get(1), sliding, 1, 0),
                results,
                weights);
        add("Convolutions.forward/3", SMOOTH, p -> Convolutions.forward(p.get(0), p.get(1), sizes), images, weights);
        add(
                "Convolutions.backwardData/3",
                SMOOTH,
                p -> Convolutions.backwardData(p.get(0), p.get(1), sizes),
                results,
                weights);
        add(
                "Convolutions.backwardWeights/3",
                SMOOTH,
                p -> Convolutions.backwardWeights(p.get(0), p.get(1), sizes),
                images,
                results);
    }
}
