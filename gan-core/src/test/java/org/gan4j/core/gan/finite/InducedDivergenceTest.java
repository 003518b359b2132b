package org.gan4j.core.gan.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.PointwiseLoss;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What the generator follows, against closed forms. */
class InducedDivergenceTest {
    private static final FiniteWorld ZEROS =
            FiniteWorld.of(new double[] {0.5, 0.5, 0, 0}, new double[] {0.2, 0, 0.8, 0});

    /** Cross-entropy with another term for the generator. */
    private record Alternative() implements PointwiseLoss {
        @Override
        public Tensor real(Tensor score) {
            return score.negate().softplus();
        }

        @Override
        public Tensor fake(Tensor score) {
            return score.softplus();
        }

        @Override
        public Tensor generator(Tensor score) {
            return score.negate().softplus();
        }
    }

    /** The real side counts three times, so that scores jump where p/q = 1/3. */
    private record LopsidedHinge() implements PointwiseLoss {
        @Override
        public Tensor real(Tensor score) {
            return score.negate().plus(1).relu().times(3);
        }

        @Override
        public Tensor fake(Tensor score) {
            return score.plus(1).relu();
        }

        @Override
        public Tensor generator(Tensor score) {
            return score.negate();
        }
    }

    @Test
    void isWhatTheTheoryGives() {
        agree(new Losses.Minimax(), world -> 2 * world.jensenShannon());
        agree(new Losses.Hidden(new Losses.Minimax()), world -> 2 * world.jensenShannon());
        agree(new Alternative(), world -> world.reverseKl() - 2 * world.jensenShannon());
        agree(new Losses.Hinge(), world -> 2 * world.totalVariation());
        agree(new Losses.Squashed(), FiniteWorld::totalVariation);
    }

    /** h' is -1 below t = 3 and 1 above it, so h = 1 - t below and t - 5 above. */
    @Test
    void jumpsAreFoundWhereverTheyAre() {
        agree(new LopsidedHinge(), world -> world.sum((p, q) -> q < 3 * p ? p - q : q - 5 * p));
        assertThat(InducedDivergence.of(new LopsidedHinge()).orElseThrow().h(1, 3, 4, 0, 2.5))
                .containsExactly(new double[] {0, -2, -1, 1, -1.5}, within(1e-12));
    }

    @Test
    void pointsOfOneSideOnlyAreLimits() {
        InducedDivergence minimax = InducedDivergence.of(new Losses.Minimax()).orElseThrow();
        assertThat(minimax.at(ZEROS)).isCloseTo(2 * ZEROS.jensenShannon(), within(1e-12));
        assertThat(InducedDivergence.of(new Alternative()).orElseThrow().at(ZEROS))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(InducedDivergence.of(new Losses.Hinge()).orElseThrow().at(ZEROS))
                .isCloseTo(2 * ZEROS.totalVariation(), within(1e-12));
    }

    @Test
    void isNotDefinedWithoutBestScoresOfPoints() {
        assertThat(InducedDivergence.of(new Losses.Wasserstein())).isEmpty();
        assertThat(InducedDivergence.of(new Losses.PairedLogistic())).isEmpty();
    }

    private static void agree(AdversarialLoss loss, ToDoubleFunction<FiniteWorld> expected) {
        InducedDivergence followed = InducedDivergence.of(loss).orElseThrow();
        for (FiniteWorld world : Worlds.random(20)) {
            assertThat(followed.at(world))
                    .as(loss + " on " + world)
                    .isCloseTo(expected.applyAsDouble(world), within(1e-10));
        }
    }
}
