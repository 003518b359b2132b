package org.gan4j.losses.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.inject.Guice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.memory.DType;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.optim.ClippedWeights;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.optim.RmsProp;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingListener;
import org.gan4j.core.training.TrainingOutcome;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.TrainingScheme;
import org.gan4j.core.training.scheme.Alternating;
import org.gan4j.core.training.scheme.Simultaneous;
import org.gan4j.losses.binding.LossesModule;
import org.gan4j.losses.contract.Plane;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.losses.loss.Wasserstein;
import org.gan4j.losses.transform.InstanceNoise;
import org.gan4j.losses.transform.Packing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Penalties, transforms and constraints inside real steps, in float32. */
class PenalisedTrainingTest {
    private static final Shape IMAGE = Shape.of(2, 3, 1);
    private static final StrategyRegistry REGISTRY =
            Guice.createInjector(new LossesModule()).getInstance(StrategyRegistry.class);

    static List<String> penalties() {
        return REGISTRY.names(Penalty.class);
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void everyPenaltyTrainsUnderBothSchemes(String name) {
        Penalty penalty = new ConfigurationReader(REGISTRY)
                .parse(name, "test", List.of(), Penalty.class)
                .value();
        AdversarialGame game = Plane.game(new NonSaturating(), Map.of("it", penalty), List.of());
        for (TrainingScheme scheme : List.of(Alternating.of("d", 2, "g"), new Simultaneous())) {
            List<Double> seen = new ArrayList<>();
            Trainer trainer = Trainer.of(opened(game, IMAGE), scheme, Adam.DEFAULTS);
            TrainingOutcome outcome =
                    train(trainer, IMAGE, TrainingPlan.steps(20).reporting(1, values(seen)));
            assertThat(outcome).isInstanceOf(TrainingOutcome.Completed.class);
            outcome.state().requireFinite();
            assertThat(seen).hasSize(20).allMatch(value -> Double.isFinite(value) && value >= 0);
            assertThat(seen.get(19)).isNotEqualTo(seen.get(0));
        }
    }

    /** With a heavy price on the slope at the data, the slope falls; without, it grows. */
    @Test
    void aGradientPenaltyHoldsTheSlopeDown() {
        List<Double> held = new ArrayList<>();
        List<Double> free = new ArrayList<>();
        train(
                trainer(new R1(100, GammaConvention.PAPER)),
                Shape.of(2),
                TrainingPlan.steps(150).reporting(1, values(held)));
        train(
                trainer(new R1(1e-6, GammaConvention.PAPER)),
                Shape.of(2),
                TrainingPlan.steps(150).reporting(1, values(free)));
        double heldSlope = Math.sqrt(held.get(149) / 50);
        double freeSlope = Math.sqrt(free.get(149) / 5e-7);
        assertThat(heldSlope).isLessThan(0.1 * freeSlope);
    }

    /** The weights are within the bound after every single update, so that the generator never meets others. */
    @Test
    void clippedWeightsHoldAfterEveryUpdate() {
        double bound = 0.05;
        Map<String, Optimizer> optimizers = new TreeMap<>();
        optimizers.put("d", new ClippedWeights(RmsProp.DEFAULTS, bound));
        optimizers.put("g", RmsProp.DEFAULTS);
        Trainer trainer = Trainer.of(
                opened(Plane.game(new Wasserstein(), Map.of(), List.of()), Shape.of(2)),
                Alternating.of("d", 3, "g"),
                optimizers);
        List<Double> largest = new ArrayList<>();
        TrainingListener watching = new TrainingListener() {
            @Override
            public void onStep(GameState state) {
                double size = 0;
                for (Tensor weights : state.player("d").parameters().list()) {
                    size = Math.max(size, weights.abs().max().item());
                }
                largest.add(size);
            }
        };
        GameState end = train(trainer, Shape.of(2), TrainingPlan.steps(15).reporting(1, watching))
                .state();
        assertThat(largest).hasSize(15).allMatch(size -> size <= (float) bound).contains((double) (float) bound);
        assertThat(end.player("g").parameters().list())
                .anyMatch(w -> w.abs().max().item() > bound);
    }

    /** The linear score of a pack of three points has a gradient with the norm of all six weights. */
    @Test
    void penaltiesSeePacks() {
        AdversarialGame packed = Plane.game(
                new Wasserstein(),
                Map.of("r1", R1.DEFAULTS, "gp", GradientPenalty.WGAN_GP),
                List.of(new Packing(3), new InstanceNoise(step -> 0.25)));
        RandomStream random = RandomStream.of(2);
        PlayableGame game = opened(packed, Shape.of(2));
        GameState state = game.start(random.split("start"));
        Tensor first = state.player("d").parameters().get("layers.0.weight");
        assertThat(first.shape()).isEqualTo(Shape.of(6, 12));
        Tensor linear = Tensor.zeros(first.dtype(), first.shape()).plus(1);
        GameState simple = state.withPlayer(
                "d",
                d -> d.withParameters(d.parameters()
                        .with("layers.0.weight", linear.persistent())
                        .with(
                                "layers.0.bias",
                                Tensor.full(first.dtype(), Shape.of(12), 1000).persistent())));
        Tensor last = simple.player("d").parameters().get("layers.2.weight");
        double slope = Math.abs(last.sum().item()) * Math.sqrt(6);
        GameLosses result = game.losses(
                simple.tracking(List.of("d")),
                Draw.of(new Plane.PlaneBatches(Shape.of(2), random.split("data")).batch(0), random.split("play")),
                List.of("d"));
        assertThat(reported(result, "penalty/r1")).isCloseTo(5 * slope * slope, within(1e-4 * slope * slope));
        assertThat(reported(result, "penalty/gp"))
                .isCloseTo(10 * (slope - 1) * (slope - 1), within(1e-4 * Math.max(1, slope * slope)));
    }

    private static double reported(GameLosses result, String name) {
        return Objects.requireNonNull(result.report().get(name)).get().item();
    }

    private static PlayableGame opened(AdversarialGame game, Shape shape) {
        return game.open(SampleSpec.unbounded(shape), DType.FLOAT32);
    }

    private static Trainer trainer(Penalty penalty) {
        return Trainer.of(
                opened(Plane.game(new Wasserstein(), Map.of("it", penalty), List.of()), Shape.of(2)),
                Alternating.of("d", 2, "g"),
                Adam.of(0.01, 0, 0.9));
    }

    private static TrainingListener values(List<Double> into) {
        return new TrainingListener() {
            @Override
            public void onMetrics(org.gan4j.core.training.StepMetrics observation) {
                into.add(Objects.requireNonNull(observation.values().get("penalty/it")));
            }
        };
    }

    private static TrainingOutcome train(Trainer trainer, Shape shape, TrainingPlan plan) {
        RandomStream random = RandomStream.of(7);
        GameState start = trainer.start(random.split("start"));
        return trainer.train(start, new Plane.PlaneBatches(shape, random.split("data")), random.split("train"), plan);
    }
}
