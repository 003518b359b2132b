package org.gan4j.eval.density;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.io.npy.NpzReader;
import org.gan4j.core.io.npy.NpzWriter;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Centroids kept on disk by the checksum of their data, so that the ladder computes them once.
 *
 * <p>A file that cannot be read, or that holds something else, is computed again and replaced; a directory that cannot
 * be written to costs a warning, not the result.
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
        Path file = directory.resolve(name + ".npz");
        Optional<Tensor> kept =
                read(file, settings.clusters(), dataset.spec().shape().size());
        if (kept.isPresent()) {
            return new Kept(kept.get(), Optional.empty());
        }
        RandomStream random = RandomStream.of(seed).split("k-means").split(settings.clusters());
        Tensor centroids = settings.centroids(dataset.train(), random);
        return new Kept(centroids, write(file, centroids));
    }

    private Optional<String> write(Path file, Tensor centroids) {
        SortedMap<String, NpyArray> arrays = new TreeMap<>();
        arrays.put(CENTROIDS, NpyArray.of(centroids.shape().dims(), centroids.toFloats()));
        FileStore store = new FileStore();
        try {
            store.createDirectories(directory);
            NpzWriter.write(store, file, arrays);
            return Optional.empty();
        } catch (UserError e) {
            return Optional.of("The centroids could not be kept and will be computed again: " + e.getMessage());
        }
    }

    private static Optional<Tensor> read(Path file, int clusters, int coordinates) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Optional<NpyArray> array =
                    Optional.ofNullable(NpzReader.readAll(file).get(CENTROIDS));
            Shape expected = Shape.of(clusters, coordinates);
            return array.filter(found -> Shape.of(found.shape()).equals(expected))
                    .map(found -> Tensor.of(expected, found.toFloats()));
        } catch (UserError e) {
            return Optional.empty();
        }
    }
}
