package org.gan4j.eval.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParzenWindowTest {

    /** The definition, term by term in double precision, without any of the rearrangements under test. */
    private static double bruteForce(double[] centres, double[] point, double sigma) {
        int dimension = point.length;
        int count = centres.length / dimension;
        double[] exponents = new double[count];
        double largest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < count; j++) {
            double squared = 0;
            for (int k = 0; k < dimension; k++) {
                squared += Math.pow(point[k] - centres[j * dimension + k], 2);
            }
            exponents[j] = -squared / (2 * sigma * sigma);
            largest = Math.max(largest, exponents[j]);
        }
        double sum = 0;
        for (double exponent : exponents) {
            sum += Math.exp(exponent - largest);
        }
        return largest + Math.log(sum) - Math.log(count) - dimension * Math.log(sigma * Math.sqrt(2 * Math.PI));
    }

    @Test
    void aSingleCentreIsAGaussian() {
        Tensor centre = Tensor.of(Shape.of(1, 3), 1.0f, -2.0f, 0.5f);
        Tensor point = Tensor.of(Shape.of(1, 3), 1.5f, -1.0f, 0.5f);

        double[][] logs = ParzenWindow.at(centre).logDensity(point, 0.5, 2);

        // |x - mu|^2 = 0.25 + 1 = 1.25.
        assertThat(logs[0][0]).isCloseTo(-2.5 - 1.5 * Math.log(2 * Math.PI * 0.25), within(1e-12));
        assertThat(logs[1][0]).isCloseTo(-1.25 / 8 - 1.5 * Math.log(2 * Math.PI * 4), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        // dimension, centres, points, offset, spread, sigma, tolerance in nats
        "2,   300, 40, 0,   1,    0.001, 1e-7",
        "2,   300, 40, 50,  1,    0.3,   1e-7",
        "16,  200, 30, 1,   1,    0.2,   1e-7",
        "17,  200, 30, 1,   1,    0.2,   2e-3",
        "40,  300, 50, 5,   0.3,  0.1,   2e-3",
        "40,  300, 50, 500, 0.3,  0.1,   2e-3",
        "40,  300, 50, 5,   0.3,  1,     1e-4",
        "784, 120, 30, 0.4, 0.4,  0.2,   1e-2",
    })
    void agreesWithTheDefinitionInDoublePrecision(
            int dimension, int count, int points, double offset, double spread, double sigma, double tolerance) {
        RandomStream random = RandomStream.of(11);
        Tensor centres = random.split("centres").normal(Shape.of(count, dimension), offset, spread);
        Tensor asked = random.split("points").normal(Shape.of(points, dimension), offset, spread);
        double[] flat = asked.toDoubles();

        double[] logs = ParzenWindow.at(centres).logDensity(asked, sigma)[0];

        assertThat(logs).hasSize(points);
        for (int i = 0; i < points; i++) {
            double[] point = Arrays.copyOfRange(flat, i * dimension, (i + 1) * dimension);
            assertThat(logs[i]).isCloseTo(bruteForce(centres.toDoubles(), point, sigma), within(tolerance));
        }
    }

    @Test
    void pointsThatAreCentresAreFoundAtDistanceZero() {
        Tensor centres = RandomStream.of(3).normal(Shape.of(50, 30), 100, 0.01);

        double[] logs = ParzenWindow.at(centres).logDensity(centres, 1e-4)[0];

        double peak = -Math.log(50) - 30 * Math.log(1e-4 * Math.sqrt(2 * Math.PI));
        assertThat(logs).hasSize(50);
        for (double log : logs) {
            assertThat(log).isCloseTo(peak, within(1e-9));
        }
    }

    /** With products alone these are tens of nats off, and above the highest density that two clusters can have. */
    @ParameterizedTest
    @CsvSource({
        // dimension, clusters at +-, sigma
        "3,   10000, 0.25",
        "17,  1000,  0.25",
        "20,  1000,  0.25",
        "20,  10000, 0.1",
        "20,  10000, 0.4",
        "784, 1000,  0.4",
    })
    void farClustersHaveTheDensityOfTheDefinition(int dimension, double at, double sigma) {
        Tensor centres = clusters(100, dimension, at, 1);
        Tensor asked = clusters(20, dimension, at, 2);

        double[] logs = ParzenWindow.at(centres).logDensity(asked, sigma)[0];

        double[] flat = asked.toDoubles();
        assertThat(logs).hasSize(20);
        for (int i = 0; i < 20; i++) {
            double[] point = Arrays.copyOfRange(flat, i * dimension, (i + 1) * dimension);
            assertThat(logs[i]).isCloseTo(bruteForce(centres.toDoubles(), point, sigma), within(2e-3));
        }
    }

    private static Tensor clusters(int count, int dimension, double at, long seed) {
        float[] values =
                RandomStream.of(seed).normal(Shape.of(count, dimension), 0, 0.5).toFloats();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (i / dimension % 2 == 0 ? at : -at);
        }
        return Tensor.of(Shape.of(count, dimension), values);
    }

    /** The best width of two clusters is that of one, wherever they are. */
    @Test
    void theScoreOfTwoClustersDoesNotDependOnHowFarApartTheyAre() {
        double[] widths = {0.1, 0.158, 0.25, 0.398, 0.631, 1};
        ParzenScore[] scores = new ParzenScore[3];
        for (int i = 0; i < 3; i++) {
            double at = i == 0 ? 100 : i == 1 ? 1_000 : 10_000;
            scores[i] = ParzenScore.of(
                    clusters(300, 20, at, 1), clusters(100, 20, at, 2), clusters(100, 20, at, 3), widths);
        }
        for (ParzenScore score : scores) {
            assertThat(score.sigma()).isEqualTo(0.398);
            assertThat(score.logLikelihood()).isCloseTo(scores[0].logLikelihood(), within(0.02));
        }
    }

    @ParameterizedTest
    @CsvSource({"3", "17", "20", "784"})
    void theDensityDoesNotDependOnTheOrigin(int dimension) {
        float[] coarse = RandomStream.of(6).normal(Shape.of(60, dimension)).toFloats();
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = Math.round(coarse[i] * 256) / 256f;
        }
        Tensor rows = Tensor.of(Shape.of(60, dimension), coarse);
        Tensor centres = rows.slice(0, 0, 40);

        double[] here = ParzenWindow.at(centres).logDensity(rows, 0.3)[0];
        double[] there = ParzenWindow.at(centres.plus(1_024)).logDensity(rows.plus(1_024), 0.3)[0];

        assertThat(here).hasSize(60);
        for (int i = 0; i < 60; i++) {
            assertThat(there[i]).isCloseTo(here[i], within(2e-3));
        }
    }

    @Test
    void manyBlocksGiveTheSameAsOne() {
        // 3 000 centres leave 1 398 points to a block, so these are two blocks and a bit.
        Tensor centres = RandomStream.of(7).normal(Shape.of(3_000, 17));
        Tensor points = RandomStream.of(8).normal(Shape.of(2_900, 17));
        ParzenWindow window = ParzenWindow.at(centres);

        double[] all = window.logDensity(points, 0.5)[0];

        for (int row : new int[] {0, 1_397, 1_398, 2_796, 2_899}) {
            double alone = window.logDensity(points.slice(0, row, row + 1), 0.5)[0][0];
            assertThat(all[row]).isCloseTo(alone, within(1e-4));
        }
    }

    @Test
    void farPointsHaveAFiniteLogDensity() {
        Tensor centres = Tensor.of(Shape.of(2, 1), 0f, 1f);

        double log = ParzenWindow.at(centres).logDensity(Tensor.of(Shape.of(1, 1), 1000f), 0.1)[0][0];

        assertThat(log)
                .isCloseTo(-999.0 * 999 / 0.02 - Math.log(2) - Math.log(0.1 * Math.sqrt(2 * Math.PI)), within(1e-6));
    }

    @Test
    void imagesAreReadAsRowsOfPixels() {
        Tensor images = RandomStream.of(1).uniform(Shape.of(4, 5, 6, 1), 0, 1);
        Tensor flat = images.reshape(Shape.of(4, 30));

        assertThat(ParzenWindow.at(images).logDensity(images, 0.3)[0])
                .containsExactly(ParzenWindow.at(flat).logDensity(flat, 0.3)[0]);
    }

    @Test
    void refusesWidthsAndPointsThatDoNotFit() {
        ParzenWindow window = ParzenWindow.at(Tensor.of(Shape.of(1, 2), 0f, 0f));
        Tensor point = Tensor.of(Shape.of(1, 3), 0f, 0f, 0f);

        assertThatThrownBy(() -> window.logDensity(point, 0.1))
                .hasMessage("points of shape [1, 3] have 3 coordinates, but the centres have 2");
        assertThatThrownBy(() -> window.logDensity(point, Double.NaN))
                .hasMessage("the width of a kernel is positive and finite, but is NaN");
    }
}
