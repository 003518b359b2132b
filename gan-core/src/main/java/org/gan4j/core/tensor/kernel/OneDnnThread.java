package org.gan4j.core.tensor.kernel;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * What one thread keeps to multiply with oneDNN: its stream, its scratchpad, and the products of the last
 * {@value #MOST} shapes. All of it goes back to the system when the thread has ended and the garbage collector has seen
 * that.
 */
final class OneDnnThread {
    /** How many shapes are kept; a step of training uses a few dozen. */
    static final int MOST = 256;

    private static final int ALIGNMENT = 4096;
    private static final ThreadLocal<OneDnnThread> CURRENT = ThreadLocal.withInitial(OneDnnThread::new);

    private final Map<OneDnnShape, Optional<OneDnnProduct>> products = new LinkedHashMap<>(16, 0.75f, true);
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

    /** Computes a product; false, and nothing else, if oneDNN has no fast implementation for the shape. */
    boolean multiply(OneDnnShape shape, Pointer a, Pointer b, Pointer c) {
        OneDnn.useThreads(1);
        try {
            Optional<OneDnnProduct> product = product(shape);
            product.ifPresent(kept -> kept.run(handle, a, b, c, scratchpad(kept.scratchpad())));
            return product.isPresent();
        } finally {
            OneDnn.useThreads(Natives.threads());
        }
    }

    private Optional<OneDnnProduct> product(OneDnnShape shape) {
        Optional<OneDnnProduct> kept = products.get(shape);
        if (kept == null) {
            kept = prepare(shape);
            products.put(shape, kept);
            forgetTheOldest();
        }
        return kept;
    }

    /** Returns how many shapes are kept. */
    int shapes() {
        return products.size();
    }

    private static Optional<OneDnnProduct> prepare(OneDnnShape shape) {
        try {
            return Optional.of(new OneDnnProduct(shape));
        } catch (RuntimeException unsupported) {
            return Optional.empty();
        }
    }

    private void forgetTheOldest() {
        if (products.size() > MOST) {
            Iterator<Optional<OneDnnProduct>> oldest = products.values().iterator();
            oldest.next().ifPresent(OneDnnProduct::close);
            oldest.remove();
        }
    }

    /** Returns memory of at least so many bytes, the same for all products of the thread. */
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
