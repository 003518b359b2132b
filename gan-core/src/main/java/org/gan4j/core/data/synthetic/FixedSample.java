package org.gan4j.core.data.synthetic;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.Dataset;

/**
 * A fixed number of points drawn once from a distribution, reshuffled each epoch.
 *
 * @param of the distribution to draw from, for example {@link Ring}
 * @param points how many points are drawn to train on, at least 1; 100 000 in the experiments of PacGAN
 * @param seed the seed of the points; runs with different seeds share them
 */
@About("A fixed number of points drawn once from a distribution, reshuffled each epoch.")
public record FixedSample(
        Distribution of,
        @Default("100000") int points,
        @Default("0") long seed) implements DataSource {
    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if {@code points} is less than 1
     */
    public FixedSample {
        if (points < 1) {
            throw new IllegalArgumentException("points must be at least 1, got " + points);
        }
    }

    @Override
    public Dataset open(DataDirectory directory) {
        return DrawnDataset.fixed(of, points, seed);
    }
}
