package org.gan4j.core.data.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.core.config.About;
import org.gan4j.core.data.ByteSplit;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Split;
import org.gan4j.core.data.Splits;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.io.UserError;
import org.gan4j.core.tensor.Shape;

/**
 * Hand-written digits, 28 x 28 grey pixels / 255 in [0, 1], from the four IDX files of MNIST, plain or compressed.
 *
 * <p>The training rows are the first {@code train} images of the training file, the validation rows the
 * {@code validation} images after them, the test rows the first {@code test} images of the test file. The defaults are
 * the split of the 2014 paper's code: [0, 50000) and [50000, 60000) of the training file, and all 10 000 of the other.
 *
 * <p>Other data in the same format, such as Fashion-MNIST, are read by naming their folder.
 *
 * @param folder the folder of the files in the data directory
 * @param train the number of training images, at least 1
 * @param validation the number of validation images, at least 1
 * @param test the number of test images, at least 1
 * @see <a href="https://github.com/goodfeli/adversarial">Goodfellow et al., 2014, mnist.yaml</a>
 */
@About("MNIST digits, 28 by 28 pixels in [0, 1], split 50 000 / 10 000 / 10 000; needs its four files.")
public record Mnist(String folder, int train, int validation, int test) implements DataSource {
    /** Folder {@code mnist}, split 50 000 / 10 000 / 10 000. */
    public static final Mnist DEFAULTS = new Mnist("mnist", 50_000, 10_000, 10_000);

    private static final int CLASSES = 10;

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if one is less than 1 or the folder has no name
     */
    public Mnist {
        if (folder.isBlank()) {
            throw new IllegalArgumentException("folder must name a folder in the data directory");
        }
        if (Math.min(train, Math.min(validation, test)) < 1) {
            throw new IllegalArgumentException(
                    "train, validation and test must be at least 1, got " + train + ", " + validation + " and " + test);
        }
    }

    @Override
    public Dataset open(DataDirectory directory) {
        List<Path> paths = new ArrayList<>();
        for (String file : List.of(
                "train-images-idx3-ubyte",
                "train-labels-idx1-ubyte",
                "t10k-images-idx3-ubyte",
                "t10k-labels-idx1-ubyte")) {
            paths.add(find(directory, file));
        }
        Images training = Images.read(paths.get(0), paths.get(1), train + (long) validation);
        Images testing = Images.read(paths.get(2), paths.get(3), test);
        if (!training.shape().equals(testing.shape())) {
            throw new UserError(
                    ExitCode.DATA,
                    "the images are " + testing.shape() + " but those to train on are " + training.shape(),
                    paths.get(2).toString(),
                    "Put the files of one data set together in " + directory.folder(folder) + ".");
        }
        return new Open(
                this,
                training.split(0, train),
                training.split(train, validation),
                testing.split(0, test),
                training.shape(),
                Sha256.of(training.checksum() + testing.checksum()));
    }

    private Path find(DataDirectory directory, String file) {
        Path place = directory.folder(folder);
        for (String name : List.of(file, file + ".gz")) {
            if (Files.exists(place.resolve(name))) {
                return place.resolve(name);
            }
        }
        throw new UserError(
                ExitCode.DATA,
                "no file " + file + " or " + file + ".gz",
                place.toString(),
                "Put it there, or run './gan data fetch " + folder + "'; " + directory.hint() + ".");
    }

    /** The images and labels of one pair of files. */
    private record Images(Shape shape, int count, IdxArray pixels, IdxArray labels) {
        static Images read(Path imageFile, Path labelFile, long needed) {
            IdxArray pixels = IdxFile.read(imageFile, 3);
            IdxArray labels = IdxFile.read(labelFile, 1);
            int[] dims = pixels.dims();
            if (dims[0] != labels.dims()[0]) {
                throw new UserError(
                        ExitCode.DATA,
                        "it has " + labels.dims()[0] + " labels, but " + imageFile.getFileName() + " has " + dims[0]
                                + " images",
                        labelFile.toString(),
                        "Replace both by intact copies that belong together.");
            }
            if (dims[0] < needed) {
                throw new UserError(
                        ExitCode.DATA,
                        "it has " + dims[0] + " images, but the split asks for " + needed,
                        imageFile.toString(),
                        "Put the whole file there, or ask for a smaller split (train, validation, test).");
            }
            for (int i = 0; i < labels.bytes().length; i++) {
                int label = labels.bytes()[i] & 0xff;
                if (label >= CLASSES) {
                    throw new UserError(
                            ExitCode.DATA,
                            "label " + i + ", at byte " + (8 + i) + " of the content, is " + label + "; expected 0 to "
                                    + (CLASSES - 1),
                            labelFile.toString(),
                            "Replace the file by an intact copy.");
                }
            }
            return new Images(Shape.of(dims[1], dims[2], 1), dims[0], pixels, labels);
        }

        Split split(int from, int size) {
            int width = shape.size();
            byte[] bytes = pixels.bytes();
            return ByteSplit.of(
                    shape,
                    size,
                    i -> Arrays.copyOfRange(bytes, (from + i) * width, (from + i + 1) * width),
                    i -> labels.bytes()[from + i] & 0xff);
        }

        String checksum() {
            return pixels.checksum() + labels.checksum();
        }
    }

    private record Open(Mnist settings, Split train, Split validation, Split test, Shape shape, String checksum)
            implements Dataset {
        @Override
        public String name() {
            return settings.folder;
        }

        @Override
        public String description() {
            return settings.folder + " images " + shape.dim(0) + " x " + shape.dim(1) + " in [0, 1]: " + train.size()
                    + " to train, " + validation.size() + " to validate, " + test.size() + " to test";
        }

        @Override
        public SampleSpec spec() {
            return new SampleSpec(shape, 0, 1, CLASSES, Splits.mean(train, shape));
        }
    }
}
