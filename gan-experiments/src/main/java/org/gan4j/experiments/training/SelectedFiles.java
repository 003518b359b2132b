package org.gan4j.experiments.training;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.InputErrors;
import org.gan4j.experiments.store.RunDirectory;

/** Names of the files in which a run keeps the generators that its selection has chosen: {@code selected-0000000030.npz}. */
final class SelectedFiles {
    private static final String PREFIX = "selected-";
    private static final String SUFFIX = ".npz";

    private SelectedFiles() {}

    /** Returns the file of a run in which the generator after a step is kept, as long as a checkpoint needs it. */
    static Path file(RunDirectory directory, long step) {
        return directory.path().resolve(String.format(Locale.ROOT, "%s%010d%s", PREFIX, step, SUFFIX));
    }

    /** Returns the files of a run in which generators are kept, in the order of their steps. */
    static List<Path> in(RunDirectory directory) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory.path(), PREFIX + "*" + SUFFIX)) {
            List<Path> files = new ArrayList<>();
            found.forEach(files::add);
            Collections.sort(files);
            return files;
        } catch (IOException e) {
            throw InputErrors.cannotRead(directory.path(), ExitCode.CHECKPOINT, e);
        }
    }
}
