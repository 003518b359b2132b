package org.gan4j.eval;

import java.util.stream.IntStream;
import org.gan4j.core.data.ArraySplit;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.Split;
import org.gan4j.core.data.Splits;
import org.gan4j.core.nn.dense.Labels;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.LabelledSampler;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Small data sets for tests. */
public final class TestData {

    private static final int DIMENSION = 20;

    private TestData() {}

    /** Labelled normal clusters in 20 dimensions, off the origin, labels i mod classes. */
    public static Dataset clusters(int train, int heldOut, int classes) {
        return clusters(train, heldOut, classes, 0.2);
    }

    /** The same with another standard deviation of each cluster; they are 4 sqrt(2) apart. */
    public static Dataset clusters(int train, int heldOut, int classes, double deviation) {
        RandomStream random = RandomStream.of(5);
        return new Held(
                split(train, classes, deviation, random.split("train")),
                split(heldOut, classes, deviation, random.split("validation")),
                split(heldOut, classes, deviation, random.split("test")),
                classes);
    }

    /** A perfect sampler of such clusters: labels are drawn uniformly, or asked for. */
    public static LabelledSampler perfect(int classes, double deviation) {
        return new LabelledSampler() {
            @Override
            public Samples sample(int count, RandomStream random) {
                int[] labels = random.split("labels").integers(count, classes);
                return sample(Labels.of(labels), random.split("values"));
            }

            @Override
            public Samples sample(Tensor labels, RandomStream random) {
                float[] numbers = labels.toFloats();
                int[] asked = IntStream.range(0, numbers.length)
                        .map(i -> (int) numbers[i])
                        .toArray();
                return Samples.of(
                        Tensor.of(Shape.of(asked.length, DIMENSION), values(asked, deviation, random)), labels);
            }

            @Override
            public int classes() {
                return classes;
            }
        };
    }

    private static Split split(int count, int classes, double deviation, RandomStream random) {
        int[] labels = IntStream.range(0, count).map(i -> i % classes).toArray();
        return ArraySplit.of(Shape.of(DIMENSION), values(labels, deviation, random), labels);
    }

    private static float[] values(int[] labels, double deviation, RandomStream random) {
        float[] values =
                random.normal(Shape.of(labels.length, DIMENSION), 3, deviation).toFloats();
        for (int i = 0; i < labels.length; i++) {
            values[i * DIMENSION + labels[i] % DIMENSION] += 4;
        }
        return values;
    }

    private record Held(Split train, Split validation, Split test, int classes) implements Dataset {
        @Override
        public String name() {
            return "clusters";
        }

        @Override
        public String description() {
            return "clusters of " + train.size();
        }

        @Override
        public String checksum() {
            return Splits.checksum(description(), train);
        }

        @Override
        public SampleSpec spec() {
            Shape shape = Shape.of(DIMENSION);
            return new SampleSpec(
                    shape, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, classes, Splits.mean(train, shape));
        }
    }
}
