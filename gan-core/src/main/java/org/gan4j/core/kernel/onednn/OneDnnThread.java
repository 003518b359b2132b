package org.gan4j.core.kernel.onednn;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.gan4j.core.memory.Natives;
import org.jspecify.annotations.Nullable;

/**
 * What one thread keeps to compute with oneDNN: its stream, its scratchpad, and the primitives of the last
 * {@value #MOST} shapes. All of it goes back to the system when the thread has ended and the garbage collector has seen
 * that.
 */
final class OneDnnThread {
    /** How many shapes are kept; a step of training uses up to a few hundred. */
    static final int MOST = 512;

    private static final int ALIGNMENT = 4096;
    private static final ThreadLocal<OneDnnThread> CURRENT = ThreadLocal.withInitial(OneDnnThread::new);

    private final Map<OneDnnShape, Optional<OneDnnCall>> calls = new LinkedHashMap<>(16, 0.75f, true);
    private final stream queue;
    private final dnnl_stream handle;
    private BytePointer memory = new BytePointer(ALIGNMENT);
    private Pointer scratchpad = memory;
    private long size;

    private OneDnnThread() {
        queue = new stream(OneDnn.processor());
        handle = queue.get();
    }

    /** Returns what the calling thread keeps. */
    static OneDnnThread current() {
        return CURRENT.get();
    }

    /**
     * Runs the primitive of a shape on operands that begin at the pointers; returns false, and does nothing else, if
     * oneDNN has no fast implementation for the shape.
     */
    boolean run(OneDnnShape shape, Pointer... starts) {
        OneDnnCall call = call(shape);
        if (call == null) {
            return false;
        }
        Pointer scratch = scratchpad(call.scratchpad());
        OneDnn.useThreads(1);
        try {
            call.run(handle, scratch, starts);
            return true;
        } finally {
            OneDnn.useThreads(Natives.threads());
        }
    }

    /** Returns how many bytes an operand of a shape takes, or -1 if oneDNN has no fast implementation for the shape. */
    long bytes(OneDnnShape shape, int operand) {
        OneDnnCall call = call(shape);
        return call == null ? -1 : call.bytes(operand);
    }

    private @Nullable OneDnnCall call(OneDnnShape shape) {
        Optional<OneDnnCall> kept = calls.get(shape);
        if (kept == null) {
            kept = prepare(shape);
            calls.put(shape, kept);
            forgetTheOldest();
        }
        return kept.orElse(null);
    }

    /** Returns whether oneDNN has a fast implementation for the shape. */
    boolean has(OneDnnShape shape) {
        return call(shape) != null;
    }

    /** Returns how many shapes are kept. */
    int shapes() {
        return calls.size();
    }

    private static Optional<OneDnnCall> prepare(OneDnnShape shape) {
        OneDnn.useThreads(1);
        try {
            return Optional.of(shape.prepare());
        } catch (RuntimeException unsupported) {
            return Optional.empty();
        } finally {
            OneDnn.useThreads(Natives.threads());
        }
    }

    private void forgetTheOldest() {
        if (calls.size() > MOST) {
            Iterator<Optional<OneDnnCall>> oldest = calls.values().iterator();
            oldest.next().ifPresent(OneDnnCall::close);
            oldest.remove();
        }
    }

    /** Returns memory of at least so many bytes, the same for all primitives of the thread. */
    private Pointer scratchpad(long bytes) {
        if (bytes > size) {
            memory.close();
            memory = new BytePointer(bytes + ALIGNMENT);
            scratchpad = memory.getPointer(ALIGNMENT - memory.address() % ALIGNMENT);
            size = bytes;
        }
        return scratchpad;
    }
}
