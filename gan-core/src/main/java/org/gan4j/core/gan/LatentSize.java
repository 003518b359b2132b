package org.gan4j.core.gan;

/** The one check that every latent distribution makes. */
final class LatentSize {
    private LatentSize() {}

    static void require(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size of the latent vector must be at least 1, but is " + size);
        }
    }
}
