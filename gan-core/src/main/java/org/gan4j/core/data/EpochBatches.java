package org.gan4j.core.data;

import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.random.RandomStream;
import org.jspecify.annotations.Nullable;

/** Batches that run through one random permutation of the rows after the other. */
final class EpochBatches implements BatchSource {
    private final Split rows;
    private final int batchSize;
    private final RandomStream random;
    private @Nullable Epoch latest;
    private @Nullable Epoch before;

    /** The order of the rows in one epoch; kept because drawing it again would cost time, not because it is state. */
    private static final class Epoch {
        private final long number;
        private final int[] order;

        Epoch(long number, int[] order) {
            this.number = number;
            this.order = order;
        }
    }

    private EpochBatches(Split rows, int batchSize, RandomStream random) {
        this.rows = rows;
        this.batchSize = batchSize;
        this.random = random;
    }

    static EpochBatches of(Dataset dataset, int batchSize, RandomStream random) {
        Split rows = dataset.train();
        if (batchSize < 1 || batchSize > rows.size()) {
            String what = batchSize < 1
                    ? "a batch has at least 1 row, not " + batchSize
                    : "a batch of " + batchSize + " is larger than the training data: data set '" + dataset.name()
                            + "' has " + rows.size() + " training rows";
            throw new UserError(
                    ExitCode.CONFIGURATION,
                    what,
                    "batchSize",
                    "Choose a batch size of at least 1 and at most " + rows.size() + ".");
        }
        return new EpochBatches(rows, batchSize, random);
    }

    @Override
    public Samples batch(long index) {
        if (index < 0) {
            throw new IllegalArgumentException("batches are numbered from 0, got " + index);
        }
        long first = Math.multiplyExact(index, (long) batchSize);
        int[] numbers = new int[batchSize];
        int filled = 0;
        while (filled < batchSize) {
            long position = first + filled;
            int[] order = order(position / rows.size());
            int start = (int) (position % rows.size());
            int count = Math.min(batchSize - filled, order.length - start);
            System.arraycopy(order, start, numbers, filled, count);
            filled += count;
        }
        return rows.rows(numbers);
    }

    @Override
    public int batchSize() {
        return batchSize;
    }

    @Override
    public double batchesPerEpoch() {
        return (double) rows.size() / batchSize;
    }

    private synchronized int[] order(long number) {
        if (latest != null && latest.number == number) {
            return latest.order;
        }
        if (before != null && before.number == number) {
            return before.order;
        }
        Epoch epoch = new Epoch(number, random.split(number).replay().permutation(rows.size()));
        before = latest;
        latest = epoch;
        return epoch.order;
    }
}
