package org.gan4j.core.nn.dense;

import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.nn.init.Fan;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * The last layer of a projection discriminator: a score of the features, and how well they agree with the vector learnt for
 * the label.
 *
 * <p>y = x W + b + sum_k x_k V_(label, k). x is [N, features], W (named "weight") [features, 1], b (named "bias") [1], V
 * (named "embedding") [classes, features], y [N, 1]. The labels are those of the pass, {@link org.gan4j.core.nn.Pass#labels}; only the rows of V
 * of labels in the batch get a gradient.
 *
 * <p>In a discriminator alone: the inner product is the form that the log ratio of the classes' densities takes when these are
 * of one exponential family.
 *
 * @param classes how many classes the labels distinguish, at least 1
 * @param weights the initial W
 * @param embeddings the initial V, whose outputs are the features
 * @param biases the initial b; empty for none
 * @see <a href="https://arxiv.org/abs/1802.05637">Miyato and Koyama, cGANs with projection discriminator, 2018, equation
 *     3</a>
 */
@About(
        value = "A score of features and labels: a linear map, and the inner product with a vector for each class.",
        formula = "y = x W + b + x . V[label]",
        paper = "Miyato and Koyama, cGANs with projection discriminator, 2018, https://arxiv.org/abs/1802.05637")
public record LabelProjection(
        int classes,
        @Default("glorot") Initializer weights,
        @Default("glorot") Initializer embeddings,
        @Default("0") Optional<Initializer> biases)
        implements Layer {
    private static final String EMBEDDING = "embedding";

    /** Checks the number of classes. */
    public LabelProjection {
        Sizes.atLeastOne("classes", classes);
    }

    /** Returns a layer whose weights and vectors are drawn alike and whose bias starts at 0. */
    public static LabelProjection of(int classes, Initializer weights) {
        return new LabelProjection(classes, weights, weights, Optional.of(Initializer.constant(0)));
    }

    /** Returns the same without the bias. */
    public LabelProjection withoutBiases() {
        return new LabelProjection(classes, weights, embeddings, Optional.empty());
    }

    @Override
    public Shape output(Shape input) {
        Sizes.rank(this, input, 1);
        return Shape.of(1);
    }

    @Override
    public Parameters init(Shape input, RandomStream random) {
        Sizes.rank(this, input, 1);
        int features = input.dim(0);
        Fan fan = new Fan(classes, features);
        Tensor embedding = embeddings.initial(Shape.of(classes, features), fan, random.split(EMBEDDING));
        return Linear.affine(new Fan(features, 1), weights, biases, random).with(EMBEDDING, embedding);
    }

    /**
     * Scores a batch.
     *
     * @throws org.gan4j.core.io.UserError if the pass has no labels
     * @throws IllegalArgumentException if a label is not the number of a class
     */
    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        Tensor rows = Labels.oneHot(pass, input, classes).matmul(parameters.get(EMBEDDING));
        Tensor agreement = input.times(rows).sum(1).reshape(-1, 1);
        return Linear.affine(parameters, input).plus(agreement);
    }

    @Override
    public boolean takesLabels() {
        return true;
    }
}
