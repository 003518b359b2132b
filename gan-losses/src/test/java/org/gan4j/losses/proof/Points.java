package org.gan4j.losses.proof;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Random places for the points of a finite world, and their distances. */
final class Points {
    private Points() {}

    static double[][] random(long seed, int size, int dimension) {
        SplittableRandom random = new SplittableRandom(900 + seed);
        double[][] points = new double[size][dimension];
        for (double[] point : points) {
            Arrays.setAll(point, axis -> 4 * random.nextDouble());
        }
        return points;
    }

    static double[][] distances(double[][] points) {
        double[][] distance = new double[points.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < points.length; j++) {
                double sum = 0;
                for (int axis = 0; axis < points[i].length; axis++) {
                    sum += Math.pow(points[i][axis] - points[j][axis], 2);
                }
                distance[i][j] = Math.sqrt(sum);
            }
        }
        return distance;
    }
}
