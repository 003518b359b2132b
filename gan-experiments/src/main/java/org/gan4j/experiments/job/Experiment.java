package org.gan4j.experiments.job;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.Family;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.experiments.table.ResultTable;

/**
 * A list of jobs and the table of their results.
 *
 * <p>An implementation is a record whose components are the experiment's parameters (epochs, seeds, ...), bound under
 * a name as any other strategy. {@link #jobs()} is a pure function of the components.
 *
 * @param <R> the record of one job's results
 */
@Family("experiments")
public interface Experiment<R extends Record> {
    /** Returns the runs that the table needs, in the order in which they are run. */
    List<? extends Job<R>> jobs();

    /**
     * Makes the table.
     *
     * @param results one record for each of {@link #jobs()}, in their order
     */
    ResultTable tabulate(List<R> results);

    /**
     * Returns a second table, of wall times; none by default. It stands apart from the results, which are the same bytes
     * for the same seeds.
     *
     * @param runs the finished runs in the order of {@link #jobs()}
     */
    default Optional<ResultTable> timings(List<FinishedRun<R>> runs) {
        return Optional.empty();
    }

    /**
     * Returns pictures and other files that belong to the table, made from the finished runs; none by default.
     *
     * @param runs the finished runs in the order of {@link #jobs()}
     * @param data where the files of data sets are
     */
    default List<Artifact> artifacts(List<FinishedRun<R>> runs, DataDirectory data) {
        return List.of();
    }
}
