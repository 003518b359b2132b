package org.gan4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.optim.ExponentialAverage;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.optim.ParameterAverage;
import org.gan4j.core.optim.UniformAverage;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.scheme.Alternating;
import org.gan4j.core.training.scheme.Simultaneous;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final long SEED = 17;

    @Test
    void theGeneratorFindsTheData() {
        TrainingOutcome outcome = train(trainer(LineGame.playable()), TrainingPlan.steps(2_000));
        assertThat(outcome).isInstanceOf(TrainingOutcome.Completed.class);
        assertThat(outcome.state().step()).isEqualTo(2_000);
        assertThat(outcome.state().player("g").parameters().get("shift").item()).isCloseTo(2, within(0.5));
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        byte[][] first = bytes(
                train(trainer(LineGame.playable()), TrainingPlan.steps(30)).state());
        assertThat(bytes(train(trainer(LineGame.playable()), TrainingPlan.steps(30))
                        .state()))
                .isDeepEqualTo(first);
    }

    @Test
    void stoppingAndGoingOnChangesNothing() {
        Trainer trainer = trainer(LineGame.playable());
        GameState whole = train(trainer, TrainingPlan.steps(25)).state();
        GameState half = train(trainer, TrainingPlan.steps(11)).state();
        GameState resumed =
                trainer.train(half, batches(), random(), TrainingPlan.steps(25)).state();
        assertThat(bytes(resumed)).isDeepEqualTo(bytes(whole));
        assertThat(resumed.player("d").optimizer().steps())
                .isEqualTo(whole.player("d").optimizer().steps());
    }

    @Test
    void listenersHearOfEveryStepAndOfNumbersAtTheInterval() {
        List<Long> stepped = new ArrayList<>();
        List<StepMetrics> observed = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onMetrics(StepMetrics observation) {
                observed.add(observation);
            }

            @Override
            public void onStep(GameState state) {
                stepped.add(state.step());
            }
        };
        train(trainer(LineGame.playable()), TrainingPlan.steps(7).reporting(3, listener));
        assertThat(stepped).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(observed).extracting(StepMetrics::step).containsExactly(1L, 3L, 6L);
        assertThat(observed.get(0).values())
                .containsKeys("loss/d", "loss/g", "score/real/mean", "probability/fake/deviation", "gradient-norm/g");
    }

    /** A training that ends before the first multiple of the interval reports its last step; a longer one does not. */
    @Test
    void aShortTrainingReportsItsFirstAndItsLastStep() {
        assertThat(reported(1, 5)).containsExactly(1L);
        assertThat(reported(4, 5)).containsExactly(1L, 4L);
        assertThat(reported(5, 5)).containsExactly(1L, 5L);
        assertThat(reported(9, 5)).containsExactly(1L, 5L);
    }

    private static List<Long> reported(long steps, long interval) {
        List<Long> reported = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onMetrics(StepMetrics observation) {
                reported.add(observation.step());
            }
        };
        train(trainer(LineGame.playable()), TrainingPlan.steps(steps).reporting(interval, listener));
        return reported;
    }

    @Test
    void reportingDoesNotChangeTheTraining() {
        byte[][] silent = bytes(
                train(trainer(LineGame.playable()), TrainingPlan.steps(12)).state());
        TrainingPlan loud = TrainingPlan.steps(12).reporting(1, new TrainingListener() {});
        assertThat(bytes(train(trainer(LineGame.playable()), loud).state())).isDeepEqualTo(silent);
    }

    @Test
    void aRequestStopsAfterTheStepUnderWay() {
        StopRequest stop = new StopRequest();
        TrainingListener stopping = TrainingListener.every(4, state -> stop.request());
        TrainingPlan plan = TrainingPlan.of(100, 10, List.of(stopping), stop);
        TrainingOutcome outcome = train(trainer(LineGame.playable()), plan);
        assertThat(outcome).isInstanceOf(TrainingOutcome.Interrupted.class);
        assertThat(outcome.state().step()).isEqualTo(4);
    }

    @Test
    void aConditionEndsThePlanBeforeItsLastStep() {
        long[] steps = new long[1];
        TrainingListener counting = TrainingListener.every(1, state -> steps[0] = state.step());
        EarlyStop afterSix = () -> steps[0] >= 6 ? Optional.of("six are enough") : Optional.empty();
        TrainingPlan plan =
                TrainingPlan.of(100, 10, List.of(counting), new StopRequest()).endedBy(afterSix);
        TrainingOutcome outcome = train(trainer(LineGame.playable()), plan);
        assertThat(outcome).isInstanceOf(TrainingOutcome.StoppedEarly.class);
        assertThat(((TrainingOutcome.StoppedEarly) outcome).reason()).isEqualTo("six are enough");
        assertThat(bytes(outcome.state()))
                .isDeepEqualTo(bytes(train(trainer(LineGame.playable()), TrainingPlan.steps(6))
                        .state()));
        steps[0] = 0;
        TrainingPlan six =
                TrainingPlan.of(6, 10, List.of(counting), new StopRequest()).endedBy(afterSix);
        assertThat(train(trainer(LineGame.playable()), six))
                .as("all steps were taken")
                .isInstanceOf(TrainingOutcome.Completed.class);
    }

    @Test
    void aRunDoesNotStopEarlyWithParametersThatAreNotFinite() {
        long[] steps = new long[1];
        TrainingListener counting = TrainingListener.every(1, state -> steps[0] = state.step());
        TrainingPlan plan = TrainingPlan.of(100, 10, List.of(counting), new StopRequest())
                .endedBy(() -> steps[0] >= 21 ? Optional.of("enough") : Optional.empty());
        TrainingOutcome outcome = train(trainer(new FailingGame(20, false)), plan);
        assertThat(outcome).isInstanceOf(TrainingOutcome.Diverged.class);
        assertThat(outcome.state().step()).isEqualTo(20);
    }

    @Test
    void givenWeightsAreWhereAveragesBeginAndNothingElseIsTaken() {
        SortedMap<String, ParameterAverage> averages = new TreeMap<>();
        averages.put("g", new ExponentialAverage(0.75, 0));
        Trainer plain = trainer(LineGame.playable());
        Trainer trainer = new Trainer(plain.game(), plain.scheme(), plain.optimizers(), averages);
        GameState other = train(trainer, TrainingPlan.steps(9)).state();
        GameState start = trainer.start(random(), fresh -> given(fresh, other));
        assertThat(start.step()).isZero();
        assertThat(start.player("g").optimizer().steps()).isZero();
        assertThat(start.player("g").parameters().get("shift").item())
                .isEqualTo(other.player("g").parameters().get("shift").item())
                .isNotZero();
        assertThat(start.player("g").average().orElseThrow().get("shift").item())
                .isEqualTo(other.player("g").parameters().get("shift").item());
        assertThat(start.player("d").parameters().get("bend").item())
                .isEqualTo(trainer.start(random())
                        .player("d")
                        .parameters()
                        .get("bend")
                        .item());
    }

    @Test
    void aDivergenceAfterGivenWeightsIsTracedBackToo() {
        Trainer trainer = trainer(new FailingGame(20, false));
        GameState other =
                train(trainer(LineGame.playable()), TrainingPlan.steps(50)).state();
        TrainingOutcome outcome = trainer.train(
                trainer.start(random(), fresh -> given(fresh, other)), batches(), random(), TrainingPlan.steps(100));
        assertThat(outcome).isInstanceOf(TrainingOutcome.Diverged.class);
        GameState expected = trainer.train(
                        trainer.start(random(), fresh -> given(fresh, other)),
                        batches(),
                        random(),
                        TrainingPlan.steps(20))
                .state();
        assertThat(outcome.state().step()).isEqualTo(20);
        assertThat(bytes(outcome.state())).isDeepEqualTo(bytes(expected));
        assertThat(bytes(outcome.state()))
                .as("what it gives from its own weights")
                .matches(own -> !Arrays.deepEquals(
                        own, bytes(train(trainer, TrainingPlan.steps(20)).state())));
    }

    /** The generator's weights are those of another state. */
    private static GameState given(GameState fresh, GameState other) {
        return fresh.withPlayer(
                "g",
                player -> player.withParameters(other.player("g").parameters().persistent()));
    }

    @Test
    void anUndefinedLossEndsTheRunWithTheStateBeforeIt() {
        Trainer trainer = trainer(new FailingGame(1_004, true));
        TrainingOutcome outcome = train(trainer, TrainingPlan.steps(2_000));
        assertThat(outcome).isInstanceOf(TrainingOutcome.Diverged.class);
        TrainingOutcome.Diverged diverged = (TrainingOutcome.Diverged) outcome;
        assertThat(diverged.message())
                .isEqualTo("diverged at step 1005: loss/g is NaN; the last good state is that after step 1004");
        GameState expected = train(trainer, TrainingPlan.steps(1_004)).state();
        assertThat(diverged.state().step()).isEqualTo(1_004);
        assertThat(bytes(diverged.state())).isDeepEqualTo(bytes(expected));
    }

    /** The loss of step 21 is finite, its gradient is not: noticed by the loss of step 22. */
    @Test
    void anInfiniteGradientIsTracedBackToTheStepThatItSpoilt() {
        Trainer trainer = trainer(new FailingGame(20, false));
        TrainingOutcome outcome = train(trainer, TrainingPlan.steps(100));
        assertThat(outcome).isInstanceOf(TrainingOutcome.Diverged.class);
        TrainingOutcome.Diverged diverged = (TrainingOutcome.Diverged) outcome;
        assertThat(diverged.step()).isEqualTo(21);
        assertThat(diverged.name()).isEqualTo("g/scale");
        assertThat(bytes(diverged.state()))
                .isDeepEqualTo(bytes(train(trainer, TrainingPlan.steps(20)).state()));
    }

    @Test
    void aRunDoesNotCompleteWithParametersThatAreNotFinite() {
        TrainingOutcome outcome = train(trainer(new FailingGame(20, false)), TrainingPlan.steps(21));
        assertThat(outcome).isInstanceOf(TrainingOutcome.Diverged.class);
        assertThat(outcome.state().step()).isEqualTo(20);
    }

    @Test
    void averagesFollowTheParameters() {
        SortedMap<String, ParameterAverage> averages = new TreeMap<>();
        averages.put("g", new UniformAverage(2));
        averages.put("d", new ExponentialAverage(0.75, 0));
        Trainer plain = trainer(LineGame.playable());
        Trainer trainer = new Trainer(plain.game(), plain.scheme(), plain.optimizers(), averages);
        double uniform = 0;
        double exponential = train(plain, TrainingPlan.steps(0))
                .state()
                .player("d")
                .parameters()
                .get("bend")
                .item();
        for (int step = 1; step <= 5; step++) {
            GameState state = train(plain, TrainingPlan.steps(step)).state();
            uniform += step > 2 ? state.player("g").parameters().get("shift").item() / 3 : 0;
            exponential += 0.25 * (state.player("d").parameters().get("bend").item() - exponential);
        }
        GameState end = train(trainer, TrainingPlan.steps(5)).state();
        assertThat(end.player("g").average().orElseThrow().get("shift").item()).isCloseTo(uniform, within(1e-7));
        assertThat(end.player("d").average().orElseThrow().get("bend").item()).isCloseTo(exponential, within(1e-7));
        assertThat(end.player("g").parameters().get("shift").item()).isNotCloseTo(uniform, within(1e-4));
    }

    @Test
    void refusesOptimizersAndAveragesOfNobody() {
        SortedMap<String, Optimizer> one = new TreeMap<>();
        one.put("d", Adam.GAN_DEFAULTS);
        assertThatThrownBy(() -> Trainer.of(LineGame.playable(), new Simultaneous(), one))
                .hasMessage("each player needs one optimizer: players are [d, g], optimizers are given for [d]");
        SortedMap<String, ParameterAverage> averages = new TreeMap<>();
        averages.put("critic", new ExponentialAverage(0.5, 0));
        Trainer plain = trainer(LineGame.playable());
        assertThatThrownBy(() -> new Trainer(plain.game(), plain.scheme(), plain.optimizers(), averages))
                .hasMessage("an average is asked for 'critic', but the players are [d, g]");
    }

    /** The line game, whose loss of g is NaN, or has an infinite gradient, in one step. */
    private record FailingGame(long step, boolean undefined) implements PlayableGame {
        @Override
        public List<String> players() {
            return LineGame.game().players();
        }

        @Override
        public GameState start(RandomStream random) {
            return LineGame.playable().start(random);
        }

        @Override
        public GameLosses losses(GameState state, Draw draw, List<String> asked) {
            GameLosses result = LineGame.playable().losses(state, draw, asked);
            if (state.step() != step || !asked.contains("g")) {
                return result;
            }
            Tensor scale = state.player("g").parameters().get("scale").sum();
            Tensor term = undefined
                    ? scale.times(Double.NaN)
                    : scale.minus(scale.detach()).times(1e38).times(1e10);
            SortedMap<String, Tensor> losses = new TreeMap<>(result.losses());
            losses.put("g", result.loss("g").plus(term));
            return new GameLosses(losses, result.updates(), result.report());
        }
    }

    private static Trainer trainer(PlayableGame game) {
        Map<String, Optimizer> optimizers = new TreeMap<>();
        optimizers.put("d", Adam.of(0.02, 0.5, 0.999));
        optimizers.put("g", Adam.of(0.02, 0.5, 0.999));
        return Trainer.of(game, Alternating.of("d", 1, "g"), optimizers);
    }

    private static TrainingOutcome train(Trainer trainer, TrainingPlan plan) {
        return trainer.train(trainer.start(random()), batches(), random(), plan);
    }

    private static RandomStream random() {
        return RandomStream.of(SEED);
    }

    private static BatchSource batches() {
        return new LineGame.LineBatches(RandomStream.of(SEED).split("data"));
    }

    private static byte[][] bytes(GameState state) {
        List<byte[]> all = new ArrayList<>();
        state.tensors().forEach((name, tensor) -> {
            ByteBuffer buffer = ByteBuffer.allocate(4 * tensor.size());
            buffer.asFloatBuffer().put(tensor.toFloats());
            all.add(buffer.array());
        });
        return all.toArray(byte[][]::new);
    }
}
