package org.gan4j.core.tensor.kernel;

import java.util.Locale;

/** The kernel set in use. */
public final class KernelSets {
    private static final KernelSet CURRENT = new PortableKernels();

    private KernelSets() {}

    /** Returns the kernels that tensors use. */
    public static KernelSet current() {
        return CURRENT;
    }

    /** Returns one line that names the kernel set, the BLAS library and the number of threads. */
    public static String describe() {
        return String.format(Locale.ROOT, "%s, %s, %d threads", CURRENT.name(), Natives.blas(), Natives.threads());
    }

    /** Returns the number of threads that kernels use. */
    public static int threads() {
        return Natives.threads();
    }
}
