package org.gan4j.core.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Objects;
import java.util.function.Function;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * A piece of memory outside the Java heap that holds the elements of tensors: dense, aligned to 64 bytes, of one
 * {@link DType}, taken from and given back to {@link Memory}.
 *
 * <p>Its contents are undefined until they are written. Reads and writes of different threads are not ordered by the
 * block: whoever hands a block to another thread does so through something that orders memory.
 *
 * <p>{@link #stamp} tells whether a block is still the one that was allocated: a holder remembers the stamp and compares
 * it before each use. {@link #version} tells whether a persistent block was updated in place since.
 */
public final class Block {
    private static final int ALIGNMENT = 64;
    private static final int TILE = 2048;

    /** Floats on their way to or from double precision, of one thread. */
    private static final ThreadLocal<float[]> CONVERTED = ThreadLocal.withInitial(() -> new float[TILE]);

    private final DType dtype;
    private final int capacity;
    private final Pointer allocation;
    private final Pointer pointer;
    private @Nullable FloatBuffer floats;
    private @Nullable DoubleBuffer doubles;
    private @Nullable Object attachment;
    private volatile int stamp;
    private volatile int version;
    private boolean inUse;

    public Block(DType dtype, int capacity) {
        this.dtype = dtype;
        this.capacity = capacity;
        long bytes = (long) capacity * dtype.bytes();
        Pointer raw = Pointer.malloc(bytes + ALIGNMENT);
        if (raw == null || raw.isNull()) {
            throw new OutOfMemoryError("The system has no " + bytes + " bytes of memory for a block of " + capacity
                    + " elements of " + dtype);
        }
        allocation = raw;
        BytePointer start = new BytePointer(raw).getPointer(ALIGNMENT - raw.address() % ALIGNMENT);
        ByteBuffer buffer = start.capacity(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
        if (dtype == DType.FLOAT32) {
            floats = buffer.asFloatBuffer();
            pointer = new FloatPointer(start);
        } else {
            doubles = buffer.asDoubleBuffer();
            pointer = new DoublePointer(start);
        }
    }

    /** Returns the type of the elements. */
    public DType dtype() {
        return dtype;
    }

    /** Returns how many elements fit: at least as many as were asked for. */
    public int capacity() {
        return capacity;
    }

    /** Returns a number that grows each time the block goes back to the pool. */
    public int stamp() {
        return stamp;
    }

    /** Returns a number that grows each time the block is updated in place. */
    public int version() {
        return version;
    }

    /** Tells holders of older versions that the contents have been updated in place. */
    public synchronized void raiseVersion() {
        version++;
    }

    /** Returns the address of the first element. */
    public long address() {
        return pointer.address();
    }

    /**
     * Copies elements {@code offset} to {@code offset + count} into {@code to}, converting FLOAT64 to the nearest
     * float.
     */
    public void read(int offset, float[] to, int toOffset, int count) {
        if (dtype == DType.FLOAT32) {
            floats().get(offset, to, toOffset, count);
            return;
        }
        DoubleBuffer from = doubles();
        Objects.checkFromIndexSize(offset, count, capacity);
        for (int i = 0; i < count; i++) {
            to[toOffset + i] = (float) from.get(offset + i);
        }
    }

    /** Copies elements {@code offset} to {@code offset + count} into {@code to}; exact for both element types. */
    public void read(int offset, double[] to, int toOffset, int count) {
        if (dtype == DType.FLOAT64) {
            doubles().get(offset, to, toOffset, count);
            return;
        }
        FloatBuffer from = floats();
        float[] tile = CONVERTED.get();
        for (int done = 0; done < count; done += TILE) {
            int length = Math.min(TILE, count - done);
            from.get(offset + done, tile, 0, length);
            for (int i = 0; i < length; i++) {
                to[toOffset + done + i] = tile[i];
            }
        }
    }

    /** Copies {@code count} numbers of {@code from} to the elements that begin at {@code offset}. */
    public void write(int offset, float[] from, int fromOffset, int count) {
        if (dtype == DType.FLOAT32) {
            floats().put(offset, from, fromOffset, count);
            return;
        }
        DoubleBuffer to = doubles();
        Objects.checkFromIndexSize(offset, count, capacity);
        for (int i = 0; i < count; i++) {
            to.put(offset + i, from[fromOffset + i]);
        }
    }

    /**
     * Copies {@code count} numbers of {@code from} to the elements that begin at {@code offset}, rounded to the nearest
     * float when the block is FLOAT32.
     */
    public void write(int offset, double[] from, int fromOffset, int count) {
        if (dtype == DType.FLOAT64) {
            doubles().put(offset, from, fromOffset, count);
            return;
        }
        FloatBuffer to = floats();
        float[] tile = CONVERTED.get();
        for (int done = 0; done < count; done += TILE) {
            int length = Math.min(TILE, count - done);
            for (int i = 0; i < length; i++) {
                tile[i] = (float) from[fromOffset + done + i];
            }
            to.put(offset + done, tile, 0, length);
        }
    }

    /** Returns one element. */
    public double get(int index) {
        return dtype == DType.FLOAT32 ? floats().get(index) : doubles().get(index);
    }

    /** Writes one element, rounded to the nearest float when the block is FLOAT32. */
    public void set(int index, double value) {
        if (dtype == DType.FLOAT32) {
            floats().put(index, (float) value);
        } else {
            doubles().put(index, value);
        }
    }

    public FloatBuffer floats() {
        FloatBuffer buffer = floats;
        if (buffer == null) {
            throw unusable();
        }
        return buffer;
    }

    public DoubleBuffer doubles() {
        DoubleBuffer buffer = doubles;
        if (buffer == null) {
            throw unusable();
        }
        return buffer;
    }

    /** Returns the memory for native code; a FloatPointer or a DoublePointer. */
    public Pointer pointer() {
        return pointer;
    }

    /**
     * Returns what an adapter to another library keeps with this block, such as views of its memory: made by the first call,
     * which must take no block from {@link Memory}, the same object from then on, and dropped before the memory is freed.
     * There is room for one adapter.
     *
     * @throws IllegalStateException if the memory has been freed
     */
    public synchronized <T> T attached(Class<T> type, Function<Block, T> make) {
        if (floats == null && doubles == null) {
            throw unusable();
        }
        Object present = attachment;
        if (present == null) {
            T made = make.apply(this);
            attachment = made;
            return made;
        }
        return type.cast(present);
    }

    /** Marks the block as taken from the pool; called under the pool's lock. */
    void take() {
        inUse = true;
    }

    /** Raises the stamp and tells whether the block was in use; called under the pool's lock. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    boolean giveBack() {
        if (!inUse) {
            return false;
        }
        inUse = false;
        stamp++;
        return true;
    }

    /** Returns the memory to the system; the block must be in no hands. */
    synchronized void destroy() {
        floats = null;
        doubles = null;
        attachment = null;
        Pointer.free(allocation);
    }

    private IllegalStateException unusable() {
        return new IllegalStateException(
                "A " + dtype + " block of " + capacity + " elements was read as another type or after it was freed");
    }
}
