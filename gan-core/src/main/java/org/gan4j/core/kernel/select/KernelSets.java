package org.gan4j.core.kernel.select;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.gan4j.core.kernel.KernelSet;
import org.gan4j.core.kernel.nd4j.Nd4jKernels;
import org.gan4j.core.kernel.onednn.OneDnn;
import org.gan4j.core.kernel.onednn.OneDnnKernels;
import org.gan4j.core.kernel.portable.PortableKernels;
import org.gan4j.core.memory.Natives;

/**
 * The kernel set in use, chosen by the system property {@value #PROPERTY}: {@code auto}, which is the default and takes each
 * operation from one of the next two, {@code portable}, {@code onednn} or {@code nd4j}. ND4J is not loaded unless it is
 * chosen, oneDNN unless it or {@code auto} is.
 */
public final class KernelSets {
    /** The system property that names the kernel set. */
    public static final String PROPERTY = "gan4j.kernels";

    private static final String AUTO = "auto";
    private static final String PORTABLE = "portable";
    private static final String ND4J = "nd4j";
    private static final String ONEDNN = "onednn";

    private KernelSets() {}

    /** Returns the names of all kernel sets, the default first. */
    public static List<String> names() {
        return List.of(AUTO, PORTABLE, ND4J, ONEDNN);
    }

    /**
     * Returns the name of the kernel set that is chosen, without loading it.
     *
     * @throws IllegalArgumentException if the system property names none
     */
    public static String chosen() {
        String name = System.getProperty(PROPERTY, AUTO);
        if (!names().contains(name)) {
            throw new IllegalArgumentException("-D" + PROPERTY + "=" + name + ": there are no such kernels. Known: "
                    + String.join(", ", names()) + ". Leave the property away for " + AUTO + ".");
        }
        return name;
    }

    /** Returns the kernels that tensors use. */
    public static KernelSet current() {
        return Current.SET;
    }

    /**
     * Returns the kernel set and its native libraries: what the last digits of results depend on, which the number of threads
     * is not part of. It begins with the set's name and a comma.
     */
    public static String identity() {
        return current().name() + ", " + current().libraries();
    }

    /** Returns one line for people that names the kernel set, its native libraries and the number of threads. */
    public static String describe() {
        return String.format(Locale.ROOT, "%s, %d threads", identity(), Natives.threads());
    }

    /** Returns for each family of kernels which set computes what, in words. */
    public static SortedMap<String, String> plan() {
        return current().plan();
    }

    /** Returns what the table that {@code auto} reads tells of this processor's class: the machine it was measured on. */
    public static String origin() {
        if (OneDnn.missing().isPresent()) {
            return "not used: oneDNN cannot be used here (" + OneDnn.missing().get() + ")";
        }
        String instructions = OneDnn.instructionClass();
        return KernelTable.fixed().origin(instructions).orElse("nothing measured for " + instructions);
    }

    /** Returns the number of threads that kernels use. */
    public static int threads() {
        return Natives.threads();
    }

    /** Returns a kernel set of one of the {@link #names}. */
    public static KernelSet named(String name) {
        return switch (name) {
            case ND4J -> new Nd4jKernels();
            case ONEDNN -> new OneDnnKernels();
            case PORTABLE -> new PortableKernels();
            default -> new AutoKernels();
        };
    }

    private static final class Current {
        static final KernelSet SET = named(chosen());
    }
}
