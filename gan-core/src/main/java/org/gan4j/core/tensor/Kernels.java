package org.gan4j.core.tensor;

import org.gan4j.core.tensor.kernel.KernelSet;
import org.gan4j.core.tensor.kernel.PlainKernels;

/** The kernels that tensors run on. */
public final class Kernels {
    private static final KernelSet SET = new PlainKernels();

    private Kernels() {}

    /** Returns one line for people: which kernel set, which BLAS, how many threads. */
    public static String describe() {
        return SET.name();
    }

    static KernelSet set() {
        return SET;
    }
}
