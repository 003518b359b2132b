package org.gan4j.core.tensor.kernel;

/** Settings that must stand before the first native class loads; the environment of the process comes first. */
final class Natives {
    private Natives() {}

    /**
     * Lifts JavaCPP's limits on memory outside the heap, which otherwise follow {@code -Xmx}, where they are not set
     * already.
     */
    static void prepare() {
        setWhereUnset("org.bytedeco.javacpp.maxbytes", "0");
        setWhereUnset("org.bytedeco.javacpp.maxphysicalbytes", "0");
    }

    private static void setWhereUnset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
