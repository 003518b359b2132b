package org.gan4j.core.io.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gan4j.core.io.FileStore;

/**
 * Writes npz files that NumPy can load: equal content gives equal bytes.
 *
 * <p>Entries are stored without compression, in the order given, and carry one fixed time. {@link #finish} must be
 * called at the end.
 *
 * <pre>{@code
 * store.write(file, out -> NpzWriter.write(out, arrays));
 * }</pre>
 */
public final class NpzWriter {
    /** One month after the earliest time of the zip format, which Java writes in a form that has the time zone in it. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;

    /** Makes a writer that leaves the stream open. */
    public NpzWriter(OutputStream out) {
        zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
    }

    /** Writes arrays, in the order of the map, and ends the file; the stream stays open. */
    public static void write(OutputStream out, Map<String, NpyArray> arrays) throws IOException {
        NpzWriter writer = new NpzWriter(out);
        for (Map.Entry<String, NpyArray> entry : arrays.entrySet()) {
            writer.array(entry.getKey(), entry.getValue());
        }
        writer.finish();
    }

    /**
     * Replaces a file by one that holds these arrays, in the order of the map.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#OUTPUT} when it cannot be written
     */
    public static void write(FileStore store, Path file, Map<String, NpyArray> arrays) {
        store.write(file, out -> write(out, arrays));
    }

    /** Adds an array under a name without ending; {@code numpy.load(file)[name]} returns it. */
    public void array(String name, NpyArray array) throws IOException {
        entry(name + ".npy", NpyFormat.header(array), array.bytes());
    }

    /** Adds bytes that are not an array, under a name with its ending, like {@code meta.json}. */
    public void bytes(String name, byte[] bytes) throws IOException {
        entry(name, bytes, new byte[0]);
    }

    /** Ends the file; the stream stays open. */
    public void finish() throws IOException {
        zip.finish();
    }

    private void entry(String name, byte[] head, byte[] body) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(head);
        crc.update(body);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setSize((long) head.length + body.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(head);
        zip.write(body);
        zip.closeEntry();
    }
}
