package org.gan4j.experiments.job;

import java.util.List;
import org.gan4j.core.config.Family;

/**
 * One run of an experiment: a record of configuration in, a record of results out.
 *
 * <p>An implementation is itself a record; its components are the configuration. Their canonical text is hashed into
 * the name of the run's directory, so that two jobs with the same configuration are the same run. A job must depend on
 * nothing else: all its randomness comes from a seed among its components.
 *
 * @param <R> the record of results, kept as JSON beside the run and read back when the run is skipped
 */
@Family("jobs")
public interface Job<R extends Record> {
    /** Returns the readable part of the run directory's name, such as {@code minimax-ring-s1}. */
    String name();

    /** Returns the class of the results, by which they are read back from their JSON form. */
    Class<R> resultType();

    /**
     * Runs the job, or carries on from the last checkpoint in the context's run directory.
     *
     * @return the results; a diverged run is a result too, and says so in the record
     * @throws InterruptedRun if the user asked to stop; the state has been saved
     */
    R run(JobContext context);

    /**
     * Returns the jobs whose runs this one reads, in the order in which it reads them; none by default. A plan runs them
     * before it, each once, and {@link JobContext#needed} tells where.
     */
    default List<Job<?>> needs() {
        return List.of();
    }
}
