package org.gan4j.experiments.memory;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.core.memory.Memory;

/**
 * What a process holds after a step.
 *
 * @param step steps taken
 * @param resident bytes in physical memory, as the system counts them; absent where it does not tell
 * @param heapCommitted bytes that the Java heap has taken from the system
 * @param heapUsed bytes of the Java heap that hold objects, garbage included
 * @param blocksHeld bytes of tensor memory taken from the system, unused blocks included
 * @param blocksInUse bytes of tensor memory that hold tensors
 */
public record MemoryReading(
        long step, Optional<Long> resident, long heapCommitted, long heapUsed, long blocksHeld, long blocksInUse) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";

    /** Reads the figures of this process. */
    static MemoryReading after(long step) {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new MemoryReading(
                step, residentBytes(), heap.getCommitted(), heap.getUsed(), Memory.bytesHeld(), Memory.bytesInUse());
    }

    /** Reads what Linux tells of this process. */
    private static Optional<Long> residentBytes() {
        if (!Files.isReadable(STATUS)) {
            return Optional.empty();
        }
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(RESIDENT)) {
                    return Optional.of(1024 * Long.parseLong(line.replaceAll("\\D", "")));
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
