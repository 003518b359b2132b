package org.gan4j.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.Paths;

/** A disk with room for so many bytes more, which nothing outlives; any file can be made to be /dev/full instead. */
public final class FullDisk implements OutputDevice {
    /** Room without end. */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    private final OutputDevice disk = OutputDevice.disk();
    private final boolean devFull;
    private long room;

    /** Makes a disk with room for so many bytes; with {@code devFull}, new files are /dev/full. */
    public FullDisk(long room, boolean devFull) {
        this.room = room;
        this.devFull = devFull;
    }

    /** Makes the room another one. */
    public void setRoom(long bytes) {
        room = bytes;
    }

    /** Returns for how many bytes there is room still. */
    public long room() {
        return room;
    }

    @Override
    public OutputFile create(Path file) throws IOException {
        OutputFile made = disk.create(file);
        if (!devFull) {
            return new Limited(made);
        }
        made.close();
        return new Limited(disk.append(Paths.get("/dev/full")));
    }

    @Override
    public OutputFile append(Path file) throws IOException {
        return new Limited(disk.append(file));
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        disk.replace(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        disk.createDirectories(directory);
    }

    @Override
    public Path createTemporaryFile(String prefix, String suffix) throws IOException {
        return disk.createTemporaryFile(prefix, suffix);
    }

    @Override
    public Path createTemporaryDirectory(String prefix) throws IOException {
        return disk.createTemporaryDirectory(prefix);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        // nothing is to outlive the test
    }

    private final class Limited implements OutputFile {
        private final OutputFile file;

        Limited(OutputFile file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            if (source.hasRemaining() && room == 0) {
                throw new IOException("No space left on device");
            }
            int count = (int) Math.min(room, source.remaining());
            ByteBuffer part = source.slice(source.position(), count);
            int written = file.write(part);
            source.position(source.position() + written);
            room -= written;
            return written;
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
            file.truncate(length);
        }

        @Override
        public void force() throws IOException {
            // nothing is to outlive the test
        }
    }
}
