package org.gan4j.experiments.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.gan4j.core.config.Json;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.io.AppendedFile;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.InputErrors;

/**
 * A file of one JSON object per line, the first key of which is the step. A resumed run cuts it back to the step of its
 * checkpoint, so that the file ends up with the bytes of a run that was never stopped.
 */
public final class StepLog implements AutoCloseable {
    private static final String STEP = "step";

    private final AppendedFile file;

    private StepLog(AppendedFile file) {
        this.file = file;
    }

    /** Opens a log to go on after {@code step}: lines of later steps, and a line cut short, are taken away. */
    public static StepLog openAfter(long step, Path path, FileStore files) {
        if (Files.exists(path)) {
            files.truncate(path, lengthUpTo(step, path));
        }
        return new StepLog(files.append(path));
    }

    /** Adds a line. */
    public void add(long step, SortedMap<String, ?> values) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(STEP, step);
        line.putAll(values);
        file.line(Json.line(line));
    }

    /** Waits until all lines are on the device. */
    public void force() {
        file.force();
    }

    @Override
    public void close() {
        file.close();
    }

    private static long lengthUpTo(long step, Path path) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            throw InputErrors.cannotRead(path, ExitCode.CHECKPOINT, e);
        }
        int kept = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                String line = new String(bytes, kept, i - kept, StandardCharsets.UTF_8);
                if (stepOf(line, path) > step) {
                    return kept;
                }
                kept = i + 1;
            }
        }
        return kept;
    }

    private static long stepOf(String line, Path path) {
        try {
            Object step = Json.parse(line, path.toString()).get(STEP);
            return step instanceof Long number ? number : Long.MAX_VALUE;
        } catch (ConfigurationException unreadable) {
            return Long.MAX_VALUE;
        }
    }
}
