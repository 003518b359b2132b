package org.gan4j.experiments.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;
import org.gan4j.core.io.npy.NpzWriter;
import org.gan4j.core.nn.dense.Labels;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.LabelledSampler;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.experiments.store.RunReference;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.SamplePictures;
import org.gan4j.experiments.training.TrainedRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Draws samples from the generator of a run. */
@Command(name = "sample", description = "Draw samples from the generator of a run, as npz or as a picture.")
final class SampleCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    GanCommand gan;

    @Parameters(paramLabel = "RUN", description = "the run's directory, or EXPERIMENT/PART with a part of its name")
    String directory = "";

    @Option(names = "--count", defaultValue = "100", description = "how many (default: ${DEFAULT-VALUE})")
    int count = 100;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "a .npz file for array x, or a .png file for a picture")
    Path file = Path.of("");

    @Option(
            names = "--state",
            defaultValue = Evaluation.LAST,
            description = "last, selected or average (default: ${DEFAULT-VALUE})")
    String state = Evaluation.LAST;

    @Option(names = "--seed", defaultValue = "1", description = "of the latents (default: ${DEFAULT-VALUE})")
    long seed = 1;

    @Option(
            names = "--label",
            paramLabel = "CLASS",
            description =
                    "of a conditional generator: samples of this class, from 0; without it as many of each, in order")
    @Nullable
    Integer label;

    @Override
    public Integer call() {
        if (count < 1) {
            throw new UserError(ExitCode.USAGE, "the count must be at least 1", "--count " + count, "Give a number.");
        }
        GanCommand command = Objects.requireNonNull(gan);
        TrainedRun run = TrainedRun.open(
                RunReference.find(directory, command.runsDirectory),
                command.framework().reader(),
                command.data());
        Sampler sampler = run.sampler(state);
        Optional<Tensor> labels = labels(sampler);
        RandomStream random = RandomStream.of(seed).split("sample");
        Tensor samples = labels.map(y -> ((LabelledSampler) sampler).sample(y, random))
                .orElseGet(() -> sampler.sample(count, random))
                .values();
        if (file.toString().endsWith(".png")) {
            Optional<byte[]> picture = SamplePictures.picture("samples", samples, run.dataset());
            byte[] png = picture.orElseThrow(() -> new UserError(
                    ExitCode.USAGE,
                    "these data cannot be shown as a picture",
                    file.toString(),
                    "Name a file that ends in .npz."));
            new FileStore().writeBytes(file, png);
        } else if (file.toString().endsWith(".npz")) {
            NpzWriter.write(new FileStore(), file, SamplePictures.arrays(samples, labels));
        } else {
            throw new UserError(
                    ExitCode.USAGE, "the ending says the form", file.toString(), "Name a .npz or a .png file.");
        }
        return 0;
    }

    private Optional<Tensor> labels(Sampler sampler) {
        int classes = sampler instanceof LabelledSampler labelled ? labelled.classes() : 0;
        if (label == null) {
            return classes == 0 ? Optional.empty() : Optional.of(Labels.inOrder(count, classes));
        }
        if (classes == 0) {
            throw new UserError(
                    ExitCode.USAGE,
                    "the generator of this run takes no labels",
                    "--label " + label,
                    "Leave --label out, or name the run of a conditional game.");
        }
        if (label < 0 || label >= classes) {
            throw new UserError(
                    ExitCode.USAGE,
                    "the data have the classes 0 to " + (classes - 1),
                    "--label " + label,
                    "Give one of these.");
        }
        float[] labels = new float[count];
        Arrays.fill(labels, label);
        return Optional.of(Tensor.of(Shape.of(count), labels));
    }
}
