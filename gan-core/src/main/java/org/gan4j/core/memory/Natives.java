package org.gan4j.core.memory;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/** Loads the native libraries, with the settings that must stand before the first native class loads. */
public final class Natives {
    private static final int THREADS = threadsFromEnvironment();

    private Natives() {}

    /**
     * Lifts JavaCPP's limits on memory outside the heap, which otherwise follow {@code -Xmx}, where they are not set
     * already.
     */
    public static void prepare() {
        setWhereUnset("org.bytedeco.javacpp.maxbytes", "0");
        setWhereUnset("org.bytedeco.javacpp.maxphysicalbytes", "0");
    }

    /** Loads OpenBLAS; calls after the first cost nothing. */
    public static void loadBlas() {
        Blas.load();
    }

    /** Returns the threads that kernels use: OPENBLAS_NUM_THREADS, else OMP_NUM_THREADS, else all processors. */
    public static int threads() {
        return THREADS;
    }

    /** Returns the name, the release and the threads of the BLAS library. */
    public static String blas() {
        loadBlas();
        String vendor = openblas_nolapack.blas_get_vendor() == 1 ? "MKL" : "OpenBLAS";
        String release = openblas_nolapack.class.getPackage().getImplementationVersion();
        return release == null ? vendor : vendor + " " + release;
    }

    private static int threadsFromEnvironment() {
        int processors = Runtime.getRuntime().availableProcessors();
        for (String variable : new String[] {"OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"}) {
            String value = System.getenv(variable);
            if (value != null && value.matches("[1-9][0-9]{0,3}")) {
                return Math.min(Integer.parseInt(value), processors);
            }
        }
        return processors;
    }

    private static void setWhereUnset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static final class Blas {
        static {
            prepare();
            Loader.load(openblas_nolapack.class);
            openblas_nolapack.blas_set_num_threads(1);
        }

        static void load() {
            // The work is done when the class is initialised, once for all threads.
        }
    }
}
