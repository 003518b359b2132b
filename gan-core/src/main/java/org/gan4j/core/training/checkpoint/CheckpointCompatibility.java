package org.gan4j.core.training.checkpoint;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.core.game.GameState;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.kernel.select.KernelSets;

/** Comparison of a checkpoint with the run that is to go on from it. */
final class CheckpointCompatibility {
    private static final String OTHER_CONFIGURATION =
            "Use the configuration that the checkpoint was made with, or start a new run.";

    private CheckpointCompatibility() {}

    /**
     * Compares names, shapes and element types of all tensors.
     *
     * @throws org.gan4j.core.io.UserError listing what differs
     */
    static void requireArchitecture(Path file, CheckpointFile.Content content, GameState template) {
        List<String> differences =
                TensorDifferences.between(content.arrays(), template.tensors(), "the checkpoint", "this run");
        if (!content.meta().optimizerSteps().keySet().equals(template.players().keySet())) {
            differences.add("players " + content.meta().optimizerSteps().keySet() + " in the checkpoint, "
                    + template.players().keySet() + " in this run");
        }
        TensorDifferences.requireNone(
                file, differences, "the checkpoint is of another architecture than this run", OTHER_CONFIGURATION);
    }

    /**
     * Compares configurations.
     *
     * @throws org.gan4j.core.io.UserError if they are not the same
     */
    static void requireConfiguration(Path file, CheckpointEnvironment found, CheckpointEnvironment expected) {
        if (!found.configuration().equals(expected.configuration())) {
            throw new UserError(
                    ExitCode.CHECKPOINT,
                    "it was made with the configuration " + found.configuration() + ", and this run has "
                            + expected.configuration(),
                    file.toString(),
                    OTHER_CONFIGURATION);
        }
    }

    /**
     * Compares kernels; the number of threads may be another one.
     *
     * @throws org.gan4j.core.io.UserError naming both and the command that fits
     */
    static void requireKernels(Path file, CheckpointEnvironment found, CheckpointEnvironment expected) {
        if (!found.kernels().equals(expected.kernels())) {
            throw new UserError(
                    ExitCode.CHECKPOINT,
                    "it was made with the kernels \"" + found.kernels() + "\", and this process uses \""
                            + expected.kernels() + "\", which changes the last digits of results",
                    file.toString(),
                    fitting(run(file), set(found), set(expected)));
        }
    }

    private static String fitting(Path run, String found, String here) {
        if (found.equals(here) || !KernelSets.names().contains(found)) {
            return "Go on where these kernels are, with the release of GAN4J and on a processor like those it was made with,"
                    + " or make the run again with gan run ... --rerun.";
        }
        return "Go on with JAVA_OPTS=-D" + KernelSets.PROPERTY + "=" + found + " ./gan resume " + run + ".";
    }

    private static String set(CheckpointEnvironment conditions) {
        return conditions.kernels().replaceFirst(",.*", "");
    }

    /** The run's directory: the one above that of its checkpoints. */
    static Path run(Path file) {
        Path directory = file.getNameCount() > 2
                ? file.getParent()
                : file.toAbsolutePath().getParent();
        Path above = directory == null ? null : directory.getParent();
        return above == null ? file : above;
    }
}
