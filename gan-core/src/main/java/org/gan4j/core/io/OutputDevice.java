package org.gan4j.core.io;

import java.io.IOException;
import java.nio.file.Path;

/** The operations of a disk that {@link FileStore} needs; a test gives one that is full after so many bytes. */
public interface OutputDevice {
    /** Makes a new, empty file; fails when there is one already. */
    OutputFile create(Path file) throws IOException;

    /** Opens a file to write at its end; makes an empty one when there is none. */
    OutputFile append(Path file) throws IOException;

    /** Renames a file over another one, atomically. */
    void replace(Path from, Path to) throws IOException;

    /** Deletes a file if it is there. */
    void delete(Path file) throws IOException;

    /** Makes a directory and the directories above it. */
    void createDirectories(Path directory) throws IOException;

    /** Makes an empty file of a name nobody else has, which only this user may read, where temporary files belong. */
    Path createTemporaryFile(String prefix, String suffix) throws IOException;

    /** Makes a directory of a name nobody else has, which only this user may enter, where temporary files belong. */
    Path createTemporaryDirectory(String prefix) throws IOException;

    /** Waits until the names in a directory are on the device. */
    void forceDirectory(Path directory) throws IOException;

    /** Returns the machine's own file systems. */
    static OutputDevice disk() {
        return new Disk();
    }
}
