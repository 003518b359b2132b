package org.gan4j.eval;

import java.util.stream.IntStream;
import org.gan4j.core.data.ArraySplit;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Split;
import org.gan4j.core.data.Splits;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;

/** Small data sets for tests. */
public final class TestData {

    private TestData() {}

    /** Labelled normal clusters in 20 dimensions, off the origin, labels i mod classes. */
    public static Dataset clusters(int train, int heldOut, int classes) {
        RandomStream random = RandomStream.of(5);
        return new Held(
                split(train, classes, random.split("train")),
                split(heldOut, classes, random.split("validation")),
                split(heldOut, classes, random.split("test")),
                classes);
    }

    private static Split split(int count, int classes, RandomStream random) {
        int dimension = 20;
        float[] values = random.normal(Shape.of(count, dimension), 3, 0.2).toFloats();
        int[] labels = IntStream.range(0, count).map(i -> i % classes).toArray();
        for (int i = 0; i < count; i++) {
            values[i * dimension + labels[i] % dimension] += 4;
        }
        return ArraySplit.of(Shape.of(dimension), values, labels);
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
            Shape shape = Shape.of(20);
            return new SampleSpec(
                    shape, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, classes, Splits.mean(train, shape));
        }
    }
}
