package org.gan4j.core.game.adversarial;

import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.LabelSampler;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.PlainLayer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.LineGame;

/**
 * Two labels and three points, 0, 1 and 2, all distributions known by counting.
 *
 * <p>The discriminator has a score for each point and label; the generator turns row i and its label into a point by a table,
 * and adds a parameter times 0, so that a gradient reaches it through the scores alone where these are functions of the point.
 */
final class LabelledWorld {
    static final int POINTS = 3;
    static final int LABELS = 2;
    static final int ROWS = 10;

    /** Six rows of label 0 and four of label 1. */
    static final float[] REAL_POINTS = {0, 0, 0, 1, 2, 2, 1, 1, 1, 2};

    static final float[] REAL_LABELS = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1};

    /** The point that the generator makes in row i for label 0 and for label 1. */
    static final int[][] FAKE_POINTS = {{2, 0, 1, 1, 2, 1, 0, 0, 2, 1}, {1, 0, 2, 2, 0, 1, 2, 0, 0, 1}};

    private LabelledWorld() {}

    static Samples real() {
        return Samples.of(
                Tensor.of(Shape.of(ROWS, 1), REAL_POINTS.clone()), Tensor.of(Shape.of(ROWS), REAL_LABELS.clone()));
    }

    static SampleSpec spec(int classes) {
        Shape point = Shape.of(1);
        return new SampleSpec(
                point, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, classes, () -> Tensor.of(point, 1f));
    }

    /** Row numbers, whatever the stream. */
    record RowNumbers() implements Latent {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public Samples sample(int count, RandomStream random) {
            float[] rows = new float[count];
            IntStream.range(0, count).forEach(i -> rows[i] = i);
            return Samples.of(Tensor.of(Shape.of(count, 1), rows));
        }
    }

    record TableGenerator(boolean conditional) implements Generator {
        @Override
        public Latent latent() {
            return new RowNumbers();
        }

        @Override
        public Layer network(SampleSpec spec) {
            return PlainLayer.of(Shape.of(1), TableGenerator::weights, TableGenerator::generate);
        }

        private static Parameters weights(RandomStream random) {
            TreeMap<String, Tensor> values = new TreeMap<>();
            values.put("shift", Tensor.of(Shape.of(1), 0f));
            return Parameters.of(values).persistent();
        }

        private static Tensor generate(Parameters parameters, Tensor latent, Pass pass) {
            float[] rows = latent.toFloats();
            float[] labels = pass.labels().orElseThrow().toFloats();
            float[] points = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                points[i] = FAKE_POINTS[(int) labels[i]][(int) rows[i]];
            }
            return Tensor.of(Shape.of(points.length, 1), points).plus(parameters.get("shift"));
        }
    }

    /** s(x, y) = table[x, y] + slope[y] x, the slope being 0 in the exact tests. */
    record TableDiscriminator(boolean conditional) implements Discriminator {
        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            return DiscriminatorNetwork.scoring(
                    spec.shape(), PlainLayer.of(Shape.of(1), TableDiscriminator::weights, TableDiscriminator::score));
        }

        private static Parameters weights(RandomStream random) {
            TreeMap<String, Tensor> values = new TreeMap<>();
            values.put("slope", Tensor.of(Shape.of(LABELS, 1), 0f, 0f));
            values.put("table", random.split("table").normal(Shape.of(POINTS * LABELS, 1)));
            return Parameters.of(values).persistent();
        }

        private static Tensor score(Parameters parameters, Tensor points, Pass pass) {
            float[] x = points.toFloats();
            float[] y = pass.labels().orElseThrow().toFloats();
            int[] cells = new int[x.length];
            int[] rows = new int[x.length];
            for (int i = 0; i < x.length; i++) {
                cells[i] = Math.round(x[i]) * LABELS + (int) y[i];
                rows[i] = (int) y[i];
            }
            Tensor slopes = parameters.get("slope").gather(rows);
            return parameters.get("table").gather(cells).plus(slopes.times(points));
        }
    }

    static PlayableGame opened(AdversarialGame game) {
        return game.open(spec(LABELS), DType.FLOAT32);
    }

    static AdversarialGame game(LabelSampler labels) {
        return AdversarialGame.conditional(
                new TableGenerator(true), new TableDiscriminator(true), new LineGame.Logistic(), labels);
    }
}
