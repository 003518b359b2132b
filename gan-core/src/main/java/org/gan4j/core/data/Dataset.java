package org.gan4j.core.data;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.random.RandomStream;

/** Data that are open: three splits, what is known of their distribution, and batches to train on. */
public interface Dataset {

    /** Returns the short name, which is also the name of the folder of the files, for example {@code mnist}. */
    String name();

    /** Returns one line for a report: what the data are, how many, and with which settings. */
    String description();

    /**
     * Returns the SHA-256 that identifies the data, in hexadecimal: of the content of the files read (independent of
     * their compression), or of drawn rows where data are drawn.
     */
    String checksum();

    /** Returns what a network must know of the data. */
    SampleSpec spec();

    /** Returns the rows to train on; for data drawn afresh, a fixed sample of what they are drawn from. */
    Split train();

    /** Returns the rows to choose by: early stopping, bandwidths. */
    Split validation();

    /** Returns the rows to report on. */
    Split test();

    /** Returns the exact density, where it is known. */
    default Optional<Density> density() {
        return Optional.empty();
    }

    /** Returns the modes, where the distribution has well separated ones; else an empty list. */
    default List<Mode> modes() {
        return List.of();
    }

    /**
     * Returns the batches to train on: batch t is a pure function of the stream and t.
     *
     * <p>By default the training rows, reshuffled each epoch.
     *
     * @throws org.gan4j.core.io.UserError if the batch is larger than the data
     */
    default BatchSource batches(int batchSize, RandomStream random) {
        return BatchSource.shuffled(this, batchSize, random);
    }
}
