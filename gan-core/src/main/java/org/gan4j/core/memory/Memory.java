package org.gan4j.core.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The pool of blocks, shared by all threads. Released blocks wait in free lists by size class; four classes per power
 * of two keep the unused end of a block below a quarter.
 *
 * <p>Blocks that no scope releases come back when the garbage collector finds their tensors. It does not see memory
 * outside the heap, so the pool asks for a collection whenever the memory in use has doubled since the last one.
 */
public final class Memory {
    private static final int SMALLEST = 16;
    private static final int CLASSES = 4 * 32;
    private static final long FIRST_COLLECTION = 512L << 20;

    private static final Map<DType, List<ArrayDeque<Block>>> FREE = new EnumMap<>(DType.class);

    private static long bytesHeld;
    private static long bytesInUse;
    private static long nextCollection = FIRST_COLLECTION;

    static {
        Natives.prepare();
        for (DType dtype : DType.values()) {
            List<ArrayDeque<Block>> lists = new ArrayList<>();
            for (int j = 0; j < CLASSES; j++) {
                lists.add(new ArrayDeque<>());
            }
            FREE.put(dtype, lists);
        }
    }

    private Memory() {}

    /**
     * Returns a block for at least {@code elements} elements, its contents undefined.
     *
     * @throws IllegalArgumentException if {@code elements} is below 1
     * @throws OutOfMemoryError if they are too many for one block, or the system has no such memory left even after unused
     *     blocks were given up
     */
    public static Block allocate(DType dtype, int elements) {
        int capacity = capacity(dtype, elements);
        if (needsCollection((long) capacity * dtype.bytes())) {
            System.gc();
        }
        synchronized (FREE) {
            long bytes = (long) capacity * dtype.bytes();
            Block block = list(dtype, capacity).pollFirst();
            if (block == null) {
                block = create(dtype, capacity);
                bytesHeld += bytes;
            }
            block.take();
            bytesInUse += bytes;
            return block;
        }
    }

    /**
     * Gives a block back to the pool and raises its stamp.
     *
     * @throws IllegalStateException if the block has been released already, which would hand it out twice
     */
    public static void release(Block block) {
        synchronized (FREE) {
            if (!block.giveBack()) {
                throw new IllegalStateException("This block of " + block.capacity() + " elements of " + block.dtype()
                        + " has been released already");
            }
            list(block.dtype(), block.capacity()).addFirst(block);
            bytesInUse -= (long) block.capacity() * block.dtype().bytes();
        }
    }

    /** Returns the memory of all unused blocks to the system. */
    public static void trim() {
        synchronized (FREE) {
            for (List<ArrayDeque<Block>> lists : FREE.values()) {
                for (ArrayDeque<Block> list : lists) {
                    for (Block block : list) {
                        bytesHeld -= (long) block.capacity() * block.dtype().bytes();
                        block.destroy();
                    }
                    list.clear();
                }
            }
        }
    }

    /** Returns the bytes taken from the system, unused blocks included. */
    public static long bytesHeld() {
        synchronized (FREE) {
            return bytesHeld;
        }
    }

    /** Returns the bytes of the blocks that are allocated and not yet released. */
    public static long bytesInUse() {
        synchronized (FREE) {
            return bytesInUse;
        }
    }

    private static Block create(DType dtype, int capacity) {
        try {
            return new Block(dtype, capacity);
        } catch (OutOfMemoryError scarce) {
            trim();
            return new Block(dtype, capacity);
        }
    }

    private static boolean needsCollection(long bytes) {
        synchronized (FREE) {
            if (bytesInUse + bytes < nextCollection) {
                nextCollection = Math.min(nextCollection, Math.max(FIRST_COLLECTION, 4 * (bytesInUse + bytes)));
                return false;
            }
            nextCollection = 2 * (bytesInUse + bytes);
            return true;
        }
    }

    /** The smallest multiple of a quarter of a power of two that holds the elements. */
    private static int capacity(DType dtype, int elements) {
        if (elements < 1) {
            throw new IllegalArgumentException("A block holds at least 1 element, not " + elements);
        }
        if (elements > (Integer.MAX_VALUE - SMALLEST) / dtype.bytes()) {
            throw new OutOfMemoryError("A block holds at most " + (Integer.MAX_VALUE - SMALLEST) / dtype.bytes()
                    + " elements of " + dtype + ", not " + elements);
        }
        if (elements <= SMALLEST) {
            return SMALLEST;
        }
        int quarter = Math.max(SMALLEST, Integer.highestOneBit(elements - 1) / 4);
        int rounded = (elements + quarter - 1) / quarter * quarter;
        return Math.min(rounded, (Integer.MAX_VALUE - SMALLEST) / dtype.bytes());
    }

    private static ArrayDeque<Block> list(DType dtype, int capacity) {
        int power = 31 - Integer.numberOfLeadingZeros(capacity);
        int quarter = (int) ((4L * capacity) >>> power) & 3;
        return Objects.requireNonNull(FREE.get(dtype)).get(4 * power + quarter);
    }
}
