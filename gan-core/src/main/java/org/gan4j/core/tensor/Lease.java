package org.gan4j.core.tensor;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * The right to use a block until its owner gives it back: shared by a tensor and all its views. The owner is a scope,
 * or, when there is none, the garbage collector, which releases the block once no tensor holds the lease.
 */
final class Lease {
    private static final Cleaner CLEANER = Cleaner.create();

    final Block block;
    final int stamp;

    @Nullable
    Scope owner;

    private Lease(Block block, @Nullable Scope owner) {
        this.block = block;
        this.stamp = block.stamp();
        this.owner = owner;
    }

    /** Takes a block from the pool for the scope that is open on this thread, or for the garbage collector. */
    static Lease take(DType dtype, int elements) {
        Scope scope = Scope.current();
        Lease lease = new Lease(Memory.allocate(dtype, elements), scope);
        if (scope == null) {
            lease.leaveToCollector();
        } else {
            scope.add(lease);
        }
        return lease;
    }

    /** Takes a block that outlives every scope. */
    static Lease persistent(DType dtype, int elements) {
        Lease lease = new Lease(Memory.allocate(dtype, elements), null);
        lease.leaveToCollector();
        return lease;
    }

    /** Returns whether the block is still the one that was leased. */
    boolean valid() {
        return block.stamp() == stamp;
    }

    /** Gives the block back at once. */
    void release() {
        Memory.release(block);
    }

    /** Gives the block back before the scope that owns the lease closes. */
    void end() {
        owner = null;
        release();
    }

    /** Makes the garbage collector the owner. */
    void leaveToCollector() {
        owner = null;
        Block released = block;
        CLEANER.register(this, () -> Memory.release(released));
    }

    /**
     * Holds a tensor, and so its lease, until a kernel that reads its block has returned. If the kernel throws instead,
     * nothing reads the block any more.
     */
    @SuppressWarnings("ReachabilityFenceUsage")
    static void alive(Tensor tensor) {
        Reference.reachabilityFence(tensor);
    }
}
