package org.gan4j.core.tensor;

import org.gan4j.core.tensor.kernel.KernelSet;
import org.gan4j.core.tensor.kernel.KernelSets;

/** The kernels that tensors run on. */
public final class Kernels {
    private static final KernelSet SET = KernelSets.current();

    private Kernels() {}

    /** Returns one line for people: which kernel set, which BLAS, how many threads. */
    public static String describe() {
        return KernelSets.describe();
    }

    /** Returns how many threads large products use; their last digits depend on it. */
    public static int threads() {
        return KernelSets.threads();
    }

    static KernelSet set() {
        return SET;
    }
}
