package org.example.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.example.scheme.Extragradient.Second;
import org.example.scheme.ToyGame.Play;
import org.gan4j.core.optim.Schedule;
import org.gan4j.core.optim.Sgd;
import org.gan4j.core.training.MetricsCollector;
import org.gan4j.core.training.TrainingScheme;
import org.junit.jupiter.api.Test;

/** Which batches and streams the schemes ask for, and what they and the optimizers remember. */
class DrawsAndMemoryTest {
    private final ToyGame game = ToyGame.bilinear(2, 0.5);

    @Test
    void theSameBatchAndNoiseAreUsedTwice() {
        List<String> draws = draws(new Extragradient(Second.SAME));
        assertThat(draws).hasSize(4);
        assertThat(draws.get(0))
                .startsWith("batch 0, seed 7 / x+y / 0, noise 0.")
                .endsWith(", ahead");
        assertThat(draws.get(1) + ", ahead").isEqualTo(draws.get(0));
        assertThat(draws.get(2))
                .startsWith("batch 1, seed 7 / x+y / 1, noise 0.")
                .endsWith(", ahead");
        assertThat(draws.get(3) + ", ahead").isEqualTo(draws.get(2));
    }

    @Test
    void freshBatchesAndNoiseHaveNumbersOfTheirOwn() {
        List<String> draws = draws(new Extragradient(Second.FRESH));
        assertThat(draws).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(draws.get(i)).startsWith("batch " + i + ", seed 7 / x+y / " + i + ", noise 0.");
            assertThat(draws.get(i).endsWith(", ahead")).isEqualTo(i % 2 == 0);
        }
        assertThat(draws.stream().map(line -> line.split("noise ")[1].substring(0, 8)))
                .doesNotHaveDuplicates();
    }

    @Test
    void theOthersEvaluateOncePerStep() {
        assertThat(draws(new Optimistic())).hasSize(2);
        assertThat(draws(new Consensus(1))).hasSize(4).element(3).asString().startsWith("batch 1, seed 7 / x+y / 1,");
        assertThat(game.draws()).noneMatch(line -> line.endsWith(", ahead"));
    }

    private List<String> draws(TrainingScheme scheme) {
        new Play(game, scheme, Sgd.of(0.1)).steps(2);
        return game.draws();
    }

    /** v+ = 0.5 v - 0.1 F(w'), w' = w + 0.5 v - 0.1 F(w), w+ = w + v+, with F = (y, -x). */
    @Test
    void aLookAheadDoesNotMoveWhatOptimizersRemember() {
        Sgd momentum = new Sgd(Schedule.constant(0.1), Schedule.constant(0.5), Sgd.Form.HEAVY_BALL);
        Play play = new Play(game, Extragradient.DEFAULTS, momentum);
        double[] w = {2, 0.5};
        double[] v = {0, 0};
        for (int step = 1; step <= 3; step++) {
            double aheadX = w[0] + 0.5 * v[0] - 0.1 * w[1];
            double aheadY = w[1] + 0.5 * v[1] + 0.1 * w[0];
            v = new double[] {0.5 * v[0] - 0.1 * aheadY, 0.5 * v[1] + 0.1 * aheadX};
            w = new double[] {w[0] + v[0], w[1] + v[1]};
            play.steps(1);
            assertThat(play.value("x")).isCloseTo(w[0], within(1e-14));
            assertThat(play.value("y")).isCloseTo(w[1], within(1e-14));
            assertThat(play.state().player("x").optimizer().steps()).isEqualTo(step);
        }
    }

    /** From (2, 0.5) the look ahead leads to (1.95, 0.7). */
    @Test
    void metricsAreThoseOfTheEvaluationThatUpdates() {
        MetricsCollector metrics = MetricsCollector.collected();
        new Play(game, Extragradient.DEFAULTS, Sgd.of(0.1)).step(metrics);
        assertThat(metrics.values().get("loss/x")).isCloseTo(1.95 * 0.7, within(1e-14));
        assertThat(metrics.values().get("gradient-norm/y")).isCloseTo(1.95, within(1e-14));
        assertThat(metrics.values().get("update-norm/x")).isCloseTo(0.07, within(1e-14));
    }

    /** F_0 = (0.5, -2) and F_{-1} = 0: w_1 = (2 - 0.1, 0.5 + 0.4), F_1 = (0.9, -1.9). */
    @Test
    void theFirstOptimisticStepIsTwiceThePlainOneAndGradientsAreRemembered() {
        Play play = new Play(game, new Optimistic(), Sgd.of(0.1));
        assertThat(remembered(play, "x")).isZero();
        play.steps(1);
        assertThat(play.value("x")).isCloseTo(1.9, within(1e-14));
        assertThat(play.value("y")).isCloseTo(0.9, within(1e-14));
        assertThat(remembered(play, "x")).isEqualTo(0.5);
        assertThat(remembered(play, "y")).isEqualTo(-2);
        play.steps(1);
        assertThat(play.value("x")).isCloseTo(1.9 - 0.1 * (2 * 0.9 - 0.5), within(1e-14));
        assertThat(play.value("y")).isCloseTo(0.9 - 0.1 * (2 * -1.9 + 2), within(1e-14));
        assertThat(play.state().tensors()).containsKeys("scheme/x.value", "scheme/y.value");
    }

    private static double remembered(Play play, String player) {
        return play.state().scheme().get(player + ".value").item();
    }

    @Test
    void aNegativeWeightIsRefused() {
        assertThatThrownBy(() -> new Consensus(-0.5)).hasMessage("gamma must be finite and at least 0, but is -0.5");
    }
}
