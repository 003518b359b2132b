package org.gan4j.experiments.store;

import java.nio.file.Files;
import java.util.Optional;
import org.gan4j.core.config.Json;
import org.gan4j.core.kernel.select.KernelSets;

/** Keeps {@code run.json} of a run under way. */
public final class RunRecord {
    private final RunDirectory directory;
    private RunStatus status;

    private RunRecord(RunDirectory directory, RunStatus status) {
        this.directory = directory;
        this.status = status;
    }

    /** Notes that a run is under way; one that is resumed keeps the moment at which it was first started. */
    public static RunRecord start(
            RunDirectory directory, String experimentName, String experiment, String configurationHash) {
        Optional<RunStatus> before =
                Files.isRegularFile(directory.status()) ? Optional.of(RunStatus.read(directory)) : Optional.empty();
        RunRecord record = new RunRecord(
                directory,
                new RunStatus(
                        RunStatus.Status.RUNNING,
                        experiment,
                        experimentName,
                        configurationHash,
                        before.map(RunStatus::started).orElseGet(RunStatus::now),
                        Optional.empty(),
                        Optional.empty(),
                        before.flatMap(RunStatus::inputs),
                        Optional.of(KernelSets.threads()),
                        Optional.of(KernelSets.identity()),
                        Provenance.capture().facts()));
        record.write(record.status);
        return record;
    }

    public RunStatus status() {
        return status;
    }

    public void madeFrom(RunInputs inputs) {
        write(status.madeFrom(inputs));
    }

    public void end(RunStatus.Status how, Optional<String> why) {
        write(status.ended(how, why));
    }

    private void write(RunStatus next) {
        status = next;
        directory.files().writeText(directory.status(), Json.pretty(status));
    }
}
