package org.gan4j.core.nn.init;

import java.util.function.Supplier;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Biases with which a sigmoid output begins at the data's means: log(m / (1 - m)), m the mean clipped to
 * [1e-7, 1 - 1e-7]. Nothing is drawn.
 *
 * <p>For data in [0, 1]. The 2014 paper's generator starts so.
 *
 * @param mean the mean of the training data, as many numbers as there are biases; asked for once
 */
public record MarginalLogits(Supplier<Tensor> mean) implements Initializer {
    private static final double CLIP = 1e-7;

    @Override
    public Tensor initial(Shape shape, Fan fan, RandomStream random) {
        double[] means = mean.get().toDoubles();
        if (means.length != shape.size()) {
            throw new IllegalArgumentException(
                    "The data's mean has " + means.length + " numbers, but " + shape.size()
                            + " biases are to start from it; the output layer must have one unit for each number of an example");
        }
        float[] logits = new float[means.length];
        for (int i = 0; i < means.length; i++) {
            if (!(means[i] >= 0 && means[i] <= 1)) {
                throw new IllegalArgumentException("The data's mean has an element " + means[i]
                        + "; a sigmoid output can start at means in [0, 1] only");
            }
            double m = Math.min(Math.max(means[i], CLIP), 1 - CLIP);
            logits[i] = (float) (StrictMath.log(m) - StrictMath.log1p(-m));
        }
        return Tensor.of(shape, logits);
    }
}
