package org.gan4j.experiments.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Mode;
import org.gan4j.core.data.Samples;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.io.npy.NpzWriter;
import org.gan4j.core.nn.dense.Labels;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.LabelledSampler;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.experiments.plot.Images;
import org.gan4j.experiments.plot.Range;
import org.gan4j.experiments.plot.SampleGrid;
import org.gan4j.experiments.plot.ScatterPlot;
import org.gan4j.experiments.report.EventFile;
import org.gan4j.experiments.store.RunDirectory;

/** Pictures of samples from the same latents at every step: a grid of images, or a scatter of points in the plane. */
public final class SamplePictures {
    private static final int IMAGES = 100;
    private static final int POINTS = 1000;
    private static final double HIGH_QUALITY = 3;

    private final Dataset dataset;
    private final RandomStream random;
    private final RunDirectory directory;
    private final EventFile events;

    SamplePictures(Dataset dataset, RandomStream random, RunDirectory directory, EventFile events) {
        this.dataset = dataset;
        this.random = random;
        this.directory = directory;
        this.events = events;
    }

    /** Writes the picture of a step; data that cannot be shown leave none. */
    void save(Sampler sampler, long step) {
        try (Scope scope = Scope.open()) {
            Tensor samples = samples(sampler).values();
            picture("step " + step, samples, dataset).ifPresent(png -> {
                directory.files().writeBytes(directory.samples(step, ".png"), png);
                events.picture(step, "samples", png);
            });
        }
    }

    /** Writes the picture of the last step and its samples as npz. */
    void saveFinal(Sampler sampler, long step) {
        save(sampler, step);
        try (Scope scope = Scope.open()) {
            Samples samples = samples(sampler);
            NpzWriter.write(
                    directory.files(), directory.samples(step, ".npz"), arrays(samples.values(), samples.labels()));
        }
    }

    private Samples samples(Sampler sampler) {
        boolean plane = dataset.spec().shape().equals(Shape.of(2));
        return samples(sampler, plane ? POINTS : IMAGES, random.replay());
    }

    /**
     * Returns samples to be looked at: where they can be asked for by label as many of each, in the order of the labels, so
     * that a hundred images of ten classes have a class in each row of ten.
     */
    public static Samples samples(Sampler sampler, int count, RandomStream random) {
        return sampler instanceof LabelledSampler labelled
                ? labelled.sample(Labels.inOrder(count, labelled.classes()), random)
                : sampler.sample(count, random);
    }

    /** Returns samples as arrays of an npz file: {@code x}, and {@code y} with the labels that were asked for. */
    public static Map<String, NpyArray> arrays(Tensor samples, Optional<Tensor> labels) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("x", NpyArray.of(samples.shape().dims(), samples.toFloats()));
        labels.ifPresent(y -> arrays.put("y", NpyArray.of(y.shape().dims(), y.toFloats())));
        return arrays;
    }

    /**
     * Returns the picture of samples as PNG: images as a grid, points of the plane as a scatter with the data's modes.
     *
     * @param title of a scatter
     * @param samples [N, ...]
     * @param dataset the data they imitate
     * @return empty if the data are neither
     */
    public static Optional<byte[]> picture(String title, Tensor samples, Dataset dataset) {
        Shape shape = dataset.spec().shape();
        if (shape.equals(Shape.of(2))) {
            return Optional.of(scatter(title, samples, dataset).png(480, 500));
        }
        return images(samples, shape)
                .map(images -> SampleGrid.square(images, 2, range(dataset)).png());
    }

    /** Returns a scatter of points beside the data's modes; without modes, on the range of the validation data. */
    public static ScatterPlot scatter(String title, Tensor samples, Dataset dataset) {
        List<Mode> modes = dataset.modes();
        double[][] centres = modes.stream().map(Mode::centre).toArray(double[][]::new);
        double radius = modes.isEmpty() ? 0 : HIGH_QUALITY * modes.get(0).standardDeviation();
        double[][] reference = centres.length > 0
                ? centres
                : points(dataset.validation()
                        .range(0, Math.min(POINTS, dataset.validation().size()))
                        .values());
        return new ScatterPlot(title, points(samples), centres, radius, ScatterPlot.rangeAround(reference));
    }

    /** Returns samples [N, height, width] or [N, height, width, channels] as pictures, if they are that. */
    public static Optional<Images> images(Tensor samples, Shape shape) {
        int channels = shape.rank() == 3 ? shape.dim(2) : 1;
        if (shape.rank() < 2 || shape.rank() > 3 || (channels != 1 && channels != 3)) {
            return Optional.empty();
        }
        int count = samples.shape().dim(0);
        return Optional.of(new Images(samples.toFloats(), count, shape.dim(0), shape.dim(1), channels));
    }

    /** Returns the range of values shown as black and white: that of the data, or of [0, 1] where it has no bounds. */
    public static Range range(Dataset dataset) {
        return dataset.spec().bounded()
                ? new Range(dataset.spec().low(), dataset.spec().high())
                : new Range(0, 1);
    }

    private static double[][] points(Tensor samples) {
        float[] values = samples.toFloats();
        double[][] points = new double[values.length / 2][2];
        for (int i = 0; i < values.length; i++) {
            points[i / 2][i % 2] = values[i];
        }
        return points;
    }
}
