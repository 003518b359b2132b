package peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;

/** Case e: the width with the best mean log density of the validation images scores the test images. */
final class Parzen implements PeerCase {
    private static final int WIDTHS = 10;

    private final NDManager manager;
    private final int rows;
    private final NDArray mean;
    private final NDArray transposed;
    private final NDArray norms;
    private final NDArray validation;
    private final NDArray test;
    private final double logCount;
    private final int dimension;
    private OptionalDouble value = OptionalDouble.empty();

    Parzen(NDManager manager, Path data, int rows) throws IOException {
        this.manager = manager;
        this.rows = rows;
        NDArray centres;
        try (InputStream in = Files.newInputStream(data)) {
            NDList arrays = NDList.decode(manager, in);
            centres = flat(arrays.get("centres"));
            validation = flat(arrays.get("validation"));
            test = flat(arrays.get("test"));
        }
        mean = centres.mean(new int[] {0}, true);
        NDArray centred = centres.sub(mean);
        norms = centred.square().sum(new int[] {1}).reshape(1, -1);
        transposed = centred.transpose();
        logCount = Math.log(centres.getShape().get(0));
        dimension = (int) centres.getShape().get(1);
    }

    private static NDArray flat(NDArray images) {
        return images.reshape(images.getShape().get(0), -1);
    }

    @Override
    public void step() {
        double[] widths = new double[WIDTHS];
        for (int i = 0; i < WIDTHS; i++) {
            widths[i] = Math.pow(10, -1 + i / 9.0);
        }
        double[] validated = meanLogDensities(validation, widths);
        int best = 0;
        for (int i = 1; i < WIDTHS; i++) {
            best = validated[i] > validated[best] ? i : best;
        }
        value = OptionalDouble.of(meanLogDensities(test, widths[best])[0]);
    }

    private double[] meanLogDensities(NDArray points, double... widths) {
        double[] sums = new double[widths.length];
        long count = points.getShape().get(0);
        for (long from = 0; from < count; from += rows) {
            try (NDManager step = manager.newSubManager()) {
                NDArray part = points.get(step, new NDIndex("{}:{}", from, Math.min(count, from + rows)))
                        .sub(mean);
                part.attach(step);
                NDArray squares = part.matMul(transposed);
                squares.attach(step);
                squares.muli(-2)
                        .addi(norms)
                        .addi(part.square().sum(new int[] {1}, true));
                for (int i = 0; i < widths.length; i++) {
                    sums[i] += logDensities(squares, widths[i]);
                }
            }
        }
        for (int i = 0; i < widths.length; i++) {
            sums[i] /= count;
        }
        return sums;
    }

    /** sum over points of log mean exp(-|x - c|^2 / 2 s^2) - d log(s sqrt(2 pi)) */
    private double logDensities(NDArray squares, double width) {
        NDArray exponents = squares.mul((float) (-0.5 / (width * width)));
        NDArray largest = exponents.max(new int[] {1}, true);
        NDArray logs = exponents.subi(largest).exp().sum(new int[] {1}, true).log().addi(largest);
        double constant = logCount + dimension * Math.log(width * Math.sqrt(2 * Math.PI));
        return logs.sum().getFloat() - constant * squares.getShape().get(0);
    }

    @Override
    public Map<String, Long> parameters() {
        return Map.of();
    }

    @Override
    public OptionalDouble value() {
        return value;
    }
}
