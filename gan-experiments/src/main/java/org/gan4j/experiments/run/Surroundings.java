package org.gan4j.experiments.run;

import java.nio.file.Path;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.training.StopRequest;
import org.gan4j.experiments.job.Progress;

/**
 * Where runs are read, written and reported.
 *
 * @param files the door through which files are written
 * @param runs the directory of all runs
 * @param data the directory of data sets
 * @param progress told how far it is
 * @param stop asks it to save and stop
 */
public record Surroundings(FileStore files, Path runs, DataDirectory data, Progress progress, StopRequest stop) {}
