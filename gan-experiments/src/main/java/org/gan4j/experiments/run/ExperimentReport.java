package org.gan4j.experiments.run;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.experiments.table.ResultTable;

/**
 * What came of an experiment.
 *
 * @param table the results
 * @param runs the directories of its runs
 * @param files the table's files and the artifacts
 * @param diverged how many runs diverged
 */
public record ExperimentReport(ResultTable table, List<Path> runs, List<Path> files, int diverged) {}
