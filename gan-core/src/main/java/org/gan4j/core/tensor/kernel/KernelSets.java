package org.gan4j.core.tensor.kernel;

import java.util.List;
import java.util.Locale;

/**
 * The kernel set in use, chosen by the system property {@value #PROPERTY}: {@code portable}, which is the default,
 * {@code nd4j} or {@code onednn}. Nothing of ND4J or oneDNN is loaded unless it is chosen.
 */
public final class KernelSets {
    /** The system property that names the kernel set. */
    public static final String PROPERTY = "gan4j.kernels";

    private static final String PORTABLE = "portable";
    private static final String ND4J = "nd4j";
    private static final String ONEDNN = "onednn";

    private KernelSets() {}

    /** Returns the names of all kernel sets, the default first. */
    public static List<String> names() {
        return List.of(PORTABLE, ND4J, ONEDNN);
    }

    /**
     * Returns the name of the kernel set that is chosen, without loading it.
     *
     * @throws IllegalArgumentException if the system property names none
     */
    public static String chosen() {
        String name = System.getProperty(PROPERTY, PORTABLE);
        if (!names().contains(name)) {
            throw new IllegalArgumentException("-D" + PROPERTY + "=" + name + ": there are no such kernels. Known: "
                    + String.join(", ", names()) + ". Leave the property away for " + PORTABLE + ".");
        }
        return name;
    }

    /** Returns the kernels that tensors use. */
    public static KernelSet current() {
        return Current.SET;
    }

    /** Returns one line that names the kernel set, its native libraries and the number of threads. */
    public static String describe() {
        KernelSet set = current();
        return String.format(Locale.ROOT, "%s, %s, %d threads", set.name(), set.libraries(), Natives.threads());
    }

    /** Returns the number of threads that kernels use. */
    public static int threads() {
        return Natives.threads();
    }

    /** Returns a kernel set of one of the {@link #names}. */
    static KernelSet named(String name) {
        if (name.equals(ND4J)) {
            return new Nd4jKernels();
        }
        return name.equals(ONEDNN) ? new OneDnnKernels() : new PortableKernels();
    }

    private static final class Current {
        static final KernelSet SET = named(chosen());
    }
}
