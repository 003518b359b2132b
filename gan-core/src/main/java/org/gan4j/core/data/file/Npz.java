package org.gan4j.core.data.file;

import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Split;
import org.gan4j.core.data.Splits;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.io.UserError;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;

/**
 * A researcher's own samples from a NumPy npz file.
 *
 * <p>Array {@code x}, or the only array besides {@code y}, holds the samples [N, ...]; array {@code y}, when there is
 * one, the class numbers [N], whole numbers from 0. An array of unsigned bytes is read as byte / 255. The range of the
 * data is the smallest of [0, 1], [-1, 1] and (-infinity, infinity) that holds all values, unless {@code low} and
 * {@code high} state it.
 *
 * <p>The rows are shuffled once, the same way for every run, and split by the given shares.
 *
 * @param path the file; a relative path is sought in the working directory, then in the data directory
 * @param validation the share of the rows to validate on, in (0, 1)
 * @param test the share of the rows to test on, in (0, 1)
 * @param low the lower bound of the values; given together with {@code high}
 * @param high the upper bound of the values
 * @param sha256 the digest of the file; left out, it is that of the file that is there when the configuration is read, so that
 *     other data at the same path are another configuration
 */
@About("Your own samples from an npz file: array x [N, ...], optional labels y [N].")
public record Npz(
        String path,
        @Default("0.1") double validation,
        @Default("0.1") double test,
        Optional<Double> low,
        Optional<Double> high,
        Optional<String> sha256)
        implements DataSource {

    /**
     * Checks the shares and the range.
     *
     * @throws IllegalArgumentException if the shares leave nothing to train on, or only one bound is given
     */
    public Npz {
        if (!(validation > 0 && test > 0 && validation + test < 1)) {
            throw new IllegalArgumentException(
                    "validation and test must be positive shares that leave something to train on, got " + validation
                            + " and " + test);
        }
        if (low.isPresent() != high.isPresent()) {
            throw new IllegalArgumentException("give both low and high, or neither");
        }
        if (low.isPresent() && !(low.get() < high.get())) {
            throw new IllegalArgumentException("low must be less than high, got " + low.get() + " and " + high.get());
        }
        sha256.ifPresent(digest ->
                Require.that(digest.matches("[0-9a-f]{64}"), "sha256", digest, "64 hexadecimal digits in lower case"));
        sha256 = sha256.or(() -> DigestedFile.digest(path));
    }

    /** Reads a file with 10 % of the rows to validate on, 10 % to test on, and a range found from the values. */
    public static Npz of(Path path) {
        return new Npz(path.toString(), 0.1, 0.1, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Dataset open(DataDirectory directory) {
        Path file = DigestedFile.find(path, directory, sha256);
        NpzContent content = NpzContent.read(file);
        double lowest = low.orElse(content.low());
        double highest = high.orElse(content.high());
        if (!(content.least() >= lowest && content.greatest() <= highest)) {
            throw new UserError(
                    ExitCode.DATA,
                    "values from " + content.least() + " to " + content.greatest() + " are not in the stated range ["
                            + lowest + ", " + highest + "]",
                    file.toString(),
                    "Correct low and high, or leave them out.");
        }
        int rows = content.count();
        int tests = (int) Math.round(rows * test);
        int validations = (int) Math.round(rows * validation);
        if (Math.min(rows - tests - validations, Math.min(tests, validations)) < 1) {
            throw new UserError(
                    ExitCode.DATA,
                    "its " + rows + " rows cannot be split: " + (rows - tests - validations) + " to train, "
                            + validations + " to validate, " + tests + " to test",
                    file.toString(),
                    "Give a file with more rows, or other shares (validation, test).");
        }
        int[] order = RandomStream.of(0).split("data").split("npz").permutation(rows);
        int train = rows - tests - validations;
        Shape shape = content.shape();
        Split training = content.split(order, 0, train);
        return new Open(
                file.getFileName().toString(),
                training,
                content.split(order, train, train + validations),
                content.split(order, train + validations, rows),
                new SampleSpec(shape, lowest, highest, content.classes(), Splits.mean(training, shape)),
                Sha256.of(file));
    }

    private record Open(String file, Split train, Split validation, Split test, SampleSpec spec, String checksum)
            implements Dataset {
        @Override
        public String name() {
            return file.endsWith(".npz") ? file.substring(0, file.length() - 4) : file;
        }

        @Override
        public String description() {
            return file + ", samples of shape " + spec.shape() + " in [" + spec.low() + ", " + spec.high() + "]: "
                    + train.size() + " to train, " + validation.size() + " to validate, " + test.size() + " to test";
        }
    }
}
