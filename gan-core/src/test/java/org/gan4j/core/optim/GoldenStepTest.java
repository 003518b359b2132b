package org.gan4j.core.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Two steps of each optimizer on p = (1, -2) with the gradients (0.5, -1) and (0.25, 2), worked out by hand. */
class GoldenStepTest {
    private static final double[] FIRST = {0.5, -1};
    private static final double[] SECOND = {0.25, 2};
    private static final Schedule TENTH = Schedule.constant(0.1);

    /** 1 - .1 (.5 + .25) and -2 - .1 (-1 + 2). */
    @Test
    void descent() {
        expect(Sgd.of(0.1), new double[] {0.95, -1.9}, new double[] {0.925, -2.1});
    }

    /**
     * v: -.1 * .5 = -.05, then .9 * -.05 - .1 * .25 = -.07; p: 1 - .05 = .95, then .95 - .07 = .88.
     * v: .1, then .09 - .2 = -.11; p: -1.9, then -2.01.
     */
    @Test
    void heavyBall() {
        expect(new Sgd(TENTH, Schedule.constant(0.9), Sgd.Form.HEAVY_BALL), new double[] {0.95, -1.9}, new double[] {
            0.88, -2.01
        });
    }

    /**
     * The velocities of heavyBall; p: 1 + .9 * -.05 - .05 = .905, then .905 + .9 * -.07 - .025 = .817.
     * p: -2 + .9 * .1 + .1 = -1.81, then -1.81 + .9 * -.11 - .2 = -2.109.
     */
    @Test
    void nesterov() {
        expect(new Sgd(TENTH, Schedule.constant(0.9), Sgd.Form.NESTEROV), new double[] {0.905, -1.81}, new double[] {
            0.817, -2.109
        });
    }

    /**
     * Rates .1 and .2, momenta .5 and .7: v = -.05, then .7 * -.05 - .2 * .25 = -.085; p = .95, then .865.
     * v = .1, then .07 - .4 = -.33; p = -1.9, then -2.23.
     */
    @Test
    void ratesAndMomentaFollowTheirSchedules() {
        Schedule rate = new StepSchedule(List.of(0.1, 0.2), List.of(1L));
        Schedule momentum = new LinearSchedule(0.5, 0.7, 0, 1);
        expect(new Sgd(rate, momentum, Sgd.Form.HEAVY_BALL), new double[] {0.95, -1.9}, new double[] {0.865, -2.23});
    }

    /**
     * decay .75: G = .25 * .25 = .0625, then .75 * .0625 + .25 * .0625 = .0625; epsilon .1875 makes .25 inside the root:
     * p = 1 - .1 * .5 / .5 = .9, then .9 - .1 * .25 / .5 = .85.
     * G = .25, then .1875 + 1 = 1.1875: p = -2 + .1 / sqrt(.4375), then - .2 / sqrt(1.375).
     */
    @Test
    void rmsPropInside() {
        double first = -2 + 0.1 / Math.sqrt(0.4375);
        expect(
                new RmsProp(TENTH, 0.75, 0.1875, RmsProp.Placement.INSIDE, false),
                new double[] {0.9, first},
                new double[] {0.85, first - 0.2 / Math.sqrt(1.375)});
    }

    /** The G of rmsPropInside; epsilon .15: p = 1 - .05 / .4 = .875, then .875 - .025 / .4 = .8125. */
    @Test
    void rmsPropOutside() {
        double first = -2 + 0.1 / 0.65;
        expect(
                new RmsProp(TENTH, 0.75, 0.15, RmsProp.Placement.OUTSIDE, false),
                new double[] {0.875, first},
                new double[] {0.8125, first - 0.2 / (Math.sqrt(1.1875) + 0.15)});
    }

    /**
     * M = .125, then .75 * .125 + .25 * .25 = .15625; G - M^2 = .0625 - .015625 = .046875, then .0380859375; epsilon
     * .015625: p = 1 - .05 / .25 = .8, then .8 - .025 / sqrt(.0537109375).
     * M = -.25, then -.1875 + .5 = .3125; G - M^2 = .1875, then 1.1875 - .09765625 = 1.08984375.
     */
    @Test
    void rmsPropCentred() {
        double first = -2 + 0.1 / Math.sqrt(0.203125);
        expect(
                new RmsProp(TENTH, 0.75, 0.015625, RmsProp.Placement.INSIDE, true),
                new double[] {0.8, first},
                new double[] {0.8 - 0.025 / Math.sqrt(0.0537109375), first - 0.2 / Math.sqrt(1.10546875)});
    }

    /**
     * beta1 .5, beta2 .75, epsilon .25: m = .25, then .25; v = .0625, then .0625; 1 - beta1^t = .5, .75; 1 - beta2^t =
     * .25, .4375. m / a = .5, then 1/3; v / b = .25, then 1/7: p = 1 - .05 / .75, then - (.1 / 3) / (sqrt(1/7) + .25).
     * m = -.5, then -.25 + 1 = .75; v = .25, then .1875 + 1 = 1.1875; m / a = -1, then 1; v / b = 1, then 19/7.
     */
    @Test
    void adamOutside() {
        double one = 1 - 0.05 / 0.75;
        double two = -2 + 0.1 / 1.25;
        expect(new Adam(TENTH, 0.5, 0.75, 0.25, Adam.Placement.OUTSIDE, false), new double[] {one, two}, new double[] {
            one - 0.1 / 3 / (Math.sqrt(1.0 / 7) + 0.25), two - 0.1 / (Math.sqrt(19.0 / 7) + 0.25)
        });
    }

    /**
     * The moments of adamOutside; rates .1 sqrt(.25) / .5 = .1, then .1 sqrt(.4375) / .75:
     * p = 1 - .1 * .25 / (.25 + .25) = .95, then - rate * .25 / .5. p = -2 + .1 * .5 / .75, then - rate * .75 /
     * (sqrt(1.1875) + .25).
     */
    @Test
    void adamWithEpsilonHat() {
        double rate = 0.1 * Math.sqrt(0.4375) / 0.75;
        double two = -2 + 0.05 / 0.75;
        expect(
                new Adam(TENTH, 0.5, 0.75, 0.25, Adam.Placement.EPSILON_HAT, false),
                new double[] {0.95, two},
                new double[] {0.95 - rate * 0.5, two - rate * 0.75 / (Math.sqrt(1.1875) + 0.25)});
    }

    /** The corrected moments of adamOutside; epsilon .11: p = 1 - .05 / sqrt(.36), then - (.1 / 3) / sqrt(1/7 + .11). */
    @Test
    void adamWithEpsilonInTheRoot() {
        double one = 1 - 0.05 / 0.6;
        double two = -2 + 0.1 / Math.sqrt(1.11);
        expect(new Adam(TENTH, 0.5, 0.75, 0.11, Adam.Placement.ROOT, false), new double[] {one, two}, new double[] {
            one - 0.1 / 3 / Math.sqrt(1.0 / 7 + 0.11), two - 0.1 / Math.sqrt(19.0 / 7 + 0.11)
        });
    }

    /**
     * With second gradients of 0, v falls to .75 of what it was and the largest stays: v = .0625, w = .0625; m = .125:
     * the second step is .1 * (.125 / .75) / (sqrt(.0625 / .4375) + .25); for the other, m = -.25 and w = .25.
     */
    @Test
    void amsgradKeepsTheLargest() {
        Optimizer optimizer = new Adam(TENTH, 0.5, 0.75, 0.25, Adam.Placement.OUTSIDE, true);
        double one = 1 - 0.05 / 0.75;
        double two = -2 + 0.1 / 1.25;
        Parameters start = tensor(1, -2);
        OptimizerStep first = optimizer.step(start, tensor(FIRST), optimizer.init(start));
        OptimizerStep second = optimizer.step(first.parameters(), tensor(0, 0), first.state());
        assertThat(first.parameters().get("p").toDoubles()).containsExactly(new double[] {one, two}, within(1e-14));
        assertThat(second.parameters().get("p").toDoubles())
                .containsExactly(
                        new double[] {
                            one - 0.1 / 6 / (Math.sqrt(1.0 / 7) + 0.25),
                            two + 0.1 / 3 / (Math.sqrt(0.25 / 0.4375) + 0.25)
                        },
                        within(1e-14));
    }

    /** .95 and -1.9 are clipped to .94 in size; then .94 - .025 = .915 and -.94 - .2 is clipped. */
    @Test
    void clippedWeights() {
        expect(new ClippedWeights(Sgd.of(0.1), 0.94), new double[] {0.94, -0.94}, new double[] {0.915, -0.94});
    }

    /** norm (.5, -1) = sqrt(1.25) and norm (.25, 2) = sqrt(4.0625) are both scaled to 1; 3 changes neither. */
    @Test
    void clippedGradient() {
        double a = 0.1 / Math.sqrt(1.25);
        double b = 0.1 / Math.sqrt(4.0625);
        expect(new ClippedGradient(Sgd.of(0.1), 1), new double[] {1 - 0.5 * a, -2 + a}, new double[] {
            1 - 0.5 * a - 0.25 * b, -2 + a - 2 * b
        });
        expect(new ClippedGradient(Sgd.of(0.1), 3), new double[] {0.95, -1.9}, new double[] {0.925, -2.1});
    }

    /** g + .2 p = (.7, -1.4): p = (.93, -1.86); g + .2 p = (.436, 1.628): p = (.8864, -2.0228). */
    @Test
    void weightDecayThroughTheGradient() {
        expect(
                new WeightDecay(Sgd.of(0.1), Schedule.constant(0.2), WeightDecay.Form.L2),
                new double[] {0.93, -1.86},
                new double[] {0.8864, -2.0228});
    }

    /** p - .1 g - .2 p = (.75, -1.5), then (.75 - .025 - .15, -1.5 - .2 + .3) = (.575, -1.4). */
    @Test
    void decoupledWeightDecay() {
        expect(
                new WeightDecay(Sgd.of(0.1), Schedule.constant(0.2), WeightDecay.Form.DECOUPLED),
                new double[] {0.75, -1.5},
                new double[] {0.575, -1.4});
    }

    /** Columns (3, 4) and (.3, -.4) and a bias, all moved by 0: norms 5 and .5, of which the first is scaled to 2. */
    @Test
    void maxColumnNorm() {
        Parameters p = Parameters.empty()
                .with("weight", Tensor.of(Shape.of(2, 2), 3.0, 0.3, 4.0, -0.4))
                .with("bias", Tensor.of(Shape.of(2), 30.0, -40.0));
        Optimizer optimizer = new MaxColumnNorm(Sgd.of(0.1), 2);
        Parameters next =
                optimizer.step(p, p.map(t -> t.times(0)), optimizer.init(p)).parameters();
        assertThat(next.get("weight").toDoubles()).containsExactly(new double[] {1.2, 0.3, 1.6, -0.4}, within(1e-6));
        assertThat(next.get("weight").at(0, 0)).isEqualTo(3 * 2 / (5 + 1e-7), within(1e-15));
        assertThat(next.get("bias").toDoubles()).containsExactly(30.0, -40.0);
    }

    private static void expect(Optimizer optimizer, double[] afterOne, double[] afterTwo) {
        Parameters start = tensor(1, -2);
        OptimizerState init = optimizer.init(start);
        OptimizerStep one = optimizer.step(start, tensor(FIRST), init);
        OptimizerStep two = optimizer.step(one.parameters(), tensor(SECOND), one.state());
        assertThat(one.parameters().get("p").toDoubles()).containsExactly(afterOne, within(1e-14));
        assertThat(two.parameters().get("p").toDoubles()).containsExactly(afterTwo, within(1e-14));
        assertThat(init.steps()).isZero();
        assertThat(two.state().steps()).isEqualTo(2);
        assertThat(start.get("p").toDoubles()).containsExactly(1, -2);
    }

    private static Parameters tensor(double... values) {
        return Parameters.empty().with("p", Tensor.of(Shape.of(values.length), values));
    }
}
