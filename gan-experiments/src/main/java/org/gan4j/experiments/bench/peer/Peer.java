package org.gan4j.experiments.bench.peer;

import java.util.List;
import org.gan4j.experiments.bench.BenchCase;
import org.gan4j.experiments.bench.Child;

/** A framework that can do the cases, each in a process of its own that prints one {@link Measurement}. */
interface Peer {
    /** Returns the name in tables. */
    String name();

    /** Returns the ways of running a case among which a calibration chooses; one needs none. */
    List<Variant> variants(BenchCase one);

    /** Returns the process that measures a case. */
    Child measuring(BenchCase one, Variant variant, Effort effort);

    /**
     * Returns what the process of a case has measured.
     *
     * @throws org.gan4j.core.config.tree.ConfigurationException if it has written something else
     */
    Measurement read(Child.Outcome outcome);
}
