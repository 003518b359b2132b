package org.gan4j.core.data.synthetic;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.Family;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Density;
import org.gan4j.core.data.Mode;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;

/**
 * A distribution to draw from: as a data set it gives a fresh batch at every step.
 *
 * <p>Wrapped in {@link FixedSample} it gives the same points in every epoch.
 */
@Family("distributions")
public interface Distribution extends DataSource {

    /** Returns the short name, for example {@code ring}. */
    String name();

    /** Returns the shape of one sample, [d] for points. */
    Shape shape();

    /**
     * Draws samples; a pure function of the count and the stream.
     *
     * @return [count, ...] in float32, with class numbers when {@link #classes()} is not 0
     */
    Samples sample(int count, RandomStream random);

    /** Returns how many classes the labels distinguish, 0 when there are no labels. */
    default int classes() {
        return 0;
    }

    /** Returns the exact density, where it is known. */
    default Optional<Density> density() {
        return Optional.empty();
    }

    /** Returns the well separated modes, or an empty list. */
    default List<Mode> modes() {
        return List.of();
    }

    /** Returns data that are drawn afresh for every batch; no files are needed. */
    default Dataset dataset() {
        return DrawnDataset.fresh(this);
    }

    /** Opens {@link #dataset()}. */
    @Override
    default Dataset open(DataDirectory directory) {
        return dataset();
    }
}
