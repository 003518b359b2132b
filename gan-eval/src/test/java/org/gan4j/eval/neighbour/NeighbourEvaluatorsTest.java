package org.gan4j.eval.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.core.data.ArraySplit;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.Split;
import org.gan4j.core.data.synthetic.SwissRoll;
import org.gan4j.core.nn.dense.Labels;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.LabelledSampler;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.SampleContext;
import org.gan4j.eval.TestData;
import org.gan4j.eval.Uncertainty;
import org.junit.jupiter.api.Test;

/** The measures by nearest neighbours, against distances computed one by one in double precision. */
class NeighbourEvaluatorsTest {
    private static final int CLASSES = 4;
    private static final int DIMENSION = 20;
    private static final Dataset DATA = TestData.clusters(150, 70, CLASSES);

    /** Samples so noisy that many are nearest to a row of another class; those of class 3 are made of class 0. */
    private static final LabelledSampler NOISY = new LabelledSampler() {
        @Override
        public Samples sample(int count, RandomStream random) {
            float[] labels = new float[count];
            for (int i = 0; i < count; i++) {
                labels[i] = i % 3;
            }
            return sample(Tensor.of(Shape.of(count), labels), random);
        }

        @Override
        public Samples sample(Tensor labels, RandomStream random) {
            float[] y = labels.toFloats();
            float[] values =
                    random.normal(Shape.of(y.length, DIMENSION), 3, 1.9).toFloats();
            for (int i = 0; i < y.length; i++) {
                values[i * DIMENSION + (int) y[i] % 3] += 4;
            }
            return Samples.of(Tensor.of(Shape.of(y.length, DIMENSION), values), labels);
        }

        @Override
        public int classes() {
            return CLASSES;
        }
    };

    private static SampleContext context() {
        return new SampleContext(NOISY, DATA, RandomStream.of(11));
    }

    /** The label of the nearest row and the distance to it, by plain sums. */
    private static double[][] nearest(float[] samples, float[] rows, int[] labels) {
        double[][] found = new double[samples.length / DIMENSION][];
        for (int i = 0; i < found.length; i++) {
            double least = Double.POSITIVE_INFINITY;
            int label = -1;
            for (int j = 0; j < labels.length; j++) {
                double sum = 0;
                for (int k = 0; k < DIMENSION; k++) {
                    double difference = (double) samples[i * DIMENSION + k] - rows[j * DIMENSION + k];
                    sum += difference * difference;
                }
                if (sum < least) {
                    least = sum;
                    label = labels[j];
                }
            }
            found[i] = new double[] {label, Math.sqrt(least)};
        }
        return found;
    }

    /** The first samples of the block of a thousand that a context makes. */
    private static float[] labelled(int count) {
        RandomStream block = RandomStream.of(11).split("labelled-samples").split(0);
        return first(count, NOISY.sample(Labels.of(cycle(1000)), block.replay()));
    }

    private static float[] first(int count, Samples samples) {
        return samples.values().slice(0, 0, count).toFloats();
    }

    private static int[] cycle(int count) {
        int[] labels = new int[count];
        Arrays.setAll(labels, i -> i % CLASSES);
        return labels;
    }

    private static float[] values(Split split, int count) {
        return split.range(0, count).values().toFloats();
    }

    private static double percentOfLabel(double[][] found, int[] labels, boolean equal) {
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            count += (found[i][0] == labels[i]) == equal ? 1 : 0;
        }
        return 100.0 * count / labels.length;
    }

    private static List<Double> perLabel(double[][] found, int[] asked) {
        return IntStream.range(0, CLASSES)
                .mapToObj(label -> 100
                        * IntStream.range(0, asked.length)
                                .filter(i -> asked[i] == label)
                                .mapToDouble(i -> found[i][0] == label ? 1 : 0)
                                .average()
                                .orElseThrow())
                .toList();
    }

    @Test
    void agreementIsThatOfTheNearestOfTheFirstTrainingRows() {
        List<Estimate> estimates = new LabelAgreement(130, 100).evaluate(context());
        int[] asked = cycle(130);
        float[] drawn = labelled(130);
        double[][] found = nearest(drawn, values(DATA.train(), 100), cycle(100));
        double expected = percentOfLabel(found, asked, true);
        assertThat(expected).isStrictlyBetween(20.0, 75.0);
        Estimate agreement = estimates.get(0);
        assertThat(agreement.name()).isEqualTo("label-agreement");
        assertThat(agreement.value()).isCloseTo(expected, within(1e-12));
        assertThat(agreement.uncertainty().orElseThrow())
                .isEqualTo(new Uncertainty(
                        Math.sqrt(expected * (100 - expected) / 130),
                        Uncertainty.Kind.STANDARD_ERROR_OVER_GENERATED_SAMPLES));
        assertThat(agreement.parameters()).containsEntry("perLabel", perLabel(found, asked));
        assertThat(agreement.sizes()).containsEntry("samples", 130).containsEntry("reference", 100);
        assertThat(estimates.get(1).name()).isEqualTo("label-agreement-of-test-rows");
        assertThat(estimates.get(1).value()).isEqualTo(100);
        assertThat(estimates.get(1).sizes()).containsEntry("test", 70);
    }

    @Test
    void errorIsThatOfTestRowsAmongGeneratedOnes() {
        List<Estimate> estimates = new NearestNeighbourError(120, 60).evaluate(context());
        int[] asked = cycle(120);
        float[] drawn = labelled(120);
        double expected = percentOfLabel(nearest(values(DATA.test(), 60), drawn, asked), cycle(60), false);
        assertThat(expected).isStrictlyBetween(10.0, 90.0);
        assertThat(estimates.get(0).value()).isCloseTo(expected, within(1e-12));
        assertThat(estimates.get(0).uncertainty().orElseThrow().kind())
                .isEqualTo(Uncertainty.Kind.STANDARD_ERROR_OVER_TEST_POINTS);
        assertThat(estimates.get(1).name()).isEqualTo("nearest-neighbour-error-of-training-rows");
        assertThat(estimates.get(1).value()).isZero();
        assertThat(estimates.get(1).sizes()).containsEntry("reference", 120).containsEntry("test", 60);
    }

    @Test
    void nearestTrainingRowsTellLabelsAndDistances() {
        List<Estimate> estimates = new NearestTrainingRows(90, 150).evaluate(context());
        float[] drawn = first(
                90,
                NOISY.sample(1000, RandomStream.of(11).split("samples").split(0).replay()));
        double[][] found = nearest(drawn, values(DATA.train(), 150), cycle(150));
        double[] counts = new double[CLASSES];
        double mean = 0;
        for (double[] each : found) {
            counts[(int) each[0]]++;
            mean += each[1] / found.length;
        }
        // 150 training rows: 38 of the classes 0 and 1, 37 of 2 and 3.
        double[] train = {38.0 / 150, 38.0 / 150, 37.0 / 150, 37.0 / 150};
        double divergence = 0;
        double captured = 0;
        for (int k = 0; k < CLASSES; k++) {
            captured += counts[k] > 0 ? 1 : 0;
            divergence += counts[k] == 0 ? 0 : counts[k] / 90 * Math.log(counts[k] / 90 / train[k]);
        }
        assertThat(estimates)
                .extracting(Estimate::name)
                .containsExactly("labels-captured", "label-kl", "nearest-distance", "nearest-distance-of-test-rows");
        assertThat(estimates.get(0).value()).isEqualTo(captured);
        assertThat(estimates.get(1).value())
                .isCloseTo(divergence, within(1e-12))
                .isPositive();
        assertThat(estimates.get(1).floor().orElseThrow().value()).isEqualTo(3.0 / 180);
        assertThat(estimates.get(2).floor().orElseThrow().value())
                .isEqualTo(estimates.get(3).value());
        assertThat(estimates.get(2).value()).isCloseTo(mean, within(1e-5));
        assertThat(estimates.get(2).uncertainty()).isPresent();
        assertThat(estimates.get(3).value()).isStrictlyBetween(0.1, mean);
    }

    @Test
    void equallyNearRowsAreDecidedByTheFirst() {
        float[] rows = {1, 0, 0, 1, 0, 1};
        Split split = ArraySplit.of(Shape.of(2), rows, new int[] {7, 4, 5});
        int[] labels = NearestNeighbourClassifier.of(split)
                .classify(Tensor.of(Shape.of(3, 2), 0f, 2f, 2f, 0f, 0.5f, 0.5f))
                .labels();
        assertThat(labels).containsExactly(4, 7, 7);
    }

    /** scipy.stats.binomtest(hits, trials).proportion_ci(method="wilson"). */
    @Test
    void intervalsAreWilsons() {
        assertThat(new Share(8, 10).standardError()).isCloseTo(12.649110640673518, within(1e-12));
        List<Double> most = new Share(8, 10).wilson();
        assertThat(most.get(0)).isCloseTo(49.016247153664175, within(1e-9));
        assertThat(most.get(1)).isCloseTo(94.33178485456249, within(1e-9));
        List<Double> none = new Share(0, 7).wilson();
        assertThat(none.get(0)).isCloseTo(0, within(1e-9));
        assertThat(none.get(1)).isCloseTo(35.433043506668746, within(1e-9));
        List<Double> all = new Share(400, 400).wilson();
        assertThat(all.get(0)).isCloseTo(99.04877056657035, within(1e-9));
        assertThat(all.get(1)).isCloseTo(100, within(1e-9));
    }

    @Test
    void dataWithoutLabelsAndSamplesThatCannotBeAskedForAreRefused() {
        Dataset roll = SwissRoll.DEFAULTS.open(new DataDirectory(Path.of("unused")));
        SampleContext unlabelled = new SampleContext(NOISY, roll, RandomStream.of(1));
        for (var evaluator :
                List.of(LabelAgreement.DEFAULTS, NearestNeighbourError.DEFAULTS, NearestTrainingRows.DEFAULTS)) {
            assertThatThrownBy(() -> evaluator.evaluate(unlabelled))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("needs data with labels, but swiss-roll has none");
        }
        Sampler plain = (count, random) -> NOISY.sample(count, random);
        assertThatThrownBy(() -> new LabelAgreement(5, 5).evaluate(new SampleContext(plain, DATA, RandomStream.of(1))))
                .hasMessageContaining("asks for samples by their label");
        assertThatThrownBy(() -> new LabelAgreement(0, 5)).hasMessage("samples must be at least 1, but is 0");
        assertThatThrownBy(() -> new NearestNeighbourError(5, 0)).hasMessage("testPoints must be at least 1, but is 0");
        assertThatThrownBy(() -> new NearestTrainingRows(5, 0)).hasMessage("reference must be at least 1, but is 0");
    }
}
