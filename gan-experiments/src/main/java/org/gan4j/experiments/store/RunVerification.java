package org.gan4j.experiments.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.core.io.FileStore;

/**
 * Verification of a run: all files of a finished one by its manifest; of one that is not finished, its checkpoints and the files
 * that belong to the latest. Nothing is written.
 *
 * @param run the directory
 * @param basis what the files were compared with, in a few words
 * @param classes how many files of each kind are good and how many damaged; kinds without a file are left out
 * @param damages the damaged files
 * @param additional files that a finished run has not left; no fault
 */
public record RunVerification(
        String run, String basis, List<FileClass> classes, List<Damage> damages, List<String> additional) {

    /**
     * Count of the files of a kind.
     *
     * @param name of the kind
     * @param good how many are as they were
     * @param damaged how many are not
     */
    public record FileClass(String name, int good, int damaged) {}

    /**
     * A file that is not what it was.
     *
     * @param file its name in the run's directory
     * @param found what it is now
     * @param expected what it was
     */
    public record Damage(String file, String found, String expected) {}

    /** Tells whether nothing is damaged. */
    public boolean good() {
        return damages.isEmpty();
    }

    /** Verifies the run in a directory. */
    public static RunVerification of(Path path) {
        RunDirectory run = new RunDirectory(path, new FileStore());
        VerifiedFiles seen = new VerifiedFiles(path);
        String basis = run.hasResult() ? seen.byManifest(run) : seen.byCheckpoints(run);
        return new RunVerification(path.toString(), basis, seen.classes(), seen.damages(), seen.additional());
    }

    /** Tells whether a directory holds a run. */
    public static boolean holdsRun(Path path) {
        RunDirectory run = new RunDirectory(path, new FileStore());
        return Files.exists(run.status()) || Files.exists(Manifest.file(run)) || Files.isDirectory(run.checkpoints());
    }
}
