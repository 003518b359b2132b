package org.gan4j.core.data.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;

/**
 * A mixture of normal distributions of any shape, in any number of dimensions.
 *
 * <p>Each component has either a standard deviation, the same in every direction, or a covariance matrix.
 *
 * @param means one centre per component, all with the same number of coordinates
 * @param standardDeviations one per component, or a single one for all, or empty when covariances are given
 * @param covariances one matrix per component, symmetric and positive definite; or empty
 * @param weights how likely each component is, in proportion; empty for equally likely ones
 */
@About("A mixture of normal distributions of any shape, in any number of dimensions.")
public record GaussianMixture(
        List<List<Double>> means,
        @Default("[]") List<Double> standardDeviations,
        @Default("[]") List<List<List<Double>>> covariances,
        @Default("[]") List<Double> weights)
        implements MixtureDistribution {
    /**
     * Checks that the lists fit each other.
     *
     * @throws IllegalArgumentException if they do not, saying which one and how
     */
    public GaussianMixture {
        means = Collections.unmodifiableList(new ArrayList<>(means));
        standardDeviations = Collections.unmodifiableList(new ArrayList<>(standardDeviations));
        covariances = Collections.unmodifiableList(new ArrayList<>(covariances));
        weights = Collections.unmodifiableList(new ArrayList<>(weights));
        checkMeans(means);
        int count = means.size();
        if (standardDeviations.isEmpty() == covariances.isEmpty()) {
            throw new IllegalArgumentException(
                    "give either standardDeviations or covariances, one per component, and not both");
        }
        if (!covariances.isEmpty() && covariances.size() != count) {
            throw new IllegalArgumentException(
                    "expected one covariance for each of " + count + " means, got " + covariances.size());
        }
        if (standardDeviations.size() > 1 && standardDeviations.size() != count) {
            throw new IllegalArgumentException("expected one standard deviation, or one for each of " + count
                    + " means, got " + standardDeviations.size());
        }
        checkWeights(weights, count);
        components(means, standardDeviations, covariances);
    }

    private static void checkMeans(List<List<Double>> means) {
        if (means.isEmpty() || means.get(0).isEmpty()) {
            throw new IllegalArgumentException("means must list at least one centre with at least one coordinate");
        }
        for (List<Double> mean : means) {
            if (mean.size() != means.get(0).size()) {
                throw new IllegalArgumentException("all means must have the same number of coordinates, got " + means);
            }
            for (double coordinate : mean) {
                SettingChecks.finite("a coordinate of a mean", coordinate);
            }
        }
    }

    private static void checkWeights(List<Double> weights, int count) {
        if (!weights.isEmpty() && weights.size() != count) {
            throw new IllegalArgumentException(
                    "expected one weight for each of " + count + " means, got " + weights.size());
        }
        double total = weights.isEmpty() ? 1 : 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("a weight must be 0 or more, got " + weight);
            }
            total += weight;
        }
        SettingChecks.positive("the sum of the weights", total);
    }

    private static List<Normal> components(
            List<List<Double>> means, List<Double> standardDeviations, List<List<List<Double>>> covariances) {
        List<Normal> components = new ArrayList<>();
        for (int k = 0; k < means.size(); k++) {
            double[] mean = numbers(means.get(k));
            if (covariances.isEmpty()) {
                double deviation = standardDeviations.get(standardDeviations.size() == 1 ? 0 : k);
                components.add(Normal.isotropic(mean, deviation));
            } else {
                double[][] covariance = covariances.get(k).stream()
                        .map(GaussianMixture::numbers)
                        .toArray(double[][]::new);
                components.add(Normal.correlated(mean, covariance));
            }
        }
        return components;
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public String name() {
        return "gaussian-mixture";
    }

    @Override
    public Mixture mixture() {
        List<Normal> components = components(means, standardDeviations, covariances);
        return weights.isEmpty() ? Mixture.uniform(components) : Mixture.weighted(components, weights);
    }
}
