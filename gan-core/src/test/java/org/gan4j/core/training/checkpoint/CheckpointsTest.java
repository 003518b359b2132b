package org.gan4j.core.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.NonFiniteValueException;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;
import org.gan4j.core.io.npy.NpzReader;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.optim.ExponentialAverage;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.optim.ParameterAverage;
import org.gan4j.core.optim.Sgd;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.LineGame;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.scheme.Alternating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
    private static final CheckpointEnvironment CONDITIONS = new CheckpointEnvironment("c0ffee", 2, "plain kernels");

    @TempDir
    private Path run;

    @Test
    void savingLoadingAndSavingAgainGivesTheSameBytes() throws IOException {
        Trainer trainer = trainer(Adam.of(0.02, 0.5, 0.999));
        GameState state = trained(trainer, 7);
        Path file = checkpoints().save(state, lengths(1234));
        Checkpoint loaded = checkpoints().load(file, start(trainer), false);
        assertThat(loaded.state().step()).isEqualTo(7);
        assertThat(loaded.files()).containsExactly(Map.entry("metrics.jsonl", 1234L));
        assertThat(loaded.state().player("d").optimizer().steps()).isEqualTo(7);
        Path again = new Checkpoints(new FileStore(), run.resolve("again"), CONDITIONS, 2)
                .save(loaded.state(), loaded.files());
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void goingOnFromACheckpointEqualsNeverHavingStopped() throws IOException {
        Trainer trainer = trainer(Adam.of(0.02, 0.5, 0.999));
        Path whole = checkpoints().save(trained(trainer, 19), lengths(0));
        byte[] expected = Files.readAllBytes(whole);
        Path half = checkpoints().save(trained(trainer, 8), lengths(0));
        GameState loaded = checkpoints().load(half, start(trainer), false).state();
        GameState resumed = trainer.train(loaded, batches(), random(), TrainingPlan.steps(19))
                .state();
        assertThat(Files.readAllBytes(checkpoints().save(resumed, lengths(0)))).isEqualTo(expected);
    }

    @Test
    void namesTellWhatATensorIs() throws IOException {
        Path file = checkpoints().save(trained(trainer(Adam.of(0.02, 0.5, 0.999)), 1), lengths(0));
        try (NpzReader reader = NpzReader.open(file, ExitCode.CHECKPOINT)) {
            assertThat(reader.names())
                    .contains("g/scale", "d/bend", "optimizer/d/second/bend", "average/g/shift")
                    .hasSize(4 + 8 + 2);
        }
    }

    @Test
    void theLastTwoAreKept() {
        Trainer trainer = trainer(Sgd.of(0.1));
        for (int step = 1; step <= 4; step++) {
            checkpoints().save(trained(trainer, step), lengths(0));
        }
        assertThat(checkpoints().files())
                .extracting(file -> String.valueOf(file.getFileName()))
                .containsExactly("step-0000000003.npz", "step-0000000004.npz");
        assertThat(checkpoints().latest()).contains(checkpoints().files().get(1));
    }

    @Test
    void damageIsFoundWhereverItIsAndTheGoodOneIsNamed() throws IOException {
        Trainer trainer = trainer(Sgd.of(0.1));
        Path good = checkpoints().save(trained(trainer, 1), lengths(0));
        Path bad = checkpoints().save(trained(trainer, 2), lengths(0));
        byte[] whole = Files.readAllBytes(bad);
        GameState template = start(trainer);
        String expected = numbers(checkpoints().load(bad, template, false).state());
        int refused = 0;
        for (int at = 0; at < whole.length; at += 13) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x21;
            Files.write(bad, damaged);
            try {
                GameState read = checkpoints().load(bad, template, false).state();
                assertThat(numbers(read)).as("after a change at %d", at).isEqualTo(expected);
            } catch (UserError e) {
                assertThat(e.exitCode()).isEqualTo(ExitCode.CHECKPOINT);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 13 / 2);
        byte[] cut = new byte[whole.length / 2];
        System.arraycopy(whole, 0, cut, 0, cut.length);
        Files.write(bad, cut);
        UserError error =
                catchThrowableOfType(UserError.class, () -> checkpoints().load(bad, template, false));
        assertThat(error.exitCode()).isEqualTo(ExitCode.CHECKPOINT);
        assertThat(error)
                .hasMessageStartingWith(bad + ": it is not an npz file, or it is cut off")
                .hasMessageEndingWith(
                        "The earlier checkpoint " + good + " is good: delete " + bad + " to go on from there.");
    }

    @Test
    void anotherArchitectureIsRefusedWithAListOfDifferences() {
        Path file = checkpoints().save(trained(trainer(Sgd.of(0.1)), 1), lengths(0));
        Parameters wider = Parameters.empty()
                .with("scale", Tensor.of(Shape.of(1, 2), 1f, 2f))
                .with("offset", Tensor.of(Shape.of(1), 0f));
        GameState other = start(trainer(Sgd.of(0.1))).withPlayer("g", player -> PlayerState.of(wider, Buffers.empty()));
        UserError error =
                catchThrowableOfType(UserError.class, () -> checkpoints().load(file, other, false));
        assertThat(error.exitCode()).isEqualTo(ExitCode.CHECKPOINT);
        assertThat(error)
                .hasMessage(file + ": the checkpoint is of another architecture than this run:\n"
                        + "  average/g/scale: [1, 1] in the checkpoint, missing in this run\n"
                        + "  average/g/shift: [1] in the checkpoint, missing in this run\n"
                        + "  g/offset: missing in the checkpoint, [1] in this run\n"
                        + "  g/scale: [1, 1] in the checkpoint, [1, 2] in this run\n"
                        + "  g/shift: [1] in the checkpoint, missing in this run\n"
                        + "Use the configuration that the checkpoint was made with, or start a new run.");
    }

    @Test
    void otherThreadsAreRefusedWithTheCommandThatFitsUnlessAllowed() {
        Trainer trainer = trainer(Sgd.of(0.1));
        Path file = checkpoints().save(trained(trainer, 1), lengths(0));
        Checkpoints four = with(new CheckpointEnvironment("c0ffee", 4, "plain kernels"));
        UserError error = catchThrowableOfType(UserError.class, () -> four.load(file, start(trainer), false));
        assertThat(error.exitCode()).isEqualTo(ExitCode.CHECKPOINT);
        assertThat(error)
                .hasMessage(file
                        + ": it was made with 2 threads, and this process uses 4 threads, which changes the last"
                        + " digits of results. Go on with OMP_NUM_THREADS=2 OPENBLAS_NUM_THREADS=2 ./gan resume " + run
                        + ", or accept other digits with ./gan resume --allow-other-threads " + run + ".");
        assertThat(four.load(file, start(trainer), true).state().step()).isEqualTo(1);
    }

    @Test
    void otherKernelsAndConfigurationsAreRefused() {
        Trainer trainer = trainer(Sgd.of(0.1));
        Path file = checkpoints().save(trained(trainer, 1), lengths(0));
        assertThatThrownBy(() -> with(new CheckpointEnvironment("c0ffee", 2, "fast kernels"))
                        .load(file, start(trainer), false))
                .hasMessageContaining(
                        "made with the kernels \"plain kernels\", and this process uses \"fast kernels\"");
        assertThatThrownBy(() -> with(new CheckpointEnvironment("decaf", 2, "plain kernels"))
                        .load(file, start(trainer), true))
                .hasMessageContaining("made with the configuration c0ffee, and this run has decaf");
    }

    @Test
    void aStateThatIsNotFiniteIsNotSaved() {
        GameState state = start(trainer(Sgd.of(0.1)))
                .withPlayer(
                        "g",
                        player -> player.withParameters(
                                player.parameters().with("shift", Tensor.of(Shape.of(1), Float.NaN))));
        assertThatThrownBy(() -> checkpoints().save(state, lengths(0)))
                .isInstanceOf(NonFiniteValueException.class)
                .hasMessage("g/shift is NaN");
        assertThat(checkpoints().files()).isEmpty();
    }

    private static String numbers(GameState state) {
        StringBuilder text = new StringBuilder("step " + state.step());
        state.tensors().forEach((name, tensor) -> text.append(name).append(Arrays.toString(tensor.toFloats())));
        return text.toString();
    }

    private Checkpoints checkpoints() {
        return with(CONDITIONS);
    }

    private Checkpoints with(CheckpointEnvironment conditions) {
        return new Checkpoints(new FileStore(), run.resolve("checkpoints"), conditions, Checkpoints.KEPT);
    }

    private static Trainer trainer(Optimizer optimizer) {
        SortedMap<String, Optimizer> optimizers = new TreeMap<>();
        optimizers.put("d", optimizer);
        optimizers.put("g", optimizer);
        SortedMap<String, ParameterAverage> averages = new TreeMap<>();
        averages.put("g", new ExponentialAverage(0.9, 0));
        return new Trainer(LineGame.playable(), Alternating.of("d", 1, "g"), optimizers, averages);
    }

    private static GameState trained(Trainer trainer, long steps) {
        return trainer.train(start(trainer), batches(), random(), TrainingPlan.steps(steps))
                .state();
    }

    private static GameState start(Trainer trainer) {
        return trainer.start(random());
    }

    private static RandomStream random() {
        return RandomStream.of(23);
    }

    private static BatchSource batches() {
        return new LineGame.LineBatches(RandomStream.of(23).split("data"));
    }

    private static SortedMap<String, Long> lengths(long metrics) {
        SortedMap<String, Long> lengths = new TreeMap<>();
        lengths.put("metrics.jsonl", metrics);
        return lengths;
    }
}
