package org.example.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.example.scheme.ToyGame.Play;
import org.gan4j.core.optim.Sgd;
import org.gan4j.core.training.TrainingScheme;
import org.gan4j.core.training.scheme.Alternating;
import org.gan4j.core.training.scheme.Simultaneous;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How fast games of two numbers come to their equilibrium 0, or leave it: a step of a scheme is, exactly or near 0, the
 * product with a matrix made of the game's Jacobian J, and |w| grows per step by the largest modulus of its eigenvalues.
 */
class RatesTest {
    private static final RealMatrix I = MatrixUtils.createRealIdentityMatrix(2);

    /** The Jacobian of the gradients (y, -x) of the bilinear game. */
    private static final RealMatrix BILINEAR = jacobian(1);

    /** That of (y f'(x y), -x f'(x y)) at 0, with f'(0) = 1/2. */
    private static final RealMatrix DIRAC = jacobian(0.5);

    private static RealMatrix jacobian(double slope) {
        return new Array2DRowRealMatrix(new double[][] {{0, slope}, {-slope, 0}});
    }

    static Stream<Arguments> schemes() {
        return Stream.of(0.05, 0.2, 0.45)
                .flatMap(rate -> Stream.of(BILINEAR, DIRAC)
                        .flatMap(j -> Stream.of(
                                Arguments.of(new Simultaneous(), rate, j, simultaneous(rate, j)),
                                Arguments.of(Extragradient.DEFAULTS, rate, j, extragradient(rate, j)),
                                Arguments.of(
                                        new Extragradient(Extragradient.Second.FRESH), rate, j, extragradient(rate, j)),
                                Arguments.of(new Optimistic(), rate, j, optimistic(rate, j)),
                                Arguments.of(new Consensus(0), rate, j, simultaneous(rate, j)),
                                Arguments.of(new Consensus(1), rate, j, consensus(rate, 1, j)),
                                Arguments.of(new Consensus(0.3), rate, j, consensus(rate, 0.3, j)))));
    }

    /** w+ = (I - eta J) w. */
    private static RealMatrix simultaneous(double rate, RealMatrix j) {
        return I.subtract(j.scalarMultiply(rate));
    }

    /** w+ = w - eta J (w - eta J w) = (I - eta J + eta^2 J^2) w. */
    private static RealMatrix extragradient(double rate, RealMatrix j) {
        return simultaneous(rate, j).add(j.multiply(j).scalarMultiply(rate * rate));
    }

    /** (w+, w) = ((I - 2 eta J) w + eta J w-, w). */
    private static RealMatrix optimistic(double rate, RealMatrix j) {
        RealMatrix both = new Array2DRowRealMatrix(4, 4);
        both.setSubMatrix(simultaneous(2 * rate, j).getData(), 0, 0);
        both.setSubMatrix(j.scalarMultiply(rate).getData(), 0, 2);
        both.setSubMatrix(I.getData(), 2, 0);
        return both;
    }

    /** The gradient of |J w|^2 / 2 is J' J w: w+ = (I - eta (J + gamma J' J)) w. */
    private static RealMatrix consensus(double rate, double gamma, RealMatrix j) {
        return simultaneous(rate, j.add(j.transpose().multiply(j).scalarMultiply(gamma)));
    }

    private static double spectralRadius(RealMatrix matrix) {
        EigenDecomposition eigen = new EigenDecomposition(matrix);
        double largest = 0;
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            largest = Math.max(largest, Math.hypot(eigen.getRealEigenvalue(i), eigen.getImagEigenvalue(i)));
        }
        return largest;
    }

    /** After 60 steps, for which those that remember need; the Dirac-GAN begins where f' is 1/2 to 8 digits. */
    @ParameterizedTest
    @MethodSource("schemes")
    void growthPerStepIsTheSpectralRadius(TrainingScheme scheme, double rate, RealMatrix jacobian, RealMatrix matrix) {
        ToyGame game = jacobian == BILINEAR ? ToyGame.bilinear(2, 0.5) : ToyGame.dirac(2e-6, 5e-7);
        Play play = new Play(game, scheme, Sgd.of(rate)).steps(60);
        double predicted = spectralRadius(matrix);
        for (int i = 0; i < 20; i++) {
            double before = play.distance();
            assertThat(play.steps(1).distance() / before).isCloseTo(predicted, within(1e-10));
        }
    }

    @Test
    void theRadiiAreThoseWorkedOutByHand() {
        for (double eta : new double[] {0.05, 0.2, 0.45}) {
            Map<RealMatrix, Double> radii = Map.of(
                    simultaneous(eta, BILINEAR), Math.sqrt(1 + eta * eta),
                    extragradient(eta, BILINEAR), Math.hypot(1 - eta * eta, eta),
                    consensus(eta, 1, BILINEAR), Math.hypot(1 - eta, eta),
                    consensus(eta, 1, DIRAC), Math.hypot(1 - eta / 4, eta / 2));
            radii.forEach((matrix, radius) -> assertThat(spectralRadius(matrix)).isCloseTo(radius, within(1e-14)));
        }
    }

    /** x+ = x - eta y, y+ = y + eta x+ leaves x^2 - eta x y + y^2 as it is: an ellipse. */
    @Test
    void alternatingStaysOnAnEllipse() {
        double eta = 0.2;
        Play play = new Play(ToyGame.bilinear(2, 0.5), Alternating.of("x", 1, "y"), Sgd.of(eta));
        double start = form(play, eta);
        double farthest = 0;
        for (int i = 0; i < 2000; i++) {
            assertThat(form(play.steps(1), eta)).isCloseTo(start, within(1e-11));
            farthest = Math.max(farthest, play.distance());
        }
        assertThat(farthest).isCloseTo(Math.sqrt(start / (1 - eta / 2)), within(1e-3));
    }

    private static double form(Play play, double eta) {
        double x = play.value("x");
        double y = play.value("y");
        return x * x - eta * x * y + y * y;
    }

    /** The settings of the notebook of Mescheder et al., 2018: from (1, 1), rate 0.2, 500 steps. */
    @Test
    void consensusFindsTheEquilibriumOfTheDiracGanAndSimultaneousDescentLeavesIt() {
        assertThat(after500(new Consensus(1))).isLessThan(1e-8);
        assertThat(after500(Extragradient.DEFAULTS)).isLessThan(0.2);
        assertThat(after500(new Optimistic())).isLessThan(0.2);
        assertThat(after500(new Simultaneous())).isGreaterThan(3);
    }

    private static double after500(TrainingScheme scheme) {
        return new Play(ToyGame.dirac(1, 1), scheme, Sgd.of(0.2)).steps(500).distance();
    }

    /** F = (y s, -x s) with s = f'(x y) = 1 / (1 + e^(x y)), far from 0, where its derivatives differ by place. */
    @Test
    void consensusAddsTheGradientOfHalfTheSquaredNormOfAllGradients() {
        double x = 0.75;
        double y = -1.5;
        double s = 1 / (1 + Math.exp(x * y));
        double t = -s * (1 - s); // f''
        double sumOfSquares = x * x + y * y;
        Play play = new Play(ToyGame.dirac(x, y), new Consensus(0.7), Sgd.of(0.1)).steps(1);
        // |F|^2 / 2 = (x^2 + y^2) s^2 / 2
        double slopeX = x * s * s + sumOfSquares * s * t * y;
        double slopeY = y * s * s + sumOfSquares * s * t * x;
        assertThat(play.value("x")).isCloseTo(x - 0.1 * (y * s + 0.7 * slopeX), within(1e-15));
        assertThat(play.value("y")).isCloseTo(y - 0.1 * (-x * s + 0.7 * slopeY), within(1e-15));
    }
}
