package org.gan4j.experiments.plan;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.kernel.select.KernelSets;

/**
 * First line of a plan: what its lines were made from and with.
 *
 * @param format of the file, {@value #FORMAT}
 * @param experiment the name under which it was started
 * @param directory the name of the experiment's directory
 * @param configuration the resolved experiment as canonical JSON, from which the table is made
 * @param code the SHA-256 of the digests of all classes that can change a result
 * @param java the version of Java
 * @param kernels the kernels and their libraries, as {@link KernelSets#identity} tells
 * @param threads of the kernels: a condition that changes no number
 * @param modules class names of the modules beside the framework's own
 * @param source the experiment's only source file, if it is in one
 */
public record PlanHeader(
        int format,
        String experiment,
        String directory,
        String configuration,
        String code,
        String java,
        String kernels,
        int threads,
        List<String> modules,
        Optional<SourceCopy> source) {
    /** Version of the file's form. */
    public static final int FORMAT = 1;

    /** Keeps the order of the modules. */
    public PlanHeader {
        modules = Collections.unmodifiableList(modules);
    }

    /** Returns the header of a plan that this process makes. */
    static PlanHeader here(String experiment, String directory, String configuration, RunningCode code) {
        return new PlanHeader(
                FORMAT,
                experiment,
                directory,
                configuration,
                code.sha256(),
                System.getProperty("java.version", "unknown"),
                KernelSets.identity(),
                KernelSets.threads(),
                code.modules(),
                code.source());
    }
}
