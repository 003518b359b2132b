package org.gan4j.core.tensor;

import org.gan4j.core.tensor.kernel.KernelSet;
import org.gan4j.core.tensor.kernel.KernelSets;

/**
 * The kernels that tensors run on: {@code auto}, or another set that the system property
 * {@value org.gan4j.core.tensor.kernel.KernelSets#PROPERTY} names before the first tensor is made.
 */
public final class Kernels {
    private Kernels() {}

    /**
     * Returns the name of the kernel set that is chosen, without loading it.
     *
     * @throws IllegalArgumentException if the system property {@value org.gan4j.core.tensor.kernel.KernelSets#PROPERTY} names none
     */
    public static String chosen() {
        return KernelSets.chosen();
    }

    /** Returns one line for people: which kernel set, which BLAS, how many threads. */
    public static String describe() {
        return KernelSets.describe();
    }

    /** Returns how many threads large products use; their last digits depend on it. */
    public static int threads() {
        return KernelSets.threads();
    }

    static KernelSet set() {
        return KernelSets.current();
    }
}
