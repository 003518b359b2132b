package org.gan4j.core.nn.image;

import org.gan4j.core.config.About;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * The mean of every channel over all pixels: y_c = mean of x_(i,j,c) over i and j. [N, height, width, channels] becomes [N,
 * channels], whatever the size of the images.
 */
@About(value = "The mean of every channel over all pixels of an image.", formula = "y_c = mean_ij x_ijc")
public record GlobalAveragePool() implements Layer {
    @Override
    public Shape output(Shape input) {
        Sizes.rank(this, input, 3);
        return Shape.of(input.dim(2));
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        return input.mean(1, 2);
    }

    @Override
    public boolean bounded() {
        return true;
    }
}
