package org.gan4j.core.data.synthetic;

import org.gan4j.core.data.ArraySplit;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.Split;
import org.gan4j.core.random.RandomStream;
import org.jspecify.annotations.Nullable;

/** A fixed number of points of a distribution, drawn when first asked for. */
final class DrawnSplit implements Split {
    private final Distribution distribution;
    private final int size;
    private final RandomStream random;
    private @Nullable Split drawn;

    DrawnSplit(Distribution distribution, int size, RandomStream random) {
        this.distribution = distribution;
        this.size = size;
        this.random = random;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Samples rows(int... rows) {
        return drawn().rows(rows);
    }

    private synchronized Split drawn() {
        if (drawn == null) {
            Samples samples = distribution.sample(size, random);
            float[] values = samples.values().toFloats();
            drawn = samples.labels()
                    .map(labels -> ArraySplit.of(distribution.shape(), values, whole(labels.toFloats())))
                    .orElseGet(() -> ArraySplit.of(distribution.shape(), values));
        }
        return drawn;
    }

    private static int[] whole(float[] labels) {
        int[] numbers = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            numbers[i] = Math.round(labels[i]);
        }
        return numbers;
    }
}
