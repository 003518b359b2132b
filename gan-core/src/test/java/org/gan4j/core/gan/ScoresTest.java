package org.gan4j.core.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ScoresTest {
    @Test
    void areComputedAtTheFirstReadAndKept() {
        AtomicInteger computed = new AtomicInteger();
        Scores scores = Scores.of(() -> {
            computed.incrementAndGet();
            return column(1, 2, 6);
        });
        assertThat(computed).hasValue(0);
        assertThat(scores.mean(UnaryOperator.identity()).item()).isEqualTo(3);
        assertThat(scores.mean(Tensor::square).item()).isCloseTo(41.0 / 3, within(1e-14));
        assertThat(computed).hasValue(1);
    }

    @Test
    void areWeightedOnAFiniteWorld() {
        Scores scores = Scores.weighted(column(1, 2, 6), column(0.5, 0.375, 0.125));
        assertThat(scores.mean(UnaryOperator.identity()).item()).isEqualTo(2);
        assertThat(scores.mean(Tensor::square).item()).isEqualTo(6.5);
    }

    @Test
    void pairIndexByIndexInABatch() {
        Scores a = Scores.of(column(1, 2, 6));
        Scores b = Scores.of(column(4, -1, 0.5));
        // |1 - 4|, |2 + 1|, |6 - 0.5|
        assertThat(Scores.meanOfPairs(a, b, (x, y) -> x.minus(y).abs()).item()).isCloseTo(11.5 / 3, within(1e-14));
    }

    @Test
    void pairOverTheProductOfAFiniteWorld() {
        Scores a = Scores.weighted(column(1, 6), column(0.75, 0.25));
        Scores b = Scores.weighted(column(4, -1, 2), column(0.5, 0.125, 0.375));
        // .75 (.5 * 3 + .125 * 2 + .375 * 1) + .25 (.5 * 2 + .125 * 7 + .375 * 4)
        double expected = 0.75 * 2.125 + 0.25 * 3.375;
        assertThat(Scores.meanOfPairs(a, b, (x, y) -> x.minus(y).abs()).item()).isCloseTo(expected, within(1e-14));
    }

    @Test
    void refuseWhatIsNotOneNumberPerSample() {
        assertThatThrownBy(() -> Scores.of(Tensor.of(Shape.of(3), 1.0, 2, 6)).values())
                .hasMessage("scores must have the shape [N, 1], one number per sample, but have [3]");
        assertThatThrownBy(() -> Scores.weighted(column(1, 2, 6), column(0.5, 0.5)))
                .hasMessage("each score needs its weight: scores [3, 1], weights [2, 1]");
    }

    @Test
    void refuseAFunctionThatTakesTheMeanItself() {
        assertThatThrownBy(() -> Scores.of(column(1, 2, 6)).mean(s -> s.mean()))
                .hasMessage(
                        "a function of scores must keep their shape [3, 1] (the mean is taken afterwards), but gave []");
    }

    @Test
    void refuseToPairWhatDoesNotMatch() {
        Scores three = Scores.of(column(1, 2, 6));
        assertThatThrownBy(() -> Scores.meanOfPairs(three, Scores.of(column(1, 2)), Tensor::minus))
                .hasMessage("pairs need as many real as fake scores, but there are 3 and 2");
        assertThatThrownBy(
                        () -> Scores.meanOfPairs(three, Scores.weighted(column(1, 2), column(0.5, 0.5)), Tensor::minus))
                .hasMessage("pairs need two batches or two finite worlds, not one of each");
    }

    private static Tensor column(double... values) {
        return Tensor.of(Shape.of(values.length, 1), values);
    }
}
