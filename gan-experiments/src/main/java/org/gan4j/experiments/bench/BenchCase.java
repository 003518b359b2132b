package org.gan4j.experiments.bench;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.digits.StrokeDigits;
import org.gan4j.core.data.file.Mnist;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.eval.density.Parzen;
import org.gan4j.experiments.training.TrainingJob;

/** What is measured: four training steps and an evaluation, each as a user's run does it. */
public enum BenchCase {
    /** Both players of the 2014 paper's MNIST networks, from one pass. */
    A("2014 MNIST networks, batch 100, both players at once", "step"),
    /** Discriminator, then generator, of two small networks on points in the plane. */
    B("non-saturating loss on 2-128-128 networks, batch 256, Adam, both players in turn", "step"),
    /** The critic alone, with the gradient of its gradient. */
    C("critic of WGAN-GP on 2-128-128 networks, batch 256, Adam", "step"),
    /** Discriminator, then generator, of convolutional networks. */
    D("DCGAN 28 x 28, 64 and 128 channels, batch 64, Adam, both players in turn", "step"),
    /** Ten widths on 1 000 validation images and the best of them on 10 000 test images. */
    E("Parzen estimate, 10 000 centres, ten widths on 1 000 images, one on 10 000", "evaluation");

    /** Images in one pass through MNIST's training file. */
    private static final double EPOCH = 60_000;

    private final String title;
    private final String unit;

    BenchCase(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** Returns the letter by which the command line knows the case. */
    public String letter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what is measured, in words. */
    public String title() {
        return title;
    }

    /** Returns what one of the times is the time of: "step" or "evaluation". */
    public String unit() {
        return unit;
    }

    /**
     * Returns the case of a letter.
     *
     * @throws org.gan4j.core.io.UserError if there is none
     */
    public static BenchCase of(String letter) {
        for (BenchCase known : values()) {
            if (known.letter().equals(letter.strip().toLowerCase(Locale.ROOT))) {
                return known;
            }
        }
        throw new UserError(
                ExitCode.USAGE,
                "there is no case \"" + letter + "\"",
                "bench --case",
                "Cases are a, b, c, d and e; gan bench --help says what they are.");
    }

    /** Returns the work to be timed. */
    Workload open(DataDirectory data) {
        if (this == E) {
            return new ParzenWorkload(Parzen.DEFAULTS, digits(data).open(data));
        }
        return new TrainingWorkload(job(), data);
    }

    private TrainingJob job() {
        return switch (this) {
            case A -> BenchJobs.goodfellow2014();
            case B -> BenchJobs.toy();
            case C -> BenchJobs.critic();
            case D -> BenchJobs.dcgan();
            case E -> throw new IllegalStateException("an evaluation is no training");
        };
    }

    /** Returns the matrix products that the work cannot do without, where they are most of it; else an empty list. */
    List<MatrixProduct> products() {
        return switch (this) {
            case A -> BareProducts.goodfellow2014(BenchJobs.GOODFELLOW_BATCH);
            case E -> {
                List<MatrixProduct> all = new ArrayList<>();
                Parzen parzen = Parzen.DEFAULTS;
                all.addAll(BareProducts.distances(parzen.validationPoints(), parzen.samples(), 784));
                all.addAll(BareProducts.distances(parzen.testPoints(), parzen.samples(), 784));
                yield all;
            }
            default -> List.of();
        };
    }

    /** Returns the steps of one pass through 60 000 images; empty where the data are no images. */
    Optional<Double> stepsPerEpoch() {
        return switch (this) {
            case A -> Optional.of(Math.ceil(EPOCH / BenchJobs.GOODFELLOW_BATCH));
            case D -> Optional.of(Math.ceil(EPOCH / BenchJobs.DCGAN_BATCH));
            default -> Optional.empty();
        };
    }

    /**
     * Returns MNIST where its files are, else digits drawn from strokes: how many kernels of the Parzen estimate are too
     * far away to count depends on the images.
     */
    static DataSource digits(DataDirectory data) {
        boolean there = Files.isDirectory(data.folder(Mnist.DEFAULTS.folder()));
        return there ? Mnist.DEFAULTS : StrokeDigits.DEFAULTS;
    }
}
