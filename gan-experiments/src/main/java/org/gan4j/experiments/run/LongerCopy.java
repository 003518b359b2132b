package org.gan4j.experiments.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.game.GameState;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.training.checkpoint.Checkpoint;
import org.gan4j.core.training.checkpoint.CheckpointEnvironment;
import org.gan4j.core.training.checkpoint.Checkpoints;
import org.gan4j.experiments.store.Manifest;
import org.gan4j.experiments.store.RunDirectory;

/**
 * Copy of a finished run as the unfinished beginning of a longer one.
 *
 * @param run the finished run, and the configuration of the longer one
 */
record LongerCopy(LongerRun run) {

    /** Writes the copy beside its place, and puts it there in one step; all is read and checked before. */
    void into(RunDirectory target, Dataset dataset) {
        List<Path> files = lasting();
        List<Checkpoint> checkpoints = checkpoints(dataset);
        Path copy = RunDirectory.discardable(target.path());
        target.files().deleteTree(copy);
        RunDirectory unfinished = new RunDirectory(copy, target.files());
        target.files().createDirectories(unfinished.samples());
        target.files().createDirectories(unfinished.checkpoints());
        for (Path file : files) {
            target.files().writeBytes(copy.resolve(name(file)), bytes(file));
        }
        Checkpoints saved = checkpoints(unfinished, run.after());
        checkpoints.forEach(checkpoint -> saved.save(checkpoint.state(), checkpoint.files()));
        target.files().moveIntoPlace(copy, target.path());
    }

    /** Returns the files that grow, and those that belong to a step which the longer run has too. */
    private List<Path> lasting() {
        return files().stream()
                .filter(file -> {
                    String name = name(file);
                    return name.matches("(metrics|timing|selection)\\.jsonl|events\\..*|selected-[0-9]+\\.npz")
                            || isPictureOfInterval(name);
                })
                .map(file -> Manifest.require(run.finished(), file))
                .toList();
    }

    private String name(Path file) {
        return run.finished().path().relativize(file).toString().replace('\\', '/');
    }

    private boolean isPictureOfInterval(String name) {
        return name.matches("samples/[0-9]+\\.png")
                && Long.parseLong(name.replaceAll("[^0-9]", ""))
                                % run.longer().intervals().samples()
                        == 0;
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(run.finished().path())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw InputErrors.cannotRead(run.finished().path(), ExitCode.CHECKPOINT, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw InputErrors.cannotRead(file, ExitCode.CHECKPOINT, e);
        }
    }

    private List<Checkpoint> checkpoints(Dataset dataset) {
        Checkpoints from = checkpoints(run.finished(), run.before());
        GameState template = run.longer().trainer(dataset).start(RandomStream.of(0));
        return from.files().stream()
                .map(file -> from.load(Manifest.require(run.finished(), file), template))
                .toList();
    }

    private static Checkpoints checkpoints(RunDirectory directory, Configuration<?> configuration) {
        CheckpointEnvironment here =
                new CheckpointEnvironment(configuration.sha256(), KernelSets.threads(), KernelSets.identity());
        return new Checkpoints(directory.files(), directory.checkpoints(), here, Checkpoints.KEPT);
    }
}
