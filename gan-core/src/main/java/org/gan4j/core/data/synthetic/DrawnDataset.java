package org.gan4j.core.data.synthetic;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Density;
import org.gan4j.core.data.Mode;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Split;
import org.gan4j.core.data.Splits;
import org.gan4j.core.random.RandomStream;

/**
 * A distribution as a data set: three fixed samples of it, and batches that are fresh or of the training sample.
 *
 * <p>The fixed samples depend on the distribution and a seed of their own, not on the seed of a run: all runs are
 * judged by the same points.
 */
final class DrawnDataset implements Dataset {
    private static final int TRAIN_POINTS = 50_000;
    private static final int HELD_OUT_POINTS = 10_000;

    private final Distribution distribution;
    private final boolean fresh;
    private final long seed;
    private final Split train;
    private final Split validation;
    private final Split test;

    private DrawnDataset(Distribution distribution, boolean fresh, int points, long seed) {
        this.distribution = distribution;
        this.fresh = fresh;
        this.seed = seed;
        RandomStream random = RandomStream.of(seed).split("data").split(distribution.name());
        this.train = new DrawnSplit(distribution, points, random.split("train"));
        this.validation = new DrawnSplit(distribution, HELD_OUT_POINTS, random.split("validation"));
        this.test = new DrawnSplit(distribution, HELD_OUT_POINTS, random.split("test"));
    }

    static Dataset fresh(Distribution distribution) {
        return new DrawnDataset(distribution, true, TRAIN_POINTS, 0);
    }

    static Dataset fixed(Distribution distribution, int points, long seed) {
        return new DrawnDataset(distribution, false, points, seed);
    }

    @Override
    public String name() {
        return distribution.name();
    }

    @Override
    public String description() {
        return distribution
                + (fresh ? ", drawn afresh for every batch" : ", " + train.size() + " fixed points, seed " + seed);
    }

    @Override
    public String checksum() {
        return Splits.checksum(description(), test);
    }

    @Override
    public SampleSpec spec() {
        return new SampleSpec(
                distribution.shape(),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                distribution.classes(),
                Splits.mean(train, distribution.shape()));
    }

    @Override
    public Split train() {
        return train;
    }

    @Override
    public Split validation() {
        return validation;
    }

    @Override
    public Split test() {
        return test;
    }

    @Override
    public Optional<Density> density() {
        return distribution.density();
    }

    @Override
    public List<Mode> modes() {
        return distribution.modes();
    }

    @Override
    public BatchSource batches(int batchSize, RandomStream random) {
        return fresh ? FreshBatches.of(distribution, batchSize, random) : BatchSource.shuffled(this, batchSize, random);
    }
}
