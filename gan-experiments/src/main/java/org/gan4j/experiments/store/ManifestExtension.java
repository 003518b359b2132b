package org.gan4j.experiments.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.FileDigest;
import org.gan4j.core.io.Sha256;

/** Extension of a finished run's manifest by a file that comes later, such as an evaluation. */
public final class ManifestExtension {
    private ManifestExtension() {}

    /**
     * Compares a file of a finished run that is about to be replaced with the manifest, so that no damage is replaced unseen.
     *
     * @param next the text to come; a file that holds it already is right: a kill came between it and the manifest
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CHECKPOINT} if it is not what the run has left
     */
    public static void requireUnlessEqual(RunDirectory run, Path file, String next) {
        if (digest(next).wrongIn(file).isPresent()) {
            Manifest.require(run, file);
        }
    }

    /**
     * Adds a file to the manifest of a finished run, and the page that shows it. All other entries stay as they were: no file is
     * read, so that one which was damaged since stays known as damaged.
     *
     * @param file that is new
     * @param text what was written to it
     * @param page what was written to the run's page
     */
    public static void extend(RunDirectory run, Path file, String text, String page) {
        SortedMap<String, FileDigest> more =
                new TreeMap<>(Manifest.read(Manifest.file(run)).files());
        more.put(RunFileNames.name(run.path(), file), digest(text));
        more.put(RunFileNames.name(run.path(), run.report()), digest(page));
        run.files().writeText(Manifest.file(run), Json.pretty(new Manifest(Manifest.FORMAT, more)));
    }

    private static FileDigest digest(String text) {
        return new FileDigest(text.getBytes(StandardCharsets.UTF_8).length, Sha256.of(text));
    }
}
