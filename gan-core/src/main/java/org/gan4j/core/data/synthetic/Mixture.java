package org.gan4j.core.data.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gan4j.core.data.Density;
import org.gan4j.core.data.Mode;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Weighted normal distributions: what every mixture record is made of.
 *
 * <p>p(x) = sum_k w_k N(x; mu_k, C_k), its logarithm by logsumexp.
 */
final class Mixture implements Density {
    private final List<Normal> components;
    private final double[] weights;

    private Mixture(List<Normal> components, double[] weights) {
        this.components = components;
        this.weights = weights;
    }

    /** Returns the mixture of equally likely components. */
    static Mixture uniform(List<Normal> components) {
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            weights.add(1.0);
        }
        return weighted(components, weights);
    }

    /** Returns the mixture of components whose probabilities are proportional to the weights. */
    static Mixture weighted(List<Normal> components, List<Double> weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double[] probabilities = new double[weights.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = weights.get(i) / total;
        }
        return new Mixture(components, probabilities);
    }

    Shape shape() {
        return Shape.of(components.get(0).dimension());
    }

    int classes() {
        return components.size();
    }

    List<Mode> modes() {
        return Collections.unmodifiableList(components);
    }

    /** Draws points with the number of their component as label. */
    Samples sample(int count, RandomStream random) {
        int dimension = components.get(0).dimension();
        float[] chances =
                random.split("component").uniform(Shape.of(count), 0, 1).toFloats();
        float[] noise = random.split("noise").normal(Shape.of(count, dimension)).toFloats();
        float[] values = new float[count * dimension];
        float[] labels = new float[count];
        for (int i = 0; i < count; i++) {
            int component = component(chances[i]);
            components.get(component).place(noise, values, i * dimension);
            labels[i] = component;
        }
        return Samples.of(Tensor.of(Shape.of(count, dimension), values), Tensor.of(Shape.of(count), labels));
    }

    private int component(double chance) {
        double rest = chance;
        int last = 0;
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] > 0) {
                last = k;
                rest -= weights[k];
                if (rest < 0) {
                    return k;
                }
            }
        }
        return last;
    }

    @Override
    public double[] logDensity(Tensor points) {
        int dimension = components.get(0).dimension();
        if (points.shape().rank() != 2 || points.shape().dim(1) != dimension) {
            throw new IllegalArgumentException(
                    "expected points of shape [N, " + dimension + "], got " + points.shape());
        }
        double[] values = points.toDoubles();
        double[] result = new double[points.shape().dim(0)];
        double[] point = new double[dimension];
        for (int i = 0; i < result.length; i++) {
            System.arraycopy(values, i * dimension, point, 0, dimension);
            result[i] = logDensity(point);
        }
        return result;
    }

    private double logDensity(double[] point) {
        double[] terms = new double[weights.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < terms.length; k++) {
            terms[k] = Math.log(weights[k]) + components.get(k).logDensity(point);
            highest = Math.max(highest, terms[k]);
        }
        if (highest == Double.NEGATIVE_INFINITY) {
            return highest;
        }
        double sum = 0;
        for (double term : terms) {
            sum += Math.exp(term - highest);
        }
        return highest + Math.log(sum);
    }
}
