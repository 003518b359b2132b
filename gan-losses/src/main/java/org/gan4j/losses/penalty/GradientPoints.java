package org.gan4j.losses.penalty;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.core.gan.ScoreFunction;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Points at which a {@link GradientPenalty} takes the gradient of the score. */
public enum GradientPoints {
    /** At the real samples. */
    REAL {
        @Override
        List<Tensor> of(Tensor real, Tensor fake, RandomStream random) {
            return List.of(real);
        }
    },

    /** At the fake samples. */
    FAKE {
        @Override
        List<Tensor> of(Tensor real, Tensor fake, RandomStream random) {
            return List.of(fake);
        }

        @Override
        UnaryOperator<Tensor> scored(ScoreFunction score, int batch) {
            return score::ofFake;
        }
    },

    /** At real and fake samples alike: E is half of the mean over real plus half of the mean over fake samples. */
    BOTH {
        @Override
        List<Tensor> of(Tensor real, Tensor fake, RandomStream random) {
            return List.of(real, fake);
        }

        @Override
        UnaryOperator<Tensor> scored(ScoreFunction score, int batch) {
            return batch == 0 ? score : score::ofFake;
        }
    },

    /**
     * At u x_real + (1 - u) x_fake, with one number u per pair of samples, uniform on [0, 1): points of the line between
     * real sample i and fake sample i. In a conditional game a point has the label of real sample i.
     */
    INTERPOLATE {
        @Override
        List<Tensor> of(Tensor real, Tensor fake, RandomStream random) {
            if (!real.shape().equals(fake.shape())) {
                throw new IllegalArgumentException("where: interpolate pairs real sample i with fake sample i and needs"
                        + " two batches of one shape, but real is " + real.shape() + " and fake is " + fake.shape());
            }
            int[] perSample = real.shape().dims();
            Arrays.fill(perSample, 1, perSample.length, 1);
            Tensor u = random.split("interpolation").uniform(real.dtype(), Shape.of(perSample), 0, 1);
            return List.of(fake.plus(real.minus(fake).times(u)));
        }
    },

    /**
     * Around the real samples, at x_real + std(x_real) / 2 * u, with a number u of its own for each number of each sample,
     * uniform on [0, 1), and std the standard deviation of all values of the batch.
     */
    DRAGAN {
        @Override
        List<Tensor> of(Tensor real, Tensor fake, RandomStream random) {
            Tensor deviation = real.minus(real.mean()).square().mean().sqrt();
            Tensor u = random.split("perturbation").uniform(real.dtype(), real.shape(), 0, 1);
            return List.of(real.plus(u.times(deviation.times(0.5))));
        }
    };

    /** Returns batches of points; each has an equal part in the mean. */
    abstract List<Tensor> of(Tensor real, Tensor fake, RandomStream random);

    /** Returns the score of a batch of points with its labels: the real samples' but for points that are fake samples. */
    UnaryOperator<Tensor> scored(ScoreFunction score, int batch) {
        return score;
    }
}
