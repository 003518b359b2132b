package org.gan4j.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gan4j.core.config.About;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.NamedLayer;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.dense.Dropout;
import org.gan4j.core.nn.dense.Flatten;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.dense.Maxout;
import org.gan4j.core.nn.init.Initializer;

/**
 * A discriminator of maxout layers with dropout before each layer and one raw score per sample.
 *
 * <p>dropout(inputKeep), maxout, dropout(hiddenKeep), maxout, ..., dropout(hiddenKeep), linear. Parameters are called
 * "hidden.0.weight", "hidden.0.bias", ..., "output.weight", "output.bias". Samples of any shape are scored as rows of
 * numbers.
 *
 * @param units the number of outputs of each hidden layer, first to last, at least one layer
 * @param pieces the number of affine maps of a unit, at least 1
 * @param weights the initial weights; biases start at 0
 * @param inputKeep the probability that dropout keeps a number of the input in training; 1 is no dropout
 * @param hiddenKeep the same for hidden units
 * @see <a href="https://arxiv.org/abs/1302.4389">Goodfellow et al., Maxout networks, 2013</a>
 */
@About(
        value = "A discriminator of maxout layers with dropout before each.",
        paper = "Goodfellow et al., Maxout networks, 2013, https://arxiv.org/abs/1302.4389")
public record MaxoutDiscriminator(
        List<Integer> units, int pieces, Initializer weights, double inputKeep, double hiddenKeep)
        implements Discriminator {
    /** Two layers of 240 units with 5 pieces, as for MNIST in the 2014 paper. */
    public static final MaxoutDiscriminator DEFAULTS =
            new MaxoutDiscriminator(List.of(240, 240), 5, Initializer.uniform(-0.005, 0.005), 0.8, 0.5);

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if there is no layer, a size is below 1, or a probability is not in (0, 1]
     */
    public MaxoutDiscriminator {
        Objects.requireNonNull(weights, "weights is null");
        units = ArchitectureChecks.units("units", units);
        if (units.isEmpty()) {
            throw new IllegalArgumentException("units is empty: there must be at least one maxout layer");
        }
        if (pieces < 1) {
            throw new IllegalArgumentException("pieces must be at least 1, but is " + pieces);
        }
        ArchitectureChecks.probability("inputKeep", inputKeep);
        ArchitectureChecks.probability("hiddenKeep", hiddenKeep);
    }

    @Override
    public DiscriminatorNetwork network(SampleSpec spec) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Flatten());
        for (int i = 0; i < units.size(); i++) {
            layers.add(new NamedLayer("dropout." + i, new Dropout(i == 0 ? inputKeep : hiddenKeep)));
            layers.add(new NamedLayer("hidden." + i, Maxout.of(units.get(i), pieces, weights)));
        }
        layers.add(new NamedLayer("dropout." + units.size(), new Dropout(hiddenKeep)));
        return DiscriminatorNetwork.of(spec.shape(), new Sequential(layers), Linear.of(1, weights));
    }
}
