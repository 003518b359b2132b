package org.gan4j.experiments.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.experiments.table.ResultTable;

/**
 * What came of an experiment.
 *
 * @param table the results
 * @param timings wall times, if the experiment tells them
 * @param runs the directories of its runs
 * @param files the table's files and the artifacts
 * @param diverged how many runs diverged
 */
public record ExperimentReport(
        ResultTable table, Optional<ResultTable> timings, List<Path> runs, List<Path> files, int diverged) {}
