package org.gan4j.core.kernel.onednn;

import java.util.Locale;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.presets.openblas_nolapack.SetNumThreads;
import org.gan4j.core.memory.Natives;

/**
 * The native library oneDNN and what all threads share of it. It is loaded by the first call; where that fails,
 * {@link #missing} says why, and nothing else may be called.
 */
public final class OneDnn {
    private static final String OPEN_MP = "omp_set_num_threads";

    private OneDnn() {}

    /** Returns why the library cannot be used, in a few words; empty if it can. */
    public static Optional<String> missing() {
        return Availability.MISSING;
    }

    /** Returns the library's name and release, and the instructions it uses, such as {@code avx512_core_bf16}. */
    public static String release() {
        dnnl_version_t version = dnnl.version();
        return String.format(
                Locale.ROOT,
                "oneDNN %d.%d.%d (%s)",
                version.major(),
                version.minor(),
                version.patch(),
                dnnl.get_effective_cpu_isa());
    }

    /** Returns the class of the instructions it uses, by which processors are told apart. */
    public static String instructionClass() {
        return classOf(dnnl.get_effective_cpu_isa().toString());
    }

    /** Returns the class of some instructions, such as avx512 for {@code avx512_core_bf16}. */
    static String classOf(String instructions) {
        if (instructions.startsWith("avx512") || instructions.startsWith("avx10")) {
            return "avx512";
        }
        return instructions.startsWith("avx2") ? "avx2" : instructions;
    }

    /** Returns the processor as oneDNN knows it. */
    static engine processor() {
        return Library.PROCESSOR;
    }

    /**
     * Sets how many threads the OpenMP regions started by the calling thread have, of oneDNN and of all else that uses
     * OpenMP: whoever sets it to 1 for a call of oneDNN sets it back afterwards. A primitive must be run with the number
     * that it was made with, for which its scratchpad is large enough.
     */
    static void useThreads(int threads) {
        Library.SET_THREADS.call(threads);
    }

    private static final class Availability {
        static final Optional<String> MISSING = probe();

        private static Optional<String> probe() {
            try {
                useThreads(Natives.threads());
                return release().isEmpty() ? Optional.of("no release") : Optional.empty();
            } catch (LinkageError | RuntimeException failure) {
                return Optional.of(reason(failure));
            }
        }

        private static String reason(Throwable failure) {
            Throwable cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            String message = cause.getMessage();
            String first =
                    message == null ? "" : ": " + message.lines().findFirst().orElse("");
            return cause.getClass().getSimpleName() + first;
        }
    }

    private static final class Library {
        static final engine PROCESSOR;
        static final SetThreads SET_THREADS;

        static {
            Natives.prepare();
            Natives.loadBlas();
            Loader.load(dnnl.class);
            SET_THREADS = new SetThreads(openMp());
            PROCESSOR = new engine(engine.kind.cpu, 0);
        }

        private static Pointer openMp() {
            Pointer function = Loader.addressof(OPEN_MP);
            if (function == null) {
                for (String path : Loader.getLoadedLibraries().values()) {
                    if (path != null && path.matches(".*[/\\\\](lib)?i?g?omp[^/\\\\]*")) {
                        Loader.loadGlobal(path);
                    }
                }
                function = Loader.addressof(OPEN_MP);
            }
            if (function == null) {
                throw new UnsatisfiedLinkError("its number of threads cannot be set, there is no " + OPEN_MP);
            }
            return function;
        }
    }

    /** A function of C that takes a number of threads. */
    private static final class SetThreads extends SetNumThreads {
        SetThreads(Pointer function) {
            put(function);
        }
    }
}
