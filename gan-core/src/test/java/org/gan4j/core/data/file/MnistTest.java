package org.gan4j.core.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.download.Catalogue;
import org.gan4j.core.data.download.DataFiles;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.tensor.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistTest {
    private static final Mnist SMALL = new Mnist("mnist", 3, 2, 2);

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void files() throws IOException {
        folder = Files.createDirectories(root.resolve("mnist"));
        write("train-images-idx3-ubyte", IdxBytes.idx(0, 6, 2, 3));
        write("train-labels-idx1-ubyte.gz", IdxBytes.gzip(IdxBytes.labels(5, 0, 4, 1, 9, 2)));
        write("t10k-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.idx(100, 2, 2, 3)));
        write("t10k-labels-idx1-ubyte", IdxBytes.labels(7, 3));
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    private Dataset open() {
        return SMALL.open(new DataDirectory(root));
    }

    private void refused(String message) {
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
                .hasMessageContaining(message);
    }

    @Test
    void splitsFollowEachOtherInTheTrainingFile() {
        Dataset data = open();
        Samples train = data.train().all();
        assertThat(train.values().shape()).isEqualTo(Shape.of(3, 2, 3, 1));
        assertThat(train.labels().orElseThrow().toFloats()).containsExactly(5, 0, 4);
        Samples validation = data.validation().all();
        assertThat(validation.labels().orElseThrow().toFloats()).containsExactly(1, 9);
        // image 3 begins with element 18, which is 3 * 18
        assertThat(validation.values().toFloats()).startsWith(54 / 255f, 57 / 255f);
        Samples test = data.test().all();
        assertThat(test.labels().orElseThrow().toFloats()).containsExactly(7, 3);
        assertThat(test.values().toFloats()).startsWith(100 / 255f, 103 / 255f).hasSize(12);
    }

    @Test
    void theSpecificationIsThatOfTheTrainingImages() {
        Dataset data = open();
        assertThat(data.spec().shape()).isEqualTo(Shape.of(2, 3, 1));
        assertThat(data.spec().low()).isEqualTo(0);
        assertThat(data.spec().high()).isEqualTo(1);
        assertThat(data.spec().classes()).isEqualTo(10);
        // the first pixels of images 0, 1 and 2 are 0, 18 and 36
        assertThat(data.spec().mean().get().toFloats()[0]).isCloseTo(18 / 255f, within(1e-7f));
        assertThat(data.name()).isEqualTo("mnist");
        assertThat(data.description()).contains("3 to train, 2 to validate, 2 to test");
    }

    @Test
    void theChecksumIsThatOfTheContentHoweverCompressed() throws IOException {
        String checksum = open().checksum();
        Files.delete(folder.resolve("train-images-idx3-ubyte"));
        write("train-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.idx(0, 6, 2, 3)));
        assertThat(open().checksum()).isEqualTo(checksum).matches("[0-9a-f]{64}");
        write("train-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.idx(1, 6, 2, 3)));
        assertThat(open().checksum()).isNotEqualTo(checksum);
    }

    @Test
    void aMissingFileSaysWhichToPutWhere() throws IOException {
        Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));
        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessage(
                        folder + ": no file t10k-labels-idx1-ubyte or t10k-labels-idx1-ubyte.gz. Put it there, or run"
                                + " './gan data fetch mnist'; the data directory is " + root
                                + " (choose another with --data-dir or $GAN4J_DATA).");
    }

    @Test
    void filesThatDoNotBelongTogetherAreRefused() throws IOException {
        write("t10k-labels-idx1-ubyte", IdxBytes.labels(7, 3, 1));
        refused("it has 3 labels, but t10k-images-idx3-ubyte.gz has 2 images");
        write("t10k-labels-idx1-ubyte", IdxBytes.labels(7, 3));
        write("t10k-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.idx(100, 2, 3, 2)));
        refused("the images are [3, 2, 1] but those to train on are [2, 3, 1]");
    }

    @Test
    void aLabelThatIsNoDigitIsRefused() throws IOException {
        write("t10k-labels-idx1-ubyte", IdxBytes.labels(7, 10));
        refused("label 1, at byte 9 of the content, is 10; expected 0 to 9");
    }

    @Test
    void aSplitLargerThanTheFileIsRefused() {
        assertThatThrownBy(() -> Mnist.DEFAULTS.open(new DataDirectory(root)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("it has 6 images, but the split asks for 60000");
        assertThatThrownBy(() -> new Mnist("mnist", 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRealFilesAreReadWhenTheyAreThere() {
        assumeTrue(System.getenv("GAN4J_DATA") != null);
        DataDirectory directory = DataDirectory.choose(Optional.empty());
        assumeTrue(new DataFiles(Catalogue.builtIn(), directory).list().get(0).complete());
        Dataset data = Mnist.DEFAULTS.open(directory);
        assertThat(data.train().size()).isEqualTo(50_000);
        assertThat(data.validation().size()).isEqualTo(10_000);
        assertThat(data.test().size()).isEqualTo(10_000);
        assertThat(data.train().range(0, 5).labels().orElseThrow().toFloats()).containsExactly(5, 0, 4, 1, 9);
        assertThat(data.test().range(0, 3).labels().orElseThrow().toFloats()).containsExactly(7, 2, 1);
        float[] mean = data.spec().mean().get().toFloats();
        double sum = 0;
        for (float pixel : mean) {
            sum += pixel;
        }
        // the mean pixel of the 60 000 training images is .1307
        assertThat(sum / 784).isCloseTo(0.1307, within(5e-4));
    }
}
