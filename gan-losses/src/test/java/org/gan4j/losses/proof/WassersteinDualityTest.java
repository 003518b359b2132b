package org.gan4j.losses.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.optim.PointValuePair;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.contract.World;
import org.gan4j.losses.loss.Wasserstein;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Over critics of slope at most 1, the least value of the Wasserstein loss is minus the Wasserstein-1 distance.
 *
 * <p>The loss is linear in the scores of a finite world, so its gradient is the objective of a linear programme: its
 * maximum over |s_i - s_j| at most d_ij is certified by the transport problem, whose minimum is the same number, and on a
 * line by the closed form, the area between the two distribution functions.
 */
class WassersteinDualityTest {
    private static final ProofReport REPORT =
            new ProofReport("wasserstein", "cost of transport over critics of slope at most 1");

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "3, 7", "4, 12", "5, 20", "6, 30"})
    void theBestCriticMeasuresTheCostOfTransport(long seed, int size) {
        World world = World.random(seed, size);
        double[][] points = Points.random(seed, size, 2);
        double[][] distance = Points.distances(points);
        double[] critic = bestCritic(world, distance);
        double transport = LinearProgramme.transport(world.each((p, q) -> p), world.each((p, q) -> q), distance);
        assertThat(transport).isGreaterThan(1e-3);
        assertThat(REPORT.distance(-loss(world, column(critic)).item(), transport))
                .isLessThanOrEqualTo(1e-9);
        assertIsLipschitz(critic, distance);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 11, 30})
    void onALineItIsTheAreaBetweenTheDistributionFunctions(int size) {
        World world = World.random(40 + size, size);
        double[] places = Arrays.stream(Points.random(size, size, 1))
                .mapToDouble(point -> point[0])
                .sorted()
                .toArray();
        double[][] points =
                Arrays.stream(places).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
        double area = 0;
        double gap = 0;
        for (int i = 0; i + 1 < size; i++) {
            gap += world.p(i) - world.q(i);
            area += Math.abs(gap) * (places[i + 1] - places[i]);
        }
        double[] critic = bestCritic(world, Points.distances(points));
        assertThat(REPORT.distance(-loss(world, column(critic)).item(), area)).isLessThanOrEqualTo(1e-9);
    }

    /** Two points at distance 3: all of the data at one, all of the generator at the other. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twoDiracsAreAsFarApartAsTheirPoints(boolean swapped) {
        double[] one = {1, 0};
        double[] other = {0, 1};
        World world = World.of(swapped ? other : one, swapped ? one : other);
        double[] critic = bestCritic(world, new double[][] {{0, 3}, {3, 0}});
        assertThat(critic[1] - critic[0]).isCloseTo(swapped ? 3 : -3, within(1e-12));
        assertThat(loss(world, column(critic)).item()).isCloseTo(-3, within(1e-12));
    }

    @AfterAll
    static void report() {
        REPORT.write();
    }

    private static double[] bestCritic(World world, double[][] distance) {
        Tensor scores = column(new double[world.size()]).tracked();
        double[] slope =
                Gradients.of(loss(world, scores), List.of(scores)).get(0).toDoubles();
        double[] gain = Arrays.stream(slope).map(g -> -g).toArray();
        PointValuePair best = LinearProgramme.potentials(gain, distance);
        assertThat(-loss(world, column(best.getPoint())).item()).isCloseTo(best.getValue(), within(1e-12));
        return best.getPoint();
    }

    private static void assertIsLipschitz(double[] critic, double[][] distance) {
        for (int i = 0; i < critic.length; i++) {
            for (int j = 0; j < critic.length; j++) {
                assertThat(critic[i] - critic[j]).isLessThanOrEqualTo(distance[i][j] + 1e-10);
            }
        }
    }

    private static Tensor loss(World world, Tensor scores) {
        return new Wasserstein()
                .discriminatorLoss(
                        Scores.weighted(scores, column(world.each((p, q) -> p))),
                        Scores.weighted(scores, column(world.each((p, q) -> q))));
    }

    private static Tensor column(double... values) {
        return Tensor.of(Shape.of(values.length, 1), values);
    }
}
