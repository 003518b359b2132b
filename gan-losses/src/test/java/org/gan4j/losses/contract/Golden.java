package org.gan4j.losses.contract;

import java.util.Arrays;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Scores of a real and of a fake batch, with what the two sides of a loss must give on them. */
public final class Golden {
    private final double[] real;
    private final double[] fake;
    private final double discriminator;
    private final double generator;

    Golden(double[] real, double[] fake, double discriminator, double generator) {
        this.real = real;
        this.fake = fake;
        this.discriminator = discriminator;
        this.generator = generator;
    }

    Scores real() {
        return scores(real);
    }

    Scores fake() {
        return scores(fake);
    }

    /** Returns what the discriminator minimises. */
    public double discriminator() {
        return discriminator;
    }

    /** Returns what the generator minimises. */
    public double generator() {
        return generator;
    }

    /** Returns whether both sides have the same scores, up to their order. */
    boolean isSymmetric() {
        return Arrays.equals(sorted(real), sorted(fake));
    }

    @Override
    public String toString() {
        return "real scores " + Arrays.toString(real) + ", fake scores " + Arrays.toString(fake);
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static Scores scores(double[] values) {
        return Scores.of(Tensor.of(Shape.of(values.length, 1), values));
    }
}
