package org.gan4j.experiments.job;

import org.gan4j.experiments.store.RunDirectory;

/**
 * A job that has ended, with what it left behind.
 *
 * @param job the configuration
 * @param result the results
 * @param directory the files of the run
 */
public record FinishedRun<R extends Record>(Job<R> job, R result, RunDirectory directory) {}
