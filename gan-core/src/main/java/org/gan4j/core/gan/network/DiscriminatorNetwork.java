package org.gan4j.core.gan.network;

import org.gan4j.core.data.Samples;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Network;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.norm.WeightNorm;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * A discriminator's network, made for the samples that it is to score: a trunk of layers, whose features serve the head of
 * the score and any other head, such as one of classes or of codes, in one pass.
 *
 * <p>Parameters of the trunk stand under its layers' names, those of a head under the head's: the score's is called
 * "output".
 */
public interface DiscriminatorNetwork extends Network {
    /** The name of the score's head. */
    String SCORE = "output";

    /**
     * Returns a network whose score is a head on the features of a trunk.
     *
     * @param samples the shape of one sample
     * @param trunk from samples to features
     * @param score from features to one number: a linear map, or a projection on labels
     * @throws IllegalArgumentException if the trunk does not take such samples, or the head gives more than one number
     */
    static DiscriminatorNetwork of(Shape samples, Layer trunk, Layer score) {
        return TrunkAndHeads.of(samples, trunk, score);
    }

    /**
     * Returns a network whose score is the output of one layer, without features of a trunk.
     *
     * @param samples the shape of one sample
     * @param score from samples to one number
     * @throws IllegalArgumentException if the layer does not take such samples, or gives more than one number
     */
    static DiscriminatorNetwork scoring(Shape samples, Layer score) {
        return TrunkAndHeads.of(samples, score, Activation.identity());
    }

    /**
     * Passes a batch through the network.
     *
     * @param parameters from {@link #init}
     * @param samples values of shape [N, ...]; with labels where the network is conditional
     * @param pass training or evaluation, randomness and buffers
     */
    DiscriminatorOutputs apply(Parameters parameters, Samples samples, Pass pass);

    /** Returns the raw scores of a batch, [N, 1], high = real. */
    default Tensor score(Parameters parameters, Samples samples, Pass pass) {
        return apply(parameters, samples, pass).score();
    }

    /** Returns the shape of the features of one sample. */
    Shape features();

    /** Returns the same network whose weights, those of all heads included, are normalised. */
    DiscriminatorNetwork with(WeightNorm norm);

    /**
     * Returns the same network with one more head on its features.
     *
     * @param name under which its parameters stand and its output is read
     * @param head from features to the output
     * @throws IllegalArgumentException if there is such a head, or the trunk reads labels: a head of classes would be told
     *     what it is to find out
     */
    DiscriminatorNetwork withHead(String name, Layer head);
}
