package org.gan4j.core.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Supplier;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** What can be computed of any split: its mean and its checksum. */
public final class Splits {
    private static final int BLOCK = 1000;

    private Splits() {}

    /**
     * Returns the mean of a split's rows, computed in double precision when first asked for.
     *
     * @param sample the shape of one sample, which is the shape of the result
     */
    public static Supplier<Tensor> mean(Split split, Shape sample) {
        return new Mean(split, sample);
    }

    /**
     * Returns a SHA-256 of a text and of the float32 values (little-endian) of the first 1 000 rows, in hexadecimal.
     *
     * @param settings a text that is hashed with them
     */
    public static String checksum(String settings, Split split) {
        float[] values = split.range(0, Math.min(BLOCK, split.size())).values().toFloats();
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return Sha256.of(settings + "\n" + Sha256.of(bytes.array()));
    }

    private static final class Mean implements Supplier<Tensor> {
        private final Split split;
        private final Shape sample;
        private float @Nullable [] result;

        Mean(Split split, Shape sample) {
            this.split = split;
            this.sample = sample;
        }

        @Override
        public synchronized Tensor get() {
            if (result == null) {
                result = compute();
            }
            return Tensor.of(sample, result);
        }

        private float[] compute() {
            double[] sum = new double[sample.size()];
            for (int from = 0; from < split.size(); from += BLOCK) {
                float[] values = split.range(from, Math.min(from + BLOCK, split.size()))
                        .values()
                        .toFloats();
                for (int i = 0; i < values.length; i++) {
                    sum[i % sum.length] += values[i];
                }
            }
            float[] mean = new float[sum.length];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = (float) (sum[i] / split.size());
            }
            return mean;
        }
    }
}
