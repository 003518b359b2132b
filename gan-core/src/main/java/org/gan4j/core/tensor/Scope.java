package org.gan4j.core.tensor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of code at whose end the tensors made in it die and their memory returns to the pool.
 *
 * <pre>{@code
 * try (Scope step = Scope.open()) {
 *     Tensor loss = ...;
 *     return step.keep(loss.detach());
 * }
 * }</pre>
 *
 * <p><b>Scopes are lexical and belong to a thread.</b> They nest, and close in the reverse order of opening, on the
 * thread that opened them; tensors made by other threads meanwhile are not theirs.
 *
 * <p><b>A tensor that outlives its scope is unusable</b>, and says so on the next read. {@link #keep} and
 * {@link Tensor#persistent} are the two ways out. With no scope open, a tensor lives until it is garbage.
 */
public final class Scope implements AutoCloseable {
    private static final ThreadLocal<@Nullable Scope> CURRENT = new ThreadLocal<>();

    private final Thread thread = Thread.currentThread();
    private final @Nullable Scope parent;
    private final List<Lease> leases = new ArrayList<>();
    private boolean closed;

    private Scope(@Nullable Scope parent) {
        this.parent = parent;
    }

    /** Opens a scope inside the one that is open on this thread, if any. */
    public static Scope open() {
        Scope scope = new Scope(CURRENT.get());
        CURRENT.set(scope);
        return scope;
    }

    static @Nullable Scope current() {
        return CURRENT.get();
    }

    void add(Lease lease) {
        leases.add(lease);
    }

    /**
     * Moves a tensor to the parent scope, or leaves it to the garbage collector if this is the outermost one, and
     * returns it. A tensor that does not belong to this scope is returned as it is. What the tensor was computed from
     * is not moved: its derivative cannot be taken after the scope has closed.
     *
     * @throws IllegalStateException if this scope has closed, or the tensor's has
     */
    public Tensor keep(Tensor tensor) {
        if (closed) {
            throw new IllegalStateException("keep was called on a scope that has closed; call it before the end of the"
                    + " try block that opened the scope");
        }
        tensor.block();
        Lease lease = tensor.lease();
        if (lease.owner == this) {
            if (parent == null) {
                lease.leaveToCollector();
            } else {
                lease.owner = parent;
                parent.add(lease);
            }
        }
        return tensor;
    }

    /**
     * Releases the tensors made in this scope. Closing twice does nothing.
     *
     * @throws IllegalStateException if another thread opened the scope, or a scope inside it is still open
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException("A scope must be closed by the thread that opened it, " + thread.getName()
                    + ", not by " + Thread.currentThread().getName());
        }
        if (CURRENT.get() != this) {
            throw new IllegalStateException("A scope opened inside this one is still open; close scopes in the reverse"
                    + " order of opening, best with try-with-resources");
        }
        closed = true;
        if (parent == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(parent);
        }
        for (int i = leases.size() - 1; i >= 0; i--) {
            Lease lease = leases.get(i);
            if (lease.owner == this) {
                lease.release();
            }
        }
        leases.clear();
    }
}
