package org.gan4j.experiments.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.RunLock;
import org.gan4j.core.io.UserError;

/**
 * What {@code run.json} says: how a run stands and where it comes from.
 *
 * @param status how it stands
 * @param experiment the resolved experiment it belongs to, as one line of JSON, from which it can be resumed
 * @param experimentName the name under which the experiment was started
 * @param configurationHash the SHA-256 of the run's resolved configuration
 * @param started when it was first started
 * @param ended when it ended, if it has
 * @param message what went wrong, if something did
 * @param inputs the data and the seed, once they are known
 * @param threads how many threads large products use; the last digits of results depend on it
 * @param kernels which kernels and which BLAS
 * @param provenance versions, machine, git state
 */
public record RunStatus(
        Status status,
        String experiment,
        String experimentName,
        String configurationHash,
        String started,
        Optional<String> ended,
        Optional<String> message,
        Optional<RunInputs> inputs,
        Optional<Integer> threads,
        Optional<String> kernels,
        SortedMap<String, String> provenance) {

    /** How a run stands. */
    public enum Status {
        /** Under way, or its process was killed. */
        RUNNING,
        /** All steps taken; results are there. */
        COMPLETED,
        /** Ended by a value that was not finite; results are there. */
        DIVERGED,
        /** Stopped by the user; can be resumed. */
        INTERRUPTED,
        /** Ended by an error. */
        FAILED
    }

    /**
     * Reads the status of a run.
     *
     * @throws org.gan4j.core.io.UserError if no run has left this directory
     */
    public static RunStatus read(RunDirectory directory) {
        Path run = directory.path();
        if (!Files.isRegularFile(directory.status())) {
            throw new UserError(
                    ExitCode.CHECKPOINT,
                    Files.isDirectory(run) ? "this directory holds no run: there is no run.json" : "no such directory",
                    run.toString(),
                    "Name a directory like runs/EXPERIMENT/RUN.");
        }
        return directory.read(directory.status(), RunStatus.class);
    }

    /**
     * Reads the status of a run as it stands: one that is called running though no process holds it was killed, and is called
     * interrupted.
     *
     * @throws org.gan4j.core.io.UserError if no run has left this directory
     */
    public static RunStatus standing(RunDirectory directory) {
        RunStatus status = read(directory);
        return status.status() == Status.RUNNING && !RunLock.isHeld(directory.path())
                ? status.ended(Status.INTERRUPTED, Optional.of("its process was killed"))
                : status;
    }

    /** Returns this with another status, ended now. */
    public RunStatus ended(Status how, Optional<String> why) {
        return new RunStatus(
                how,
                experiment,
                experimentName,
                configurationHash,
                started,
                Optional.of(now()),
                why,
                inputs,
                threads,
                kernels,
                provenance);
    }

    /** Returns this with the data and the seed. */
    RunStatus madeFrom(RunInputs found) {
        return new RunStatus(
                status,
                experiment,
                experimentName,
                configurationHash,
                started,
                ended,
                message,
                Optional.of(found),
                threads,
                kernels,
                provenance);
    }

    /** Returns the present moment to the second, in UTC. */
    public static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
