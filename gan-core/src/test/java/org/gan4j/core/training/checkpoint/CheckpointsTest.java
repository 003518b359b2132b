package org.gan4j.core.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.NonFiniteValueException;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileDigest;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.Sha256;
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
    private static final CheckpointEnvironment CONDITIONS = new CheckpointEnvironment("c0ffee", 2, "plain, kernels");

    @TempDir
    private Path run;

    @Test
    void savingLoadingAndSavingAgainGivesTheSameBytes() throws IOException {
        Trainer trainer = trainer(Adam.of(0.02, 0.5, 0.999));
        GameState state = trained(trainer, 7);
        Files.writeString(run.resolve("metrics.jsonl"), "one\ntwo\n");
        Path file = checkpoints().save(state, files());
        Checkpoint loaded = checkpoints().load(file, start(trainer));
        assertThat(loaded.state().step()).isEqualTo(7);
        assertThat(loaded.files()).isEqualTo(files());
        assertThat(loaded.files().begin("metrics.jsonl").length()).isEqualTo(8);
        assertThat(loaded.files().begin("selection.jsonl")).isEqualTo(FileDigest.EMPTY);
        assertThat(loaded.state().player("d").optimizer().steps()).isEqualTo(7);
        Path again = new Checkpoints(new FileStore(), run.resolve("again"), CONDITIONS, 2)
                .save(loaded.state(), loaded.files());
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void goingOnFromACheckpointEqualsNeverHavingStopped() throws IOException {
        Trainer trainer = trainer(Adam.of(0.02, 0.5, 0.999));
        Path whole = checkpoints().save(trained(trainer, 19), CheckpointFiles.none());
        byte[] expected = Files.readAllBytes(whole);
        Path half = checkpoints().save(trained(trainer, 8), CheckpointFiles.none());
        GameState loaded = checkpoints().load(half, start(trainer)).state();
        GameState resumed = trainer.train(loaded, batches(), random(), TrainingPlan.steps(19))
                .state();
        assertThat(Files.readAllBytes(checkpoints().save(resumed, CheckpointFiles.none())))
                .isEqualTo(expected);
    }

    @Test
    void namesTellWhatATensorIs() throws IOException {
        Path file = checkpoints().save(trained(trainer(Adam.of(0.02, 0.5, 0.999)), 1), CheckpointFiles.none());
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
            checkpoints().save(trained(trainer, step), CheckpointFiles.none());
        }
        assertThat(checkpoints().files())
                .extracting(file -> String.valueOf(file.getFileName()))
                .containsExactly("step-0000000003.npz", "step-0000000004.npz");
        assertThat(checkpoints().latest()).contains(checkpoints().files().get(1));
    }

    @Test
    void damageIsFoundWhereverItIsAndTheGoodOneIsNamed() throws IOException {
        Trainer trainer = trainer(Sgd.of(0.1));
        Path good = checkpoints().save(trained(trainer, 1), CheckpointFiles.none());
        Path bad = checkpoints().save(trained(trainer, 2), CheckpointFiles.none());
        byte[] whole = Files.readAllBytes(bad);
        GameState template = start(trainer);
        String expected = numbers(checkpoints().load(bad, template).state());
        int refused = 0;
        for (int at = 0; at < whole.length; at += 13) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x21;
            Files.write(bad, damaged);
            try {
                GameState read = checkpoints().load(bad, template).state();
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
                catchThrowableOfType(UserError.class, () -> checkpoints().load(bad, template));
        assertThat(error.exitCode()).isEqualTo(ExitCode.CHECKPOINT);
        assertThat(error)
                .hasMessageStartingWith(bad + ": it is not an npz file, or it is cut off")
                .hasMessageEndingWith(
                        "The earlier checkpoint " + good + " is good: delete " + bad + " to go on from there.");
    }

    @Test
    void anotherArchitectureIsRefusedWithAListOfDifferences() {
        Path file = checkpoints().save(trained(trainer(Sgd.of(0.1)), 1), CheckpointFiles.none());
        Parameters wider = Parameters.empty()
                .with("scale", Tensor.of(Shape.of(1, 2), 1f, 2f))
                .with("offset", Tensor.of(Shape.of(1), 0f));
        GameState other = start(trainer(Sgd.of(0.1))).withPlayer("g", player -> PlayerState.of(wider, Buffers.empty()));
        UserError error =
                catchThrowableOfType(UserError.class, () -> checkpoints().load(file, other));
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
    void otherThreadsMayGoOnAndAreNamed() {
        Trainer trainer = trainer(Sgd.of(0.1));
        Path file = checkpoints().save(trained(trainer, 1), CheckpointFiles.none());
        Checkpoint loaded =
                with(new CheckpointEnvironment("c0ffee", 4, "plain, kernels")).load(file, start(trainer));
        assertThat(loaded.state().step()).isEqualTo(1);
        assertThat(loaded.madeIn()).isEqualTo(CONDITIONS);
    }

    @Test
    void otherKernelsAreRefusedWithTheCommandThatFits() {
        Trainer trainer = trainer(Sgd.of(0.1));
        Path file = with(new CheckpointEnvironment("c0ffee", 2, "portable, OpenBLAS 1"))
                .save(trained(trainer, 1), CheckpointFiles.none());
        assertThatThrownBy(() -> with(new CheckpointEnvironment("c0ffee", 2, "auto, oneDNN 3, OpenBLAS 1"))
                        .load(file, start(trainer)))
                .isInstanceOf(UserError.class)
                .hasMessage(file + ": it was made with the kernels \"portable, OpenBLAS 1\", and this process uses"
                        + " \"auto, oneDNN 3, OpenBLAS 1\", which changes the last digits of results. Go on with"
                        + " JAVA_OPTS=-Dgan4j.kernels=portable ./gan resume " + run + ".");
        assertThatThrownBy(() -> with(new CheckpointEnvironment("c0ffee", 2, "portable, OpenBLAS 2"))
                        .load(file, start(trainer)))
                .hasMessageEndingWith(
                        "which changes the last digits of results. Go on where these kernels are, with the"
                                + " release of GAN4J and on a processor like those it was made with, or make the run again with"
                                + " gan run ... --rerun.");
        assertThat(with(new CheckpointEnvironment("c0ffee", 2, "auto, oneDNN 3"))
                        .look(file, start(trainer))
                        .step())
                .isEqualTo(1);
    }

    @Test
    void anotherConfigurationIsRefused() {
        Trainer trainer = trainer(Sgd.of(0.1));
        Path file = checkpoints().save(trained(trainer, 1), CheckpointFiles.none());
        Checkpoints other = with(new CheckpointEnvironment("decaf", 2, "plain, kernels"));
        assertThatThrownBy(() -> other.load(file, start(trainer)))
                .hasMessageContaining("made with the configuration c0ffee, and this run has decaf");
        assertThatThrownBy(() -> other.look(file, start(trainer)))
                .hasMessageContaining("made with the configuration c0ffee, and this run has decaf");
    }

    @Test
    void filesThatAreNotWhatTheyWereAreAllNamedWithTheCheckpointThatFits() throws IOException {
        Trainer trainer = trainer(Sgd.of(0.1));
        Path metrics = Files.writeString(run.resolve("metrics.jsonl"), "one\n");
        Path timing = Files.writeString(run.resolve("timing.jsonl"), "1 s\n");
        Path selected = Files.writeString(run.resolve("selected"), "first");
        Path first = checkpoints().save(trained(trainer, 1), files());
        Files.writeString(metrics, "one\ntwo\n");
        Files.writeString(selected, "second");
        Path second = checkpoints().save(trained(trainer, 2), files());
        Files.writeString(metrics, "one\ntwo\nthree\n");
        assertThat(checkpoints().load(second, start(trainer)).state().step()).isEqualTo(2);

        Files.writeString(metrics, "one\ntwp\nthree\n");
        Files.writeString(timing, "");
        Files.delete(selected);
        String damage = second + ": files of the run are not what they were when it was saved:\n  " + metrics
                + ": the first 8 bytes are others than then: their SHA-256 begins with " + sha("one\ntwp\n")
                + ", and began with "
                + sha("one\ntwo\n") + "\n  " + timing + ": it has 0 bytes, and had 4\n  " + selected
                + ": it is missing, and had 6 bytes\nRestore them, or ";
        assertThatThrownBy(() -> checkpoints().load(second, start(trainer)))
                .hasMessage(damage + "make the run again with gan run ... --rerun: no earlier checkpoint fits.");
        assertThat(checkpoints().look(second, start(trainer)).step()).isEqualTo(2);

        Files.writeString(timing, "1 s\n");
        Files.writeString(selected, "first");
        UserError error =
                catchThrowableOfType(UserError.class, () -> checkpoints().load(second, start(trainer)));
        assertThat(error.exitCode()).isEqualTo(ExitCode.CHECKPOINT);
        assertThat(error)
                .hasMessageEndingWith(
                        "go on from the earlier checkpoint " + first + ", which they fit: delete " + second + ".");
        Files.delete(second);
        assertThat(checkpoints().load(first, start(trainer)).state().step()).isEqualTo(1);
    }

    @Test
    void wallTimesStandBesideTheCheckpointAndGoWithIt() throws IOException {
        Trainer trainer = trainer(Sgd.of(0.1));
        Files.writeString(run.resolve("metrics.jsonl"), "one\n");
        byte[] previous = new byte[0];
        for (int step = 1; step <= 3; step++) {
            Files.writeString(run.resolve("timing.jsonl"), step + " s\n");
            checkpoints().save(trained(trainer, step), files());
            previous = Files.readAllBytes(checkpoints().latest().orElseThrow());
        }
        try (Stream<Path> found = Files.list(run.resolve("checkpoints"))) {
            assertThat(found.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder(
                            "step-0000000002.npz",
                            "step-0000000002.times.json",
                            "step-0000000003.npz",
                            "step-0000000003.times.json");
        }
        Files.writeString(run.resolve("timing.jsonl"), "another time\n");
        Path last = checkpoints().save(trained(trainer, 3), files());
        assertThat(last).hasBinaryContent(previous);
        Path times = last.resolveSibling("step-0000000003.times.json");
        Files.delete(times);
        assertThatThrownBy(() -> checkpoints().load(last, start(trainer)))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(times + ": there is no such file.");
    }

    @Test
    void aStateThatIsNotFiniteIsNotSaved() {
        GameState state = start(trainer(Sgd.of(0.1)))
                .withPlayer(
                        "g",
                        player -> player.withParameters(
                                player.parameters().with("shift", Tensor.of(Shape.of(1), Float.NaN))));
        assertThatThrownBy(() -> checkpoints().save(state, CheckpointFiles.none()))
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

    /** Returns the files of the run as they are now. */
    private CheckpointFiles files() {
        return new CheckpointFiles(digests("metrics.jsonl"), digests("timing.jsonl"), digests("selected"));
    }

    private SortedMap<String, FileDigest> digests(String name) {
        SortedMap<String, FileDigest> digests = new TreeMap<>();
        if (Files.exists(run.resolve(name))) {
            digests.put(name, FileDigest.of(run.resolve(name)));
        }
        return digests;
    }

    private static String sha(String text) {
        return Sha256.of(text).substring(0, 12);
    }
}
