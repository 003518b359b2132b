package org.gan4j.losses.contract;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.gan4j.core.gan.finite.FiniteWorld;

/** Finitely many points with their probabilities under the data, p, and under the generator, q. */
public final class World {
    private final FiniteWorld finite;

    private World(FiniteWorld finite) {
        this.finite = finite;
    }

    /** Returns a world of given probabilities, each list summing to 1. */
    public static World of(double[] p, double[] q) {
        return new World(FiniteWorld.of(p, q));
    }

    /** Returns a world of random p and q in which every point is possible, the same for the same seed. */
    public static World random(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        return of(probabilities(random, size), probabilities(random, size));
    }

    private static double[] probabilities(SplittableRandom random, int size) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> 0.05 - Math.log1p(-random.nextDouble()));
        double total = Arrays.stream(values).sum();
        Arrays.setAll(values, i -> values[i] / total);
        return values;
    }

    /** Returns the number of points. */
    public int size() {
        return finite.size();
    }

    /** Returns the probability of a point under the data. */
    public double p(int point) {
        return finite.p(point);
    }

    /** Returns the probability of a point under the generator. */
    public double q(int point) {
        return finite.q(point);
    }

    /** Returns the same world in the terms of the framework. */
    FiniteWorld finite() {
        return finite;
    }

    /** Returns the world in which the generator is perfect: q = p. */
    public World withPerfectGenerator() {
        double[] perfect = each((p, q) -> p);
        return of(perfect, perfect);
    }

    /** Returns a function of p and q at every point. */
    public double[] each(DoubleBinaryOperator of) {
        double[] values = new double[size()];
        Arrays.setAll(values, i -> of.applyAsDouble(p(i), q(i)));
        return values;
    }

    /** Returns the sum over all points of a function of p and q. */
    public double sum(DoubleBinaryOperator of) {
        return finite.sum(of);
    }

    @Override
    public String toString() {
        return finite.toString();
    }
}
