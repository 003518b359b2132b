package org.gan4j.losses.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Columns of scores and what a loss makes of them. */
final class Batches {
    /** The two sides of a loss. */
    enum Side {
        DISCRIMINATOR,
        GENERATOR;

        Tensor of(AdversarialLoss loss, Scores real, Scores fake) {
            return this == DISCRIMINATOR ? loss.discriminatorLoss(real, fake) : loss.generatorLoss(real, fake);
        }

        Tensor of(AdversarialLoss loss, Tensor real, Tensor fake) {
            return of(loss, Scores.of(real), Scores.of(fake));
        }
    }

    private Batches() {}

    static Tensor column(double... values) {
        return Tensor.of(Shape.of(values.length, 1), values);
    }

    /** Returns the gradients of a scalar function of real and fake scores, real first. */
    static List<double[]> gradients(BiFunction<Tensor, Tensor, Tensor> of, Tensor real, Tensor fake) {
        Tensor trackedReal = real.tracked();
        Tensor trackedFake = fake.tracked();
        List<double[]> result = new ArrayList<>();
        for (Tensor gradient : Gradients.of(of.apply(trackedReal, trackedFake), List.of(trackedReal, trackedFake))) {
            result.add(gradient.toDoubles());
        }
        return result;
    }

    /** Returns the first of each pair (a, b) with a from one list and b from the other, in the order of a. */
    static double[] firstOfPairs(double[] a, double[] b) {
        double[] result = new double[a.length * b.length];
        Arrays.setAll(result, i -> a[i / b.length]);
        return result;
    }

    /** Returns the second of each pair (a, b), in the order of {@link #firstOfPairs}. */
    static double[] secondOfPairs(double[] a, double[] b) {
        double[] result = new double[a.length * b.length];
        Arrays.setAll(result, i -> b[i % b.length]);
        return result;
    }
}
