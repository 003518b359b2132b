package org.gan4j.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.NamedLayer;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.LabelConcatenation;
import org.gan4j.core.nn.dense.LabelProjection;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.nn.norm.BatchNorm;
import org.gan4j.core.tensor.Shape;

/**
 * The layers of a network, put together one after the other: labels where they are wanted, a layer with weights, its
 * normalisation, its activation.
 */
final class NetworkBuilder {
    /** The name of the last layer with weights. */
    static final String OUTPUT = "output";

    private final Optional<BatchNorm> norm;
    private final Activation activation;
    private final Conditioning labels;
    private final int classes;
    private final List<Layer> layers = new ArrayList<>();
    private boolean begun;

    NetworkBuilder(Optional<BatchNorm> norm, Activation activation, Conditioning labels, int classes) {
        this.norm = norm;
        this.activation = activation;
        this.labels = labels;
        this.classes = classes;
    }

    /** Adds a layer with weights, its normalisation under its name and "norm", and the activation. */
    void hidden(String name, Layer layer) {
        weighted(name, layer);
        normalised(name);
        then(activation);
    }

    /** Adds a layer with weights and nothing after it. */
    void weighted(String name, Layer layer) {
        labelled();
        then(new NamedLayer(name, layer));
    }

    /**
     * Returns the discriminator whose trunk are the layers so far, and whose score is a linear map of their features, with a
     * projection on labels where these are wanted so.
     *
     * @param samples the shape of one sample
     */
    DiscriminatorNetwork scoring(Shape samples, Initializer weights, Optional<Initializer> biases) {
        labelled();
        Layer score = labels == Conditioning.PROJECTION
                ? new LabelProjection(classes, weights, weights, biases)
                : new Linear(1, weights, biases);
        return DiscriminatorNetwork.of(samples, network(), score);
    }

    private void labelled() {
        if (labels == Conditioning.EVERY_LAYER || (labels == Conditioning.INPUT && !begun)) {
            then(new LabelConcatenation(classes));
        }
        begun = true;
    }

    /** Adds the normalisation, if there is one, under a name and "norm". */
    void normalised(String name) {
        norm.ifPresent(after -> then(new NamedLayer(name + ".norm", after)));
    }

    /** Adds a layer as it is. */
    void then(Layer layer) {
        layers.add(layer);
    }

    Sequential network() {
        return new Sequential(layers);
    }
}
