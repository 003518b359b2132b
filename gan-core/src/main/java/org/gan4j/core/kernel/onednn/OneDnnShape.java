package org.gan4j.core.kernel.onednn;

/**
 * What a primitive of oneDNN is made for: equal shapes share one, in each thread. Implementations are records of sizes
 * and choices, which name everything that the primitive depends on.
 */
interface OneDnnShape {
    /**
     * Prepares the primitive and its operands for the calling thread.
     *
     * @throws RuntimeException if oneDNN has no fast implementation for the shape
     */
    OneDnnCall prepare();
}
