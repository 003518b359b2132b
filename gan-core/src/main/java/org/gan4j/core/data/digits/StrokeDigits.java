package org.gan4j.core.data.digits;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.gan4j.core.config.About;
import org.gan4j.core.data.ByteSplit;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Split;
import org.gan4j.core.data.Splits;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;

/**
 * Grey digits 28 x 28 in [0, 1], drawn from strokes, labelled 0 to 9: images without a file or a font.
 *
 * <p>Image i of a split shows the digit i mod 10 and is a pure function of (seed, split, i). An image is drawn when it
 * is first read, in some ten microseconds, and kept as 784 bytes.
 *
 * @param train the number of training images, at least 1
 * @param validation the number of validation images, at least 1
 * @param test the number of test images, at least 1
 * @param seed the seed of the images; runs with different seeds share them
 */
@About("Grey digits, 28 by 28, drawn from strokes, with labels; needs no files.")
public record StrokeDigits(int train, int validation, int test, long seed) implements DataSource {
    /** Split sizes as in MNIST: 50 000, 10 000 and 10 000. */
    public static final StrokeDigits DEFAULTS = new StrokeDigits(50_000, 10_000, 10_000, 0);

    private static final Shape SHAPE = Shape.of(Handwriting.SIDE, Handwriting.SIDE, 1);
    private static final int CLASSES = 10;

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if one is less than 1
     */
    public StrokeDigits {
        if (Math.min(train, Math.min(validation, test)) < 1) {
            throw new IllegalArgumentException(
                    "train, validation and test must be at least 1, got " + train + ", " + validation + " and " + test);
        }
    }

    @Override
    public Dataset open(DataDirectory directory) {
        RandomStream random = RandomStream.of(seed).split("data").split("stroke-digits");
        return new Open(
                this,
                split(train, random.split("train")),
                split(validation, random.split("validation")),
                split(test, random.split("test")));
    }

    private static Split split(int size, RandomStream random) {
        AtomicReferenceArray<byte[]> drawn = new AtomicReferenceArray<>(size);
        return ByteSplit.of(SHAPE, size, i -> image(i, random, drawn), i -> i % CLASSES);
    }

    private static byte[] image(int index, RandomStream random, AtomicReferenceArray<byte[]> drawn) {
        byte[] image = drawn.get(index);
        if (image == null) {
            image = Handwriting.draw(index % CLASSES, random.split(index).replay());
            drawn.set(index, image);
        }
        return image;
    }

    private record Open(StrokeDigits settings, Split train, Split validation, Split test) implements Dataset {
        @Override
        public String name() {
            return "stroke-digits";
        }

        @Override
        public String description() {
            return "digits drawn from strokes, 28 x 28 in [0, 1]: " + train.size() + " to train, " + validation.size()
                    + " to validate, " + test.size() + " to test, seed " + settings.seed;
        }

        @Override
        public String checksum() {
            return Splits.checksum(description(), test);
        }

        @Override
        public SampleSpec spec() {
            return new SampleSpec(SHAPE, 0, 1, CLASSES, Splits.mean(train, SHAPE));
        }
    }
}
