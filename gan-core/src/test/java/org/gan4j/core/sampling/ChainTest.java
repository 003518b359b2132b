package org.gan4j.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.game.adversarial.Minibatch;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.PlayerGradients;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingContext;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.checkpoint.CheckpointEnvironment;
import org.gan4j.core.training.checkpoint.CheckpointFiles;
import org.gan4j.core.training.checkpoint.Checkpoints;
import org.gan4j.core.training.scheme.Simultaneous;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An energy learnt with a chain of samples that is kept in the state of the game. */
class ChainTest {
    private static final int WALKERS = 8;

    @TempDir
    private Path directory;

    /** Langevin steps on the energy (x - centre)^2 / 2: x - h (x - centre) + sqrt(2 h) n. */
    private record Langevin(Tensor centre, double h) implements Chain {
        @Override
        public Buffers start(RandomStream random) {
            return Buffers.empty().with("walkers", random.normal(Shape.of(WALKERS, 1)));
        }

        @Override
        public Drawn next(int count, Buffers state, RandomStream random) {
            Tensor x = state.get("walkers");
            Tensor noise = random.normal(x.shape()).times(Math.sqrt(2 * h));
            Tensor moved = x.minus(x.minus(centre.detach()).times(h)).plus(noise);
            return new Drawn(
                    Samples.of(moved.slice(0, 0, count)), Buffers.empty().with("walkers", moved));
        }
    }

    /** Contrastive divergence of one player "e" with one parameter: E(data) - E(walkers). */
    private record Energy() implements PlayableGame {
        @Override
        public List<String> players() {
            return List.of("e");
        }

        private static Chain chain(GameState state) {
            return new Langevin(state.player("e").parameters().get("centre"), 0.1);
        }

        @Override
        public GameState start(RandomStream random) {
            Parameters parameters = Parameters.of(Map.of("centre", Tensor.of(Shape.of(1), -2f)));
            SortedMap<String, PlayerState> players = new TreeMap<>();
            players.put("e", PlayerState.of(parameters, Buffers.empty()));
            GameState state = GameState.start(players);
            return state.withExtra(chain(state).start(random.split("chain")).persistent());
        }

        @Override
        public GameLosses losses(GameState state, Draw draw, List<String> asked) {
            Minibatch minibatch = Minibatch.of(state, draw, asked);
            Chain.Drawn drawn =
                    chain(state).next(WALKERS, state.extra(), minibatch.random().split("chain"));
            Tensor centre = minibatch.parameters("e").get("centre");
            Tensor real = minibatch.real().values().minus(centre).square().mean();
            Tensor walkers = drawn.samples().values().minus(centre).square().mean();
            SortedMap<String, Tensor> losses = new TreeMap<>();
            losses.put("e", real.minus(walkers).times(0.5));
            return minibatch.losses(losses, new TreeMap<>(drawn.state().asMap()));
        }

        @Override
        public Sampler sampler(GameState state) {
            return chain(state).from(state.extra());
        }
    }

    /** Sixteen numbers around 1. */
    private record Numbers() implements BatchSource {
        @Override
        public Samples batch(long index) {
            return Samples.of(RandomStream.of(77).split(index).normal(Shape.of(16, 1), 1, 1));
        }

        @Override
        public int batchSize() {
            return 16;
        }

        @Override
        public double batchesPerEpoch() {
            return Double.POSITIVE_INFINITY;
        }
    }

    private final Trainer trainer = Trainer.of(new Energy(), new Simultaneous(), Adam.of(0.05, 0.5, 0.999));

    private GameState trained(GameState state, long steps) {
        return trainer.train(state, new Numbers(), RandomStream.of(5), TrainingPlan.steps(steps))
                .state();
    }

    private GameState start() {
        return trainer.start(RandomStream.of(5));
    }

    @Test
    void goingOnFromACheckpointEqualsNeverHavingStopped() throws IOException {
        Checkpoints checkpoints =
                new Checkpoints(new FileStore(), directory, new CheckpointEnvironment("c0ffee", 2, "plain"), 3);
        byte[] expected = Files.readAllBytes(checkpoints.save(trained(start(), 15), CheckpointFiles.none()));
        GameState half = trained(start(), 7);
        float[] walkers = half.extra().get("walkers").toFloats();
        assertThat(walkers).isNotEqualTo(start().extra().get("walkers").toFloats());
        GameState loaded = checkpoints
                .load(checkpoints.save(half, CheckpointFiles.none()), trainer.start(RandomStream.of(6)))
                .state();
        assertThat(loaded.extra().get("walkers").toFloats()).isEqualTo(walkers);
        assertThat(Files.readAllBytes(checkpoints.save(trained(loaded, 15), CheckpointFiles.none())))
                .isEqualTo(expected);
    }

    /** A sampler begins every draw at the walkers of its state, which it does not move. */
    @Test
    void aSamplerOfAStateDrawsTheSameEveryTime() {
        GameState state = trained(start(), 3);
        float[] walkers = state.extra().get("walkers").toFloats();
        Sampler sampler = new Energy().sampler(state);
        Samples first = sampler.sample(4, RandomStream.of(8));
        assertThat(first.values().shape()).isEqualTo(Shape.of(4, 1));
        assertThat(sampler.sample(4, RandomStream.of(8)).values().toFloats())
                .isEqualTo(first.values().toFloats());
        assertThat(state.extra().get("walkers").toFloats()).isEqualTo(walkers);
    }

    @Test
    void anEvaluationAheadDoesNotMoveTheChain() {
        GameState state = start();
        TrainingContext context =
                new TrainingContext(trainer.game(), trainer.optimizers(), new Numbers(), RandomStream.of(7));
        assertThat(PlayerGradients.ahead(context, state, List.of("e"), 0)
                        .losses()
                        .updates())
                .isEmpty();
        assertThat(PlayerGradients.at(context.replay(), state, List.of("e"), 0)
                        .losses()
                        .updates())
                .containsOnlyKeys("extra/walkers");
    }

    /** The walkers follow the energy, and the energy the data. */
    @Test
    void theEnergyFindsTheData() {
        GameState end = trained(start(), 400);
        assertThat(end.player("e").parameters().get("centre").item()).isBetween(0.5, 1.5);
        assertThat(end.extra().get("walkers").mean().item()).isBetween(-0.5, 2.5);
    }
}
