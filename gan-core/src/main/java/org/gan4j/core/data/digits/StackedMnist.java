package org.gan4j.core.data.digits;

import java.util.Locale;
import java.util.Objects;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.Split;
import org.gan4j.core.data.Splits;
import org.gan4j.core.data.digits.StackedSplit.Stack;
import org.gan4j.core.data.file.Mnist;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.io.UserError;
import org.gan4j.core.random.RandomStream;

/**
 * Three digits stacked as the red, green and blue of one image, [28, 28, 3]: a thousand known modes to count in generated
 * samples.
 *
 * <p>Each digit is drawn on its own, uniformly and with replacement, from the images of the split. The label is 100 a + 10 b +
 * c for red a, green b and blue c; classes are as uneven as those of the digits. Samples are put together when they are read:
 * of the triples only the numbers of their images are kept.
 *
 * @param digits grey images with labels, such as mnist, or stroke-digits, which needs no files
 * @param triples to train on: fixed, or fresh for every batch
 * @param train the number of fixed triples to train on, at least 1; 128 000 in the papers. Of fresh ones there is no end, and so
 *     many stand for them where training rows are asked for
 * @param validation the number of triples of validation digits, at least 1
 * @param test the number of triples of test digits, at least 1
 * @param range symmetric, [-1, 1], or unit, [0, 1]
 * @param seed the seed of the fixed triples; runs with different seeds share them
 * @see <a href="https://arxiv.org/abs/1611.02163">Metz et al., Unrolled generative adversarial networks, 2017, section 3.3.1</a>
 * @see <a href="https://arxiv.org/abs/1712.04086">Lin et al., PacGAN, 2018, section 4.2</a>
 */
@About(
        value = "Three digits stacked as the colours of one image: a thousand classes; needs the files of mnist.",
        formula = "label = 100 a + 10 b + c",
        paper = "Metz et al., Unrolled generative adversarial networks, 2017, https://arxiv.org/abs/1611.02163")
public record StackedMnist(
        DataSource digits, Triples triples, int train, int validation, int test, PixelRange range, long seed)
        implements DataSource {
    /** 128 000 fixed triples of MNIST in [-1, 1]; 10 000 to validate and 10 000 to test. */
    public static final StackedMnist DEFAULTS =
            new StackedMnist(Mnist.DEFAULTS, Triples.FIXED, 128_000, 10_000, 10_000, PixelRange.SYMMETRIC, 0);

    /** Checks the sizes. */
    public StackedMnist {
        Objects.requireNonNull(digits, "digits is null");
        Objects.requireNonNull(triples, "triples is null");
        Objects.requireNonNull(range, "range is null");
        Require.that(train >= 1, "train", train, "at least 1");
        Require.that(validation >= 1, "validation", validation, "at least 1");
        Require.that(test >= 1, "test", test, "at least 1");
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.gan4j.core.io.UserError if the digits are not grey images in [0, 1] with labels, or their files are missing
     */
    @Override
    public Dataset open(DataDirectory directory) {
        Dataset single = digits.open(directory);
        SampleSpec spec = single.spec();
        boolean grey = spec.shape().rank() == 3 && spec.shape().dim(2) == 1;
        if (!grey || spec.low() != 0 || spec.high() != 1 || spec.classes() < 1) {
            throw new UserError(
                    ExitCode.CONFIGURATION,
                    "three grey images with labels make a sample, but data set '" + single.name()
                            + "' has samples of shape "
                            + spec.shape() + " in [" + spec.low() + ", " + spec.high() + "] and " + spec.classes()
                            + " classes",
                    "stacked-mnist: digits",
                    "Name data of shape [height, width, 1] in [0, 1] with labels, such as mnist or stroke-digits.");
        }
        RandomStream random = RandomStream.of(seed).split("data").split("stacked-mnist");
        Stack training = stack(single.train(), spec);
        return new Open(
                this,
                single,
                training,
                drawn(training, train, random.split("train")),
                drawn(stack(single.validation(), spec), validation, random.split("validation")),
                drawn(stack(single.test(), spec), test, random.split("test")));
    }

    private Stack stack(Split images, SampleSpec spec) {
        return new Stack(images, spec.shape(), spec.classes(), range);
    }

    private static Split drawn(Stack stack, int count, RandomStream random) {
        return new StackedSplit(
                stack,
                random.integers(Math.multiplyExact(3, count), stack.digits().size()));
    }

    private record Open(
            StackedMnist settings, Dataset single, Stack training, Split train, Split validation, Split test)
            implements Dataset {
        @Override
        public String name() {
            return "stacked-mnist";
        }

        @Override
        public String description() {
            return String.format(
                    Locale.ROOT,
                    "three digits of %s stacked as colours, %d x %d in [%.0f, 1]: %d %s triples to train, %d to validate,"
                            + " %d to test, seed %d",
                    single.name(),
                    training.image().dim(0),
                    training.image().dim(1),
                    settings.range.low(),
                    train.size(),
                    settings.triples.name().toLowerCase(Locale.ROOT),
                    validation.size(),
                    test.size(),
                    settings.seed);
        }

        @Override
        public String checksum() {
            return Sha256.of(description() + "\n" + single.checksum());
        }

        @Override
        public SampleSpec spec() {
            int classes =
                    Math.multiplyExact(Math.multiplyExact(training.classes(), training.classes()), training.classes());
            return new SampleSpec(
                    training.sample(), settings.range.low(), 1, classes, Splits.mean(train, training.sample()));
        }

        @Override
        public BatchSource batches(int batchSize, RandomStream random) {
            if (settings.triples == Triples.FIXED) {
                return BatchSource.shuffled(this, batchSize, random);
            }
            if (batchSize < 1) {
                throw new UserError(ExitCode.CONFIGURATION, "the batch size must be at least 1, got " + batchSize);
            }
            return new FreshTriples(training, batchSize, random);
        }
    }

    /** Batches of triples drawn afresh: batch t is drawn from {@code random.split(t)}. */
    private record FreshTriples(Stack stack, int batchSize, RandomStream random) implements BatchSource {
        @Override
        public Samples batch(long index) {
            if (index < 0) {
                throw new IllegalArgumentException("batches are numbered from 0, got " + index);
            }
            int images = Math.multiplyExact(3, batchSize);
            return stack.of(
                    random.split(index).replay().integers(images, stack.digits().size()));
        }

        @Override
        public double batchesPerEpoch() {
            return Double.POSITIVE_INFINITY;
        }
    }
}
