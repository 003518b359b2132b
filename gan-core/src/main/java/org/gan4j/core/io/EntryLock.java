package org.gan4j.core.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to make one file that several processes share, waited for until it is free.
 *
 * <p>The lock is the operating system's lock on a file beside the shared one, its name with {@code .lock}: a process that
 * ends, however it ends, gives it back; the file stays and means nothing then.
 */
public final class EntryLock implements AutoCloseable {
    private static final String SUFFIX = ".lock";
    private static final long WAIT_MILLIS = 20;

    private final Path file;
    private final FileChannel channel;

    private EntryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Waits for the lock of a file, whose directory exists.
     *
     * @param waiting called again and again while another has the lock; what it throws ends the waiting
     * @throws UserError with {@link ExitCode#OUTPUT} when the directory is not writable
     */
    public static EntryLock waitFor(Path file, Runnable waiting) {
        Path beside = file.resolveSibling(file.getFileName() + SUFFIX);
        try {
            FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            boolean locked = false;
            try {
                while (!taken(channel)) {
                    waiting.run();
                    Thread.sleep(WAIT_MILLIS);
                }
                locked = true;
                return new EntryLock(beside, channel);
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw OutputErrors.cannotWrite(beside, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + beside, e);
        }
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw OutputErrors.cannotWrite(file, e);
        }
    }
}
