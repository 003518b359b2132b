package org.gan4j.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A disk of a process that is killed at an operation, counted from 0: that one is half done if it can be, and no other follows.
 * What was written before stays.
 */
public final class KilledDisk implements OutputDevice {
    private final OutputDevice disk = OutputDevice.disk();
    private final long killedAt;
    private long operations;
    private String last = "none";

    /** Makes a disk; {@link Long#MAX_VALUE} kills nothing. */
    public KilledDisk(long killedAt) {
        this.killedAt = killedAt;
    }

    /** The end of the process, which nothing may catch. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Returns how many operations there were. */
    public long operations() {
        return operations;
    }

    /** Returns the last operation. */
    public String last() {
        return last;
    }

    private boolean dies(String what) {
        if (operations > killedAt) {
            throw new Killed();
        }
        last = what;
        return operations++ == killedAt;
    }

    private void live(String what) {
        if (dies(what)) {
            throw new Killed();
        }
    }

    @Override
    public OutputFile create(Path file) throws IOException {
        live("create " + file);
        return new Mortal(disk.create(file), file);
    }

    @Override
    public OutputFile append(Path file) throws IOException {
        live("append " + file);
        return new Mortal(disk.append(file), file);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        live("replace " + to);
        disk.replace(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        live("delete " + file);
        disk.delete(file);
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        live("createDirectories " + directory);
        disk.createDirectories(directory);
    }

    @Override
    public Path createTemporaryFile(String prefix, String suffix) throws IOException {
        live("createTemporaryFile");
        return disk.createTemporaryFile(prefix, suffix);
    }

    @Override
    public Path createTemporaryDirectory(String prefix) throws IOException {
        live("createTemporaryDirectory");
        return disk.createTemporaryDirectory(prefix);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        // nothing is to outlive the test
    }

    private final class Mortal implements OutputFile {
        private final OutputFile file;
        private final Path path;

        Mortal(OutputFile file, Path path) {
            this.file = file;
            this.path = path;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            if (dies("write " + path)) {
                file.write(source.slice(source.position(), source.remaining() / 2));
                throw new Killed();
            }
            return file.write(source);
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }

        @Override
        public long length() throws IOException {
            return file.length();
        }

        @Override
        public void truncate(long length) throws IOException {
            live("truncate " + path);
            file.truncate(length);
        }

        @Override
        public void force() throws IOException {
            // nothing is to outlive the test
        }
    }
}
