package peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import java.util.Random;

/** What the networks are made of. */
final class Layers {
    private Layers() {}

    static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
        return Linear.linear(x, weight, bias).singletonOrThrow();
    }

    static NDArray dropout(NDArray x, double rate) {
        return ai.djl.nn.norm.Dropout.dropout(x, (float) rate, true).singletonOrThrow();
    }

    /** mean softplus(sign * scores) */
    static NDArray meanSoftplus(NDArray scores, int sign) {
        return Activation.softPlus(sign > 0 ? scores : scores.neg()).mean();
    }

    /** Images that stand in for MNIST, in shuffled order, gathered in every step. */
    static final class Batches {
        private static final int IMAGES = 50_000;
        private final NDArray images;
        private final int size;
        private final int[] order = new int[IMAGES];
        private final Random random = new Random(1);
        private int next = IMAGES;

        Batches(NDManager manager, int size) {
            this.images = manager.randomUniform(0, 1, new Shape(IMAGES, 784));
            this.size = size;
            for (int i = 0; i < IMAGES; i++) {
                order[i] = i;
            }
        }

        NDArray next(NDManager step) {
            if (next + size > IMAGES) {
                for (int i = IMAGES - 1; i > 0; i--) {
                    int other = random.nextInt(i + 1);
                    int kept = order[i];
                    order[i] = order[other];
                    order[other] = kept;
                }
                next = 0;
            }
            long[] rows = new long[size];
            for (int i = 0; i < size; i++) {
                rows[i] = order[next + i];
            }
            next += size;
            return images.get(step, new NDIndex("{}", step.create(rows)));
        }
    }

    static NDArray normal(NDManager step, long rows, long columns) {
        return step.randomNormal(0, 1, new Shape(rows, columns), DataType.FLOAT32);
    }

    static NDArray uniform(NDManager step, double bound, long rows, long columns) {
        return step.randomUniform((float) -bound, (float) bound, new Shape(rows, columns));
    }
}
