package org.gan4j.core.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.core.optim.WeightDecay.Form;
import org.junit.jupiter.api.Test;

/** What optimizers say of weights, through whatever wraps them. */
class OptimizerTraitsTest {
    private static final Optimizer PLAIN = RmsProp.DEFAULTS;
    private static final List<UnaryOperator<Optimizer>> AROUND = List.of(
            inner -> inner,
            inner -> new ClippedGradient(inner, 1),
            inner -> new WeightDecay(inner, new ConstantSchedule(0.1), Form.L2),
            inner -> new WeightDecay(new ClippedGradient(inner, 1), new ConstantSchedule(0.1), Form.DECOUPLED));

    @Test
    void clippingIsSeenThroughWrappers() {
        for (UnaryOperator<Optimizer> around : AROUND) {
            assertThat(around.apply(PLAIN).clipsWeights()).isFalse();
            assertThat(around.apply(PLAIN).boundsWeights()).isFalse();
            Optimizer clipped = around.apply(new ClippedWeights(PLAIN, 0.1));
            assertThat(clipped.clipsWeights()).isTrue();
            assertThat(clipped.boundsWeights()).isTrue();
            Optimizer limited = around.apply(new MaxColumnNorm(PLAIN, 1));
            assertThat(limited.clipsWeights()).isFalse();
            assertThat(limited.boundsWeights()).isTrue();
        }
        assertThat(new MaxColumnNorm(new ClippedWeights(PLAIN, 0.1), 1).clipsWeights())
                .isTrue();
    }

    @Test
    void schedulesAreSeenThroughWrappers() {
        for (UnaryOperator<Optimizer> around : AROUND) {
            assertThat(around.apply(new ClippedWeights(PLAIN, 0.1)).scheduled(3))
                    .containsAllEntriesOf(PLAIN.scheduled(3));
        }
    }
}
