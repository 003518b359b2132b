package org.gan4j.core.data;

import org.gan4j.core.config.About;
import org.gan4j.core.random.RandomStream;

/** The absence of data, for games that need none, such as one of two numbers or of an energy that is given as a formula. */
@About("No data, for games that need none.")
public record NoData() implements DataSource, Dataset {
    @Override
    public Dataset open(DataDirectory directory) {
        return this;
    }

    @Override
    public boolean isNone() {
        return true;
    }

    @Override
    public String name() {
        return "none";
    }

    @Override
    public String description() {
        return "no data";
    }

    @Override
    public String checksum() {
        return "none";
    }

    @Override
    public SampleSpec spec() {
        return SampleSpec.none();
    }

    @Override
    public Split train() {
        return new NoRows();
    }

    @Override
    public Split validation() {
        return new NoRows();
    }

    @Override
    public Split test() {
        return new NoRows();
    }

    /** Returns batches of so many scalars 0, which a game that makes as many samples as there are data counts. */
    @Override
    public BatchSource batches(int batchSize, RandomStream random) {
        return new NoBatches(batchSize);
    }

    private record NoRows() implements Split {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public Samples rows(int... rows) {
            throw new IndexOutOfBoundsException("there are no data, so that there is no row");
        }
    }
}
