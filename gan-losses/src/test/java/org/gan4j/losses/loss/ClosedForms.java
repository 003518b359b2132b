package org.gan4j.losses.loss;

import org.gan4j.losses.contract.World;

/** Divergences of finite worlds, from their definitions. */
final class ClosedForms {
    private ClosedForms() {}

    static double[] logDensityRatio(World world) {
        return world.each((p, q) -> Math.log(p / q));
    }

    static double kullbackLeibler(World world) {
        return world.sum((p, q) -> p * Math.log(p / q));
    }

    /** TV = sum |p - q| / 2. */
    static double totalVariation(World world) {
        return world.sum((p, q) -> Math.abs(p - q)) / 2;
    }

    /** 2 JSD(p, q) = KL(p, m) + KL(q, m) with m the mean of p and q. */
    static double twiceJensenShannon(World world) {
        return world.sum((p, q) -> p * Math.log(2 * p / (p + q)) + q * Math.log(2 * q / (p + q)));
    }

    /** The least cross-entropy of telling p from q: log 4 - 2 JSD(p, q). */
    static double crossEntropy(World world) {
        return Math.log(4) - twiceJensenShannon(world);
    }

    /** The sum of (p - q)^2 / (p + q). */
    static double triangle(World world) {
        return world.sum((p, q) -> (p - q) * (p - q) / (p + q));
    }

    /** The world of ordered pairs: (x, y) with p(x) q(y) under the data and q(x) p(y) under the generator. */
    static World pairs(World world) {
        int size = world.size();
        double[] p = new double[size * size];
        double[] q = new double[size * size];
        for (int x = 0; x < size; x++) {
            for (int y = 0; y < size; y++) {
                p[x * size + y] = world.p(x) * world.q(y);
                q[x * size + y] = world.q(x) * world.p(y);
            }
        }
        return World.of(p, q);
    }
}
