package org.gan4j.core.data.synthetic;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.data.Density;
import org.gan4j.core.data.Mode;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;

/** A distribution that is a mixture of normal distributions; the label of a point is the number of its component. */
interface MixtureDistribution extends Distribution {

    /** Returns the mixture that the settings describe. */
    Mixture mixture();

    @Override
    default Shape shape() {
        return mixture().shape();
    }

    @Override
    default Samples sample(int count, RandomStream random) {
        return mixture().sample(count, random);
    }

    @Override
    default int classes() {
        return mixture().classes();
    }

    @Override
    default Optional<Density> density() {
        return Optional.of(mixture());
    }

    @Override
    default List<Mode> modes() {
        return mixture().modes();
    }
}
