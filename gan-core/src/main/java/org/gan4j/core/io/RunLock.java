package org.gan4j.core.io;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to write in a run directory, held by one process at a time until it is closed or the process ends, however
 * it ends.
 *
 * <p>The lock is the operating system's lock on the file {@code .lock}, which also says who holds it; the file stays
 * when the lock is gone and means nothing then.
 */
public final class RunLock implements AutoCloseable {
    private static final String NAME = ".lock";
    /** Beyond the text, so that others can read who holds the lock where locks are mandatory. */
    private static final long POSITION = Long.MAX_VALUE - 1;
    /** Directories locked by this process: the operating system would let it lock them twice. */
    private static final Map<Path, String> HELD = new TreeMap<>();

    private final Path key;
    private final FileChannel channel;

    private RunLock(Path key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /**
     * Takes the lock of a directory that exists.
     *
     * @throws UserError with {@link ExitCode#RUN_IN_USE}, naming the holder, when it is taken, and with
     *     {@link ExitCode#OUTPUT} when the directory is not writable
     */
    public static RunLock acquire(Path directory) {
        synchronized (HELD) {
            Path file = directory.resolve(NAME);
            try {
                Path key = directory.toRealPath();
                String holder = HELD.get(key);
                if (holder != null) {
                    throw inUse(directory, holder);
                }
                FileChannel channel = lockedChannel(directory, file);
                HELD.put(key, me());
                return new RunLock(key, channel);
            } catch (IOException e) {
                throw OutputErrors.cannotWrite(file, e);
            }
        }
    }

    /** Tells whether a process, this one or another, holds the lock of a directory; nothing is changed. */
    public static boolean isHeld(Path directory) {
        synchronized (HELD) {
            Path file = directory.resolve(NAME);
            if (!Files.isRegularFile(file)) {
                return false;
            }
            try {
                if (HELD.containsKey(directory.toRealPath())) {
                    return true;
                }
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    @Nullable FileLock lock = channel.tryLock(POSITION, 1, false);
                    return lock == null;
                }
            } catch (IOException e) {
                return false; // who may not write the file cannot tell, and will not write the run either
            }
        }
    }

    private static FileChannel lockedChannel(Path directory, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        boolean locked = false;
        try {
            @Nullable FileLock lock = channel.tryLock(POSITION, 1, false);
            if (lock == null) {
                throw inUse(directory, Files.readString(file).strip());
            }
            channel.truncate(0);
            ByteBuffer text = ByteBuffer.wrap((me() + "\n").getBytes(StandardCharsets.UTF_8));
            while (text.hasRemaining()) {
                channel.write(text);
            }
            locked = true;
            return channel;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static UserError inUse(Path directory, String holder) {
        return new UserError(
                ExitCode.RUN_IN_USE,
                "this run directory is in use by " + (holder.isEmpty() ? "another process" : holder),
                directory.toString(),
                "Wait until it has finished, or stop it; then give the same command again.");
    }

    private static String me() {
        return "process " + ProcessHandle.current().pid() + " on " + host();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this machine";
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        synchronized (HELD) {
            if (!channel.isOpen()) {
                return;
            }
            HELD.remove(key);
            try {
                channel.close();
            } catch (IOException e) {
                throw OutputErrors.cannotWrite(key.resolve(NAME), e);
            }
        }
    }
}
