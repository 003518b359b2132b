package org.gan4j.experiments.cli.bench;

import org.gan4j.core.data.DataDirectory;

/** Command line that benchmarks belong to: what they need of it. */
public interface BenchHost {
    /** Returns where the files of data sets are. */
    DataDirectory data();

    /** Returns the class whose main method starts a program of its own with the same command line. */
    Class<?> program();
}
