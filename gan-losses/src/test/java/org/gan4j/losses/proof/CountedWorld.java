package org.gan4j.losses.proof;

import java.util.Arrays;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.gan4j.core.gan.ScoreFunction;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.loss.Wasserstein;
import org.gan4j.losses.penalty.QuadraticPotential;

/** Points with the number of times that the data and the generator give them, under GAN-QP. */
final class CountedWorld {
    private final double[][] points;
    private final int[] data;
    private final int[] generated;
    private final QuadraticPotential potential;

    CountedWorld(double[][] points, int[] data, int[] generated, QuadraticPotential potential) {
        this.points = points;
        this.data = data;
        this.generated = generated;
        this.potential = potential;
    }

    double p(int point) {
        return data[point] / (double) Arrays.stream(data).sum();
    }

    double q(int point) {
        return generated[point] / (double) Arrays.stream(generated).sum();
    }

    /** The best scores with that of the first point 0. */
    double[] solved() {
        int size = points.length;
        double[][] distance = Points.distances(points);
        RealMatrix laplacian = MatrixUtils.createRealMatrix(size, size);
        double[] difference = new double[size];
        for (int i = 0; i < size; i++) {
            difference[i] = p(i) - q(i);
            for (int j = 0; j < size; j++) {
                if (i != j) {
                    double w = (p(i) * q(j) + p(j) * q(i)) / (potential.lambda() * distance[i][j]);
                    laplacian.addToEntry(i, j, -w);
                    laplacian.addToEntry(i, i, w);
                }
            }
        }
        laplacian.setRow(0, new double[size]);
        laplacian.setEntry(0, 0, 1);
        difference[0] = 0;
        return new LUDecomposition(laplacian)
                .getSolver()
                .solve(MatrixUtils.createRealVector(difference))
                .toArray();
    }

    double leastValue(double[] best) {
        double sum = 0;
        for (int i = 0; i < best.length; i++) {
            sum -= (p(i) - q(i)) * best[i] / 2;
        }
        return sum;
    }

    /** The discriminator's loss on the batch that enumerates all pairs. */
    Tensor loss(Tensor scores) {
        int[] real = new int[pairs()];
        int[] fake = new int[pairs()];
        int next = 0;
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < points.length; j++) {
                for (int times = 0; times < data[i] * generated[j]; times++) {
                    real[next] = i;
                    fake[next++] = j;
                }
            }
        }
        Tensor wasserstein =
                new Wasserstein().discriminatorLoss(Scores.of(scores.gather(real)), Scores.of(scores.gather(fake)));
        ScoreFunction score = samples -> scores.gather(pointsOf(samples));
        Tensor price = potential.of(score, places().gather(real), places().gather(fake), RandomStream.of(1));
        return wasserstein.plus(price);
    }

    private int pairs() {
        return Arrays.stream(data).sum() * Arrays.stream(generated).sum();
    }

    private Tensor places() {
        return Tensor.of(
                Shape.of(points.length, points[0].length),
                Arrays.stream(points).flatMapToDouble(Arrays::stream).toArray());
    }

    /** Returns which points samples are. */
    private int[] pointsOf(Tensor samples) {
        int[] result = new int[samples.shape().dim(0)];
        for (int row = 0; row < result.length; row++) {
            for (int point = 0; point < points.length; point++) {
                if (samples.at(row, 0) == points[point][0] && samples.at(row, 1) == points[point][1]) {
                    result[row] = point;
                }
            }
        }
        return result;
    }
}
