package org.gan4j.eval.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.data.ArraySplit;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Split;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationLadderTest {

    @Test
    void climbsTheRowsThatTheDataAllow(@TempDir Path cache) {
        Dataset data = TestData.clusters(1_200, 200, 4);
        List<CalibrationLadder.Rung> told = new ArrayList<>();

        List<CalibrationLadder.Rung> rungs = CalibrationLadder.DEFAULTS.climb(data, cache, told::add);

        assertThat(rungs).isEqualTo(told);
        assertThat(rungs)
                .extracting(CalibrationLadder.Rung::label)
                .containsExactly("pixel mean", "class means", "first 1000 training rows", "1000 k-means centroids");
        assertThat(rungs).extracting(CalibrationLadder.Rung::centres).containsExactly(1, 4, 1_000, 1_000);
        assertThat(rungs).allMatch(rung -> rung.published().isEmpty());
        // Four tight clusters: their means describe them far better than the common mean.
        assertThat(rungs.get(1).estimate().value())
                .isGreaterThan(rungs.get(0).estimate().value() + 10);
    }

    @Test
    void centroidsAreKeptByTheChecksumOfTheData(@TempDir Path directory) throws IOException {
        CentroidCache cache = new CentroidCache(directory.resolve("deep/er"));
        KMeans settings = new KMeans(5, 3);
        Tensor first =
                cache.centroids(TestData.clusters(60, 10, 3), settings, 1).centroids();
        Path file;
        try (var files = Files.list(directory.resolve("deep/er"))) {
            file = files.filter(found -> found.toString().endsWith(".npz"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);

        assertThat(cache.centroids(TestData.clusters(60, 10, 3), settings, 1)
                        .centroids()
                        .toFloats())
                .isEqualTo(first.toFloats());

        Files.write(file, new byte[] {1, 2, 3});
        assertThat(cache.centroids(TestData.clusters(60, 10, 3), settings, 1)
                        .centroids()
                        .toFloats())
                .isEqualTo(first.toFloats());
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);

        assertThat(cache.centroids(TestData.clusters(61, 10, 3), settings, 1).warning())
                .isEmpty();
        try (var files = Files.list(directory.resolve("deep/er"))) {
            assertThat(files.filter(found -> found.toString().endsWith(".npz"))).hasSize(2);
        }
    }

    @Test
    void aCacheThatCannotBeWrittenCostsAWarningOnly(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");

        List<CalibrationLadder.Rung> rungs =
                CalibrationLadder.DEFAULTS.climb(TestData.clusters(1_000, 50, 4), file.resolve("cache"), rung -> {});

        assertThat(rungs.get(3).estimate().warnings())
                .singleElement()
                .asString()
                .startsWith("The centroids could not be kept and will be computed again: ");
        assertThat(rungs.get(3).estimate().value()).isFinite();
    }

    @Test
    void kMeansFindsSeparateClusters() {
        Split split = TestData.clusters(300, 10, 3).train();

        float[] centroids =
                new KMeans(3, 10).centroids(split, RandomStream.of(4)).toFloats();

        List<Integer> raised = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < 20; i++) {
                if (centroids[k * 20 + i] > 5) {
                    assertThat(centroids[k * 20 + i]).isCloseTo(7f, within(0.1f));
                    raised.add(i);
                } else {
                    assertThat(centroids[k * 20 + i]).isCloseTo(3f, within(0.1f));
                }
            }
        }
        assertThat(raised).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void oneClusterIsTheMeanAndKMeansIsRepeatable() {
        Split split = TestData.clusters(50, 10, 3).train();
        float[] all = split.all().values().toFloats();

        float[] one = new KMeans(1, 2).centroids(split, RandomStream.of(9)).toFloats();

        for (int i = 0; i < 20; i++) {
            double sum = 0;
            for (int row = 0; row < 50; row++) {
                sum += all[row * 20 + i];
            }
            assertThat((double) one[i]).isCloseTo(sum / 50, within(1e-5));
        }
        assertThat(new KMeans(7, 4).centroids(split, RandomStream.of(9)).toFloats())
                .isEqualTo(new KMeans(7, 4).centroids(split, RandomStream.of(9)).toFloats());
    }

    @Test
    void anEmptyClusterTakesTheFarthestRow() {
        // Twenty equal rows and one far away: whichever five rows come first, at least three clusters get no row.
        float[] values = new float[21];
        values[13] = 9;
        Split split = ArraySplit.of(Shape.of(1), values);

        float[] centroids =
                new KMeans(5, 6).centroids(split, RandomStream.of(1)).toFloats();

        assertThat(centroids).hasSize(5).contains(9f).contains(0f);
        for (float centroid : centroids) {
            assertThat(centroid).isIn(0f, 9f);
        }
    }
}
