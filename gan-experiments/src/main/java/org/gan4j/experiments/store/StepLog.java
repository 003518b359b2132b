package org.gan4j.experiments.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.AppendedFile;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileDigest;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.Sha256;

/**
 * A file of one JSON object per line, the first key of which is the step. A resumed run cuts it back to what it was when the
 * checkpoint was saved, so that the file ends up with the bytes of a run that was never stopped. Where to cut is a length that
 * the checkpoint holds; no line is read for it.
 */
public final class StepLog implements AutoCloseable {
    private static final String STEP = "step";
    private static final int LONGEST = 1 << 20;

    private final AppendedFile file;

    private StepLog(AppendedFile file) {
        this.file = file;
    }

    /**
     * Opens a log to go on after what it holds already; all that follows is taken away.
     *
     * @param begin what it begins with; whoever loaded the checkpoint has checked that it does
     */
    public static StepLog open(FileDigest begin, Path path, FileStore files) {
        files.truncate(path, begin.length());
        return new StepLog(files.append(path));
    }

    /** Returns the digest of a log's first line; that of an empty file if it has none. */
    public static FileDigest firstLine(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LONGEST);
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    return new FileDigest(i + 1L, Sha256.of(Arrays.copyOf(bytes, i + 1)));
                }
            }
            return FileDigest.EMPTY;
        } catch (IOException e) {
            throw InputErrors.cannotRead(path, ExitCode.CHECKPOINT, e);
        }
    }

    /** Adds a line. */
    public void add(long step, SortedMap<String, ?> values) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(STEP, step);
        line.putAll(values);
        file.line(Json.line(line));
    }

    /** Waits until all lines are on the device, and returns length and digest of the file. */
    public FileDigest saved() {
        file.force();
        return file.digest();
    }

    @Override
    public void close() {
        file.close();
    }
}
