package org.gan4j.eval.density;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.io.npy.ArrayCache;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Centroids kept on disk by the checksum of their data, so that the ladder computes them once.
 *
 * <p>Files are those of an {@link ArrayCache}: shared between processes, replaced where damaged.
 *
 * @param directory where the files are; made when needed
 */
record CentroidCache(Path directory) {

    private static final String CENTROIDS = "centroids";
    private static final int CHECKSUM_DIGITS = 16;

    /**
     * Centroids, and a warning where they could not be written.
     *
     * @param centroids [k, coordinates]
     * @param warning why they will have to be computed again
     */
    record Kept(Tensor centroids, Optional<String> warning) {}

    /** The centroids of the training split: from their file, or computed and written there. */
    Kept centroids(Dataset dataset, KMeans settings, long seed) {
        String checksum = dataset.checksum();
        String name = String.join(
                "-",
                "k-means",
                checksum.substring(0, Math.min(CHECKSUM_DIGITS, checksum.length())),
                "k" + settings.clusters(),
                "i" + settings.iterations(),
                "s" + seed);
        Shape shape = Shape.of(settings.clusters(), dataset.spec().shape().size());
        ArrayCache.Kept kept = new ArrayCache(directory)
                .get(
                        name,
                        found -> Optional.ofNullable(found.get(CENTROIDS))
                                .filter(array -> Shape.of(array.shape()).equals(shape))
                                .isPresent(),
                        () -> computed(dataset, settings, seed),
                        () -> {});
        float[] values = Objects.requireNonNull(kept.arrays().get(CENTROIDS)).toFloats();
        return new Kept(
                Tensor.of(shape, values),
                kept.warning().map(why -> "The centroids could not be kept and will be computed again: " + why));
    }

    private static SortedMap<String, NpyArray> computed(Dataset dataset, KMeans settings, long seed) {
        RandomStream random = RandomStream.of(seed).split("k-means").split(settings.clusters());
        try (Scope scope = Scope.open()) {
            Tensor centroids = settings.centroids(dataset.train(), random);
            SortedMap<String, NpyArray> arrays = new TreeMap<>();
            arrays.put(CENTROIDS, NpyArray.of(centroids.shape().dims(), centroids.toFloats()));
            return arrays;
        }
    }
}
