package org.gan4j.core.data.file;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.data.ArraySplit;
import org.gan4j.core.data.Split;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.io.npy.NpyArray;
import org.gan4j.core.io.npy.NpyType;
import org.gan4j.core.io.npy.NpzReader;
import org.gan4j.core.tensor.Shape;

/** The samples and labels of an npz file, checked. */
final class NpzContent {
    private final int count;
    private final Shape shape;
    private final float[] values;
    private final Optional<int[]> labels;
    private final float least;
    private final float greatest;

    private NpzContent(int[] dims, float[] values, Optional<int[]> labels) {
        this.count = dims[0];
        this.shape = Shape.of(Arrays.copyOfRange(dims, 1, dims.length));
        this.values = values;
        this.labels = labels;
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        this.least = low;
        this.greatest = high;
    }

    static NpzContent read(Path file) {
        try (NpzReader reader = NpzReader.open(file, ExitCode.DATA)) {
            String key = key(file, reader.names());
            NpyArray samples = reader.array(key);
            int[] dims = samples.shape();
            if (dims.length < 2 || samples.size() == 0) {
                throw wrong(
                        file,
                        "array '" + key + "' has shape " + Arrays.toString(dims)
                                + "; expected samples [N, ...] with at least two axes and one row");
            }
            Optional<int[]> labels = reader.names().contains("y") && !key.equals("y")
                    ? Optional.of(labels(file, reader.array("y"), dims[0]))
                    : Optional.empty();
            return new NpzContent(dims, values(file, key, samples), labels);
        }
    }

    private static String key(Path file, List<String> names) {
        if (names.contains("x")) {
            return "x";
        }
        List<String> others = names.stream().filter(name -> !name.equals("y")).toList();
        if (others.size() != 1) {
            throw wrong(file, "no array 'x', and it is not clear which of " + names + " holds the samples");
        }
        return others.get(0);
    }

    private static float[] values(Path file, String key, NpyArray samples) {
        float[] values = samples.toFloats();
        boolean bytes = samples.type() == NpyType.UINT8;
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) < Float.POSITIVE_INFINITY)) {
                throw wrong(file, "element " + i + " of array '" + key + "' is " + values[i] + ", not a finite number");
            }
            if (bytes) {
                values[i] = values[i] / 255f;
            }
        }
        return values;
    }

    private static int[] labels(Path file, NpyArray array, int count) {
        if (!Arrays.equals(array.shape(), new int[] {count})) {
            throw wrong(
                    file,
                    "array 'y' has shape " + Arrays.toString(array.shape()) + "; expected one label for each of "
                            + count + " samples, [" + count + "]");
        }
        double[] given = array.toDoubles();
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (int) given[i];
            if (labels[i] != given[i] || labels[i] < 0) {
                throw wrong(file, "label " + i + " of array 'y' is " + given[i] + "; expected 0, 1, 2, ...");
            }
        }
        return labels;
    }

    private static UserError wrong(Path file, String problem) {
        return new UserError(
                ExitCode.DATA,
                problem,
                file.toString(),
                "Save it with numpy.savez(file, x=samples, y=labels); y may be left out.");
    }

    int count() {
        return count;
    }

    /** The shape of one sample. */
    Shape shape() {
        return shape;
    }

    int classes() {
        return labels.map(all -> Arrays.stream(all).max().orElse(0) + 1).orElse(0);
    }

    float least() {
        return least;
    }

    float greatest() {
        return greatest;
    }

    double low() {
        return least >= 0 && greatest <= 1 ? 0 : least >= -1 && greatest <= 1 ? -1 : Double.NEGATIVE_INFINITY;
    }

    double high() {
        return least >= -1 && greatest <= 1 ? 1 : Double.POSITIVE_INFINITY;
    }

    /** Returns the rows {@code order[from]} to {@code order[to - 1]}. */
    Split split(int[] order, int from, int to) {
        int width = shape.size();
        float[] chosen = new float[(to - from) * width];
        for (int i = from; i < to; i++) {
            System.arraycopy(values, order[i] * width, chosen, (i - from) * width, width);
        }
        return labels.map(all -> ArraySplit.of(
                        shape,
                        chosen,
                        Arrays.stream(order, from, to).map(i -> all[i]).toArray()))
                .orElseGet(() -> ArraySplit.of(shape, chosen));
    }
}
