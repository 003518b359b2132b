package org.gan4j.core.io.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.UserError;

/**
 * Reads npz files, NumPy's or ours, stored or compressed; checksums are checked.
 *
 * <p>Whatever is wrong with a file, the error names the file, the entry and what is wrong.
 */
public final class NpzReader implements AutoCloseable {
    private static final String ENDING = ".npy";

    private final NpySource source;
    private final ZipFile zip;
    private final SortedMap<String, ZipEntry> entries = new TreeMap<>();

    private NpzReader(NpySource source, ZipFile zip) {
        this.source = source;
        this.zip = zip;
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements()) {
            ZipEntry entry = all.nextElement();
            if (entries.put(entry.getName(), entry) != null) {
                throw source.error("entry " + entry.getName() + " is there twice");
            }
        }
    }

    /**
     * Opens a file.
     *
     * @param exitCode the number a command ends with when the file is not usable: {@link org.gan4j.core.io.ExitCode#DATA} or
     *     {@link org.gan4j.core.io.ExitCode#CHECKPOINT}
     * @throws org.gan4j.core.io.UserError when the file is missing, cut off or not an npz file
     */
    public static NpzReader open(Path file, ExitCode exitCode) {
        NpySource source = NpySource.of(file, exitCode);
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (NoSuchFileException e) {
            throw InputErrors.cannotRead(file, exitCode, e);
        } catch (IOException | IllegalArgumentException e) {
            throw source.error("it is not an npz file, or it is cut off (" + e.getMessage() + ")")
                    .causedBy(e);
        }
        try {
            return new NpzReader(source, zip);
        } catch (UserError e) {
            closeQuietly(zip);
            throw e;
        } catch (RuntimeException e) {
            closeQuietly(zip);
            throw source.error("its directory is damaged").causedBy(e);
        }
    }

    /**
     * Reads all arrays of a file of data.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#DATA} when the file or an array in it is not usable
     */
    public static SortedMap<String, NpyArray> readAll(Path file) {
        return readAll(file, ExitCode.DATA);
    }

    /**
     * Reads all arrays of a file.
     *
     * @param exitCode the number a command ends with when the file is not usable
     * @throws org.gan4j.core.io.UserError when the file or an array in it is not usable
     */
    public static SortedMap<String, NpyArray> readAll(Path file, ExitCode exitCode) {
        try (NpzReader reader = open(file, exitCode)) {
            SortedMap<String, NpyArray> arrays = new TreeMap<>();
            for (String name : reader.names()) {
                arrays.put(name, reader.array(name));
            }
            return Collections.unmodifiableSortedMap(arrays);
        }
    }

    /** Returns the names of the arrays, sorted. */
    public List<String> names() {
        return entries.keySet().stream()
                .filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .toList();
    }

    /**
     * Reads an array.
     *
     * @throws org.gan4j.core.io.UserError when there is none of that name, naming those there are, or when it is damaged
     */
    public NpyArray array(String name) {
        return read(name, name + ENDING, NpyFormat::read);
    }

    /**
     * Reads an entry that is not an array, by its name with the ending.
     *
     * @throws org.gan4j.core.io.UserError when there is none of that name, or when it is damaged or longer than 64 MiB
     */
    public byte[] bytes(String name) {
        return read(name, name, (in, place) -> {
            byte[] bytes = in.readNBytes(1 << 26);
            if (in.read() >= 0) {
                throw place.error("it is longer than 64 MiB");
            }
            return bytes;
        });
    }

    private interface Format<T> {
        T read(InputStream in, NpySource place) throws IOException;
    }

    private <T> T read(String name, String entryName, Format<T> format) {
        NpySource place = source.entry(name);
        ZipEntry entry = entries.get(entryName);
        if (entry == null) {
            throw place.error("there is no such entry; the file has: " + String.join(", ", names()));
        }
        try (InputStream raw = zip.getInputStream(entry);
                CheckedInputStream in = new CheckedInputStream(raw, new CRC32())) {
            T value = format.read(in, place);
            if (in.getChecksum().getValue() != entry.getCrc()) {
                throw place.error("its checksum does not match: the file is damaged");
            }
            return value;
        } catch (IOException e) {
            throw place.error("it is damaged (" + e.getMessage() + ")").causedBy(e);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            throw place.error("it is damaged").causedBy(e);
        }
    }

    @Override
    public void close() {
        closeQuietly(zip);
    }

    private static void closeQuietly(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            return; // only read: nothing can be lost
        }
    }
}
