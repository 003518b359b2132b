package org.gan4j.core.gan;

/** Check of the size of a latent distribution. */
final class LatentSize {
    private LatentSize() {}

    static void require(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size of the latent vector must be at least 1, but is " + size);
        }
    }
}
