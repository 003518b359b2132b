package org.gan4j.experiments.training;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.io.FileDigest;
import org.gan4j.core.training.checkpoint.CheckpointFiles;
import org.gan4j.experiments.report.EventFile;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.StepLog;

/**
 * The files of a run that grow while it trains.
 *
 * @param directory of the run
 * @param metrics numbers by step
 * @param timing wall times by step
 * @param events numbers and pictures for TensorBoard
 * @param selection candidates by step
 */
record RunLogs(RunDirectory directory, StepLog metrics, StepLog timing, EventFile events, SelectionLog selection) {

    /** Waits until all that was written is on the device, and returns what a checkpoint of this moment is to remember. */
    CheckpointFiles saved() {
        SortedMap<String, FileDigest> growing = new TreeMap<>();
        growing.put(name(directory.metrics()), metrics.saved());
        growing.put(name(directory.events()), events.saved());
        growing.putAll(selection.saved());
        SortedMap<String, FileDigest> timed = new TreeMap<>();
        timed.put(name(directory.timing()), timing.saved());
        return new CheckpointFiles(growing, timed, selection.selected());
    }

    /** Returns the name of a file in the run's directory. */
    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
